import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import type { Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { readTextsJob } from "#lib/evidence/texts/schema.ts";
import { compact, type Localized } from "#lib/record/localized/schema.ts";
import { db, inTransaction, jsonOrNull } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { enqueue } from "#lib/platform/jobs.ts";
import { consume } from "#lib/platform/limits.ts";
import { deleteFile, putFile } from "#lib/platform/storage.ts";
import { bringsUnseen, canUpload } from "./policy.ts";
import { isAllowedType, looksLikeCsv, safeFileName } from "./rules.ts";
import { maxFileSize, type AddEvidenceLinkInput, type MediaType } from "./schema.ts";

/** A file as it arrived: the name is only ever shown, the type is read from the bytes. */
export interface UploadedFile {
  organisationId: string;
  fileName: string;
  bytes: Uint8Array;
}

/** What the form needs to show a file it has just uploaded; size in bytes. */
export interface StoredFile {
  id: string;
  fileName: string;
  size: number;
  mediaType: MediaType;
}

/** Of one organisation, by all its people and mailed links together: a hundred of the largest files. */
const megabytesADay = 2_000;

/**
 * Keeps a file, not attached to anything yet. Throws NOT_FOUND for an organisation the actor does not work for,
 * FILE_MISSING for an empty file, FILE_TOO_LARGE above 20 MB, FILE_TYPE_NOT_ALLOWED by content, TOO_MANY_ATTEMPTS beyond
 * what one organisation may fill the disk with in a day.
 */
export async function uploadEvidence(actor: Actor, file: UploadedFile, now: Date): Promise<StoredFile> {
  if (!canUpload(actor, file.organisationId)) throw new DomainError("NOT_FOUND");
  if (file.bytes.byteLength === 0) throw new DomainError("FILE_MISSING", { file: "fileMissing" });
  if (file.bytes.byteLength > maxFileSize) throw new DomainError("FILE_TOO_LARGE", { file: "fileTooLarge" });
  const mediaType = await typeByContent(file.bytes);
  if (!mediaType) throw new DomainError("FILE_TYPE_NOT_ALLOWED", { file: "fileType" });
  if (!actor.system) await consume("evidence-megabytes", file.organisationId, megabytesADay, 86_400, Math.ceil(file.bytes.byteLength / 1_000_000));
  const fileKey = await putFile(file.bytes);
  const data = {
    kind: "file", organisationId: file.organisationId, uploadedById: actor.accountId, uploadedAt: now, fileKey, mediaType,
    fileName: safeFileName(file.fileName, mediaType), size: file.bytes.byteLength, sha256: createHash("sha256").update(file.bytes).digest("hex"),
  };
  try {
    const { id } = await inTransaction(async (tx) => {
      const row = await tx.evidence.create({ data, select: { id: true } });
      await recordAudit(actor, { action: "evidence.uploaded", entity: "evidence", entityId: row.id, after: { ...(bringsUnseen(actor, file.organisationId) ? {} : { fileName: data.fileName }), size: data.size, sha256: data.sha256, mediaType } }, now);
      await enqueue(readTextsJob, {});
      return row;
    });
    return { id, fileName: data.fileName, size: data.size, mediaType };
  } catch (error) {
    await deleteFile(fileKey);
    throw error;
  }
}

async function typeByContent(bytes: Uint8Array): Promise<MediaType | null> {
  const detected = await fileTypeFromBuffer(bytes);
  if (isAllowedType(detected?.mime)) return detected.mime;
  return looksLikeCsv(bytes) ? "text/csv" : null;
}

/** Keeps a link, not attached to anything yet. Throws NOT_FOUND for an organisation the actor does not work for. */
export async function addEvidenceLink(actor: Actor, input: AddEvidenceLinkInput, now: Date): Promise<{ id: string; url: string }> {
  if (!canUpload(actor, input.organisationId)) throw new DomainError("NOT_FOUND");
  return inTransaction(async (tx) => {
    const row = await tx.evidence.create({
      data: {
        kind: "link", organisationId: input.organisationId, uploadedById: actor.accountId, uploadedAt: now, url: input.url,
        title: jsonOrNull(compact(input.title)),
      },
      select: { id: true },
    });
    await recordAudit(actor, { action: "evidence.linked", entity: "evidence", entityId: row.id, ...(bringsUnseen(actor, input.organisationId) ? {} : { after: { url: input.url } }) }, now);
    return { id: row.id, url: input.url };
  });
}

/** What the evidence is attached to; exactly one of them. */
export type EvidenceTarget = { updateId: string } | { assessmentId: string } | { eventId: string } | { recommendationId: string };

/** Of what is attached to nothing yet. */
const unattached = { updateId: null, assessmentId: null, eventId: null, recommendationId: null } as const;

export interface AttachedPiece {
  evidenceId: string;
  verificationSourceId: string | null;
  title: Localized | null;
}

/**
 * Makes `pieces` the whole evidence of its target, inside the transaction of the command that saves it
 * (which has decided that the actor may): adds what is new, takes out what is missing, changes sources and titles.
 * Only the organisation's own, unattached evidence can be added (else NOT_FOUND with the field of the piece), and only the
 * subject's own verification sources named (`sourceIds`, else INVALID_INPUT). By a mailed link nothing is taken that somebody
 * with an account has uploaded and not attached yet.
 */
export async function attachEvidence(
  actor: Actor, to: { target: EvidenceTarget; organisationId: string; sourceIds: readonly string[] }, pieces: readonly AttachedPiece[], now: Date,
): Promise<void> {
  const ids = pieces.map((piece) => piece.evidenceId);
  await takeOut(actor, to.target, ids, now);
  const before = await db().evidence.findMany({ where: { ...to.target, removedAt: null }, select: { id: true } });
  for (const [index, piece] of pieces.entries()) {
    if (piece.verificationSourceId && !to.sourceIds.includes(piece.verificationSourceId)) {
      throw new DomainError("INVALID_INPUT", { [`evidence.${index}.verificationSourceId`]: "unknownChoice" });
    }
    const { count } = await db().evidence.updateMany({
      where: { id: piece.evidenceId, organisationId: to.organisationId, removedAt: null, OR: [to.target, { ...unattached, ...(actor.link ? { uploadedById: null } : {}) }] },
      data: { ...to.target, verificationSourceId: piece.verificationSourceId, title: jsonOrNull(compact(piece.title)) },
    });
    if (count === 0) throw new DomainError("NOT_FOUND", { [`evidence.${index}.evidenceId`]: "unknownChoice" });
  }
  const added = ids.filter((id) => before.every((row) => row.id !== id));
  if (added.length) await recordAudit(actor, { action: "evidence.attached", ...entityOf(to.target), after: { evidence: added } }, now);
}

/** Evidence taken out of a draft stays in the record, marked, but proves nothing any more. */
async function takeOut(actor: Actor, target: EvidenceTarget, kept: string[], now: Date): Promise<void> {
  const gone = await db().evidence.findMany({ where: { ...target, removedAt: null, id: { notIn: kept } }, select: { id: true } });
  if (gone.length === 0) return;
  const evidence = gone.map((row) => row.id);
  await db().evidence.updateMany({ where: { id: { in: evidence } }, data: { removedAt: now } });
  await recordAudit(actor, { action: "evidence.removed", ...entityOf(target), before: { evidence } }, now);
}

function entityOf(target: EvidenceTarget): { entity: string; entityId: string } {
  if ("updateId" in target) return { entity: "update", entityId: target.updateId };
  if ("assessmentId" in target) return { entity: "assessment", entityId: target.assessmentId };
  if ("eventId" in target) return { entity: "event", entityId: target.eventId };
  return { entity: "recommendation", entityId: target.recommendationId };
}
