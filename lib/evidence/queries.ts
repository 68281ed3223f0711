import type { Actor } from "#lib/record/actors/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { isId } from "#lib/platform/ids.ts";
import { canReadEvidence, isPublicEvidence } from "./policy.ts";

/** A piece of evidence as lists show it. Size in bytes; a link has a url and no file. */
export interface EvidenceView {
  id: string;
  kind: "file" | "link";
  title: Localized | null;
  url: string | null;
  fileName: string | null;
  mediaType: string | null;
  size: number | null;
  uploadedAt: Date;
  verificationSourceId: string | null;
}

/** What {@link evidenceView} needs of a row; spread into a Prisma `select` of another query. Ask for `removedAt: null`. */
export const evidenceSelect = {
  id: true, kind: true, title: true, url: true, fileName: true, mediaType: true, size: true, uploadedAt: true, verificationSourceId: true,
} as const;

type EvidenceRow = Omit<EvidenceView, "kind" | "title"> & { kind: string; title: unknown };

/** A database row as {@link EvidenceView}. */
export function evidenceView(row: EvidenceRow): EvidenceView {
  return { ...row, kind: row.kind === "link" ? "link" : "file", title: row.title as Localized | null };
}

const planOf = { select: { commitment: { select: { plan: { select: { status: true, secretariatId: true } } } }, status: true, periodId: true } } as const;
const assessmentOf = { select: { ...planOf.select, voice: true } } as const;
const eventOf = { select: { status: true, secretariatId: true } } as const;

/** A stored file to send, when the reader (null: the public) may see it; NOT_FOUND otherwise, also for links. */
export async function getEvidenceFile(actor: Actor | null, id: string): Promise<{ fileKey: string; fileName: string; mediaType: string; size: number; isPublic: boolean }> {
  const row = isId(id) ? await db().evidence.findUnique({ where: { id }, include: { update: planOf, assessment: assessmentOf, event: eventOf, recommendation: { select: { event: eventOf } } } }) : null;
  if (!row?.fileKey || !row.fileName || !row.mediaType || row.size === null) throw new DomainError("NOT_FOUND");
  const place = {
    organisationId: row.organisationId,
    removed: row.removedAt !== null,
    frozen: row.frozenAt !== null,
    update: row.update && { status: row.update.status, periodId: row.update.periodId, plan: row.update.commitment.plan },
    assessment: row.assessment && { status: row.assessment.status, voice: row.assessment.voice, plan: row.assessment.commitment.plan },
    event: row.event ?? row.recommendation?.event ?? null,
  };
  if (!canReadEvidence(actor, place)) throw new DomainError("NOT_FOUND");
  return { fileKey: row.fileKey, fileName: row.fileName, mediaType: row.mediaType, size: row.size, isPublic: isPublicEvidence(place) };
}
