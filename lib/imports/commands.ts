import type { Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { readDocument, readMappedTable, type DocumentPlace, type DocumentReading, type DocumentRefusal, type ReadPlan } from "#lib/imports/documents/queries.ts";
import { looseTableSchema, mappingSchema } from "#lib/imports/loose-plans/schema.ts";
import { asJson, db, inTransaction, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { isId } from "#lib/platform/ids.ts";
import { enqueue } from "#lib/platform/jobs.ts";
import { consume } from "#lib/platform/limits.ts";
import { deleteFile, readStoredFile } from "#lib/platform/storage.ts";
import { canImport } from "./policy.ts";
import { getImportPreview } from "./queries.ts";
import { importAfter, type ImportStep } from "./rules.ts";
import { importJob, maxPastedText, startImportSchema, type ImportRef, type ImportStatus, type MappedImport, type StartImportInput } from "./schema.ts";

/** A file that is stored already, or pasted text. */
export type ReceivedDocument = { fileKey: string; fileName: string } | { text: string };

/** What one Secretariat may bring in of an evening: all of it is kept, as file and as what was read. */
const megabytesADay = 500;

export type ReceivedImport = { id: string; status: ImportStatus } | { refusal: DocumentRefusal };

/**
 * Reads a document for a Secretariat's plan and keeps what it was read as; nothing of the plan changes. A refused file is not
 * kept. Throws NOT_FOUND (Secretariat, plan), PLAN_CLOSED, FILE_MISSING, FILE_TOO_LARGE (pasted text), TOO_MANY_ATTEMPTS.
 */
export async function receiveImport(actor: Actor, document: ReceivedDocument, place: DocumentPlace, now: Date): Promise<ReceivedImport> {
  const stored = "fileKey" in document ? document : null;
  try {
    const plan = await requirePlace(actor, place);
    const bytes = "text" in document ? pastedBytes(document.text) : await readStoredFile(document.fileKey);
    if (!bytes?.length) throw new DomainError("FILE_MISSING", { file: "fileMissing" });
    await consume("import-megabytes", place.organisationId, megabytesADay, 86_400, Math.ceil(bytes.length / 1_000_000));
    const reading = await readDocument(bytes, stored?.fileName ?? null, place, now);
    if (reading.kind === "refused") {
      if (stored) await deleteFile(stored.fileKey);
      return { refusal: reading.refusal };
    }
    const status: ImportStatus = reading.kind === "table" ? "mapping" : "preview";
    const by = { accountId: actor.accountId, actorName: actor.name, organisationId: place.organisationId, planId: place.planId, planVersion: plan?.revision ?? null };
    const row = { ...by, ...rowOf(reading), format: reading.format, fileName: stored?.fileName ?? null, fileKey: stored?.fileKey ?? null, status, createdAt: now, savedAt: now };
    return { id: (await db().importRun.create({ data: row, select: { id: true } })).id, status };
  } catch (error) {
    if (stored) await deleteFile(stored.fileKey);
    throw error;
  }
}

function pastedBytes(text: string): Uint8Array {
  if (text.length > maxPastedText) throw new DomainError("FILE_TOO_LARGE", { text: "textTooLong" });
  return new TextEncoder().encode(text.trim() === "" ? "" : text);
}

async function requirePlace(actor: Actor, { organisationId, planId }: DocumentPlace): Promise<{ revision: number } | null> {
  if (!canImport(actor, organisationId)) throw new DomainError("NOT_FOUND", { organisationId: "unknownChoice" });
  if (planId === null) return null;
  const plan = isId(planId) ? await db().plan.findUnique({ where: { id: planId }, select: { secretariatId: true, status: true, revision: true } }) : null;
  if (plan?.secretariatId !== organisationId) throw new DomainError("NOT_FOUND", { planId: "unknownChoice" });
  if (plan.status === "closed") throw new DomainError("PLAN_CLOSED");
  return plan;
}

function rowOf(reading: Exclude<DocumentReading, { kind: "refused" }>) {
  return reading.kind === "table" ? { table: asJson(reading.table), mapping: asJson(reading.mapping) } : readRow(reading);
}

function readRow({ content, places, problems, notes }: ReadPlan) {
  return { content: asJson(content), places: asJson(places), problems: asJson({ problems, notes }) };
}

/** The actor's own import where a step leads on. Throws NOT_FOUND, TRANSITION_NOT_ALLOWED. */
async function requireImport(actor: Actor, importId: string, step: ImportStep) {
  const run = await db().importRun.findUnique({ where: { id: importId } });
  if (!run || !canImport(actor, run.organisationId)) throw new DomainError("NOT_FOUND");
  return { run, status: importAfter(step, run) };
}

/** Throws CONFLICT when somebody else was faster. */
async function saveImport({ importId: id, version }: ImportRef, data: Prisma.ImportRunUpdateManyMutationInput, now: Date): Promise<{ id: string; version: number }> {
  const { count } = await db().importRun.updateMany({ where: { id, version }, data: { ...data, savedAt: now, version: { increment: 1 } } });
  if (count === 0) throw new DomainError("CONFLICT");
  return { id, version: version + 1 };
}

/** Keeps what a person has said so far of the columns of a loose document. Throws NOT_FOUND, TRANSITION_NOT_ALLOWED, CONFLICT, ZodError. */
export async function saveMapping(actor: Actor, { mapping, ...ref }: MappedImport, now: Date): Promise<{ version: number }> {
  await requireImport(actor, ref.importId, "map");
  return saveImport(ref, { mapping: asJson(mappingSchema.parse(mapping)) }, now);
}

/** Reads a loose document by what a person says of its columns. Throws as {@link saveMapping}. */
export async function finishMapping(actor: Actor, { mapping, ...ref }: MappedImport, now: Date): Promise<{ id: string }> {
  const { run, status } = await requireImport(actor, ref.importId, "map");
  const said = mappingSchema.parse(mapping);
  const plan = await requirePlace(actor, run);
  const read = await readMappedTable(looseTableSchema.parse(run.table), said, run, now);
  return saveImport(ref, { ...readRow(read), mapping: asJson(said), status, planVersion: plan?.revision ?? null }, now);
}

/** From the preview back to what the columns mean. Throws NOT_FOUND, TRANSITION_NOT_ALLOWED, CONFLICT. */
export async function reopenMapping(actor: Actor, ref: ImportRef, now: Date): Promise<{ id: string }> {
  const { status } = await requireImport(actor, ref.importId, "remap");
  return saveImport(ref, { status, failure: null }, now);
}

/** From a failed import, which wrote nothing, back to its preview. Throws as {@link reopenMapping}. */
export async function previewAgain(actor: Actor, ref: ImportRef, now: Date): Promise<{ id: string }> {
  const { status } = await requireImport(actor, ref.importId, "again");
  return saveImport(ref, { status, failure: null }, now);
}

/** Puts an import away with its file; that it was there is kept. Throws as {@link reopenMapping}. */
export async function discardImport(actor: Actor, ref: ImportRef, now: Date): Promise<{ id: string }> {
  const { run, status } = await requireImport(actor, ref.importId, "discard");
  const saved = await saveImport(ref, { status, fileKey: null, finishedAt: now }, now);
  if (run.fileKey) await deleteFile(run.fileKey);
  return saved;
}

/**
 * Starts in the background what the preview shows. Throws NOT_FOUND, TRANSITION_NOT_ALLOWED, CONFLICT (the plan, or the import,
 * has changed since it was looked at), INVALID_INPUT (problems; nothing to do), REASON_REQUIRED for an adopted plan.
 */
export async function startImport(actor: Actor, raw: StartImportInput, now: Date): Promise<{ id: string }> {
  const { importId, version, revision, removesMissing, reason, legalActId } = startImportSchema.parse(raw);
  const { status } = await requireImport(actor, importId, "start");
  const preview = await getImportPreview(actor, importId, { removesMissing });
  if (!preview) throw new DomainError("NOT_FOUND");
  if (preview.revision !== revision) throw new DomainError("CONFLICT");
  if (preview.problems.length > 0 || preview.total === 0) throw new DomainError("INVALID_INPUT");
  if (preview.amends && !Object.values(reason ?? {}).some(Boolean)) throw new DomainError("REASON_REQUIRED", { reason: "required" });
  if (legalActId && !preview.legalActs.some(({ id }) => id === legalActId)) throw new DomainError("INVALID_INPUT", { legalActId: "unknownChoice" });
  return inTransaction(async () => {
    const why = preview.amends ? { reason: asJson(reason), legalActId } : {};
    const saved = await saveImport({ importId, version }, { status, removesMissing, planVersion: revision, ...why, done: 0, total: preview.total, failure: null }, now);
    await recordAudit(actor, { action: "import.started", entity: "import", entityId: importId, planId: preview.planId, after: { format: preview.format, fileName: preview.fileName } }, now);
    await enqueue(importJob, { importId });
    return saved;
  });
}
