import type { Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { isLoose } from "#lib/imports/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { planFileSchema } from "#lib/imports/plan-files/schema.ts";
import { writePlanFile } from "#lib/imports/plan-writing/commands.ts";
import { db, inTransaction, outsideTransaction, type Db, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError, isDomainError } from "#lib/platform/errors.ts";

/** All of a large plan goes into one transaction. */
const timeoutMs = 300_000;
/** A page asks for progress every second or so; more is not written. */
const progressMs = 400;

/**
 * Writes what an import's preview has shown, all of it or nothing, and says how far it is while it works. Doing it again, also
 * at the same time on another server, does no harm. What is refused (the plan has changed since) ends the import as failed
 * with its code; anything else is thrown, so that the queue tries again, and ends it with UNAVAILABLE when nothing more is tried.
 */
export async function applyImport(importId: string, now: Date, { last }: { last: boolean }): Promise<void> {
  const { count } = await db().importRun.updateMany({ where: { id: importId, status: { in: ["queued", "running"] } }, data: { status: "running", done: 0, savedAt: now } });
  if (count === 0) return;
  try {
    await inTransaction((tx) => writeImport(tx, importId, now), timeoutMs);
  } catch (error) {
    if (!isDomainError(error) && !last) throw error;
    await failImport(importId, isDomainError(error) ? error.code : "UNAVAILABLE", now);
    if (!isDomainError(error)) throw error;
  }
}

async function failImport(importId: string, failure: string, now: Date): Promise<void> {
  await db().importRun.updateMany({ where: { id: importId, status: { in: ["queued", "running"] } }, data: { status: "failed", failure, done: 0, finishedAt: now, savedAt: now, version: { increment: 1 } } });
}

async function writeImport(tx: Db, importId: string, now: Date): Promise<void> {
  // Not a lock on the row itself: progress is written to that from outside.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${importId}, 0))`;
  const run = await tx.importRun.findUniqueOrThrow({ where: { id: importId } });
  if (run.status !== "running") return;
  const { planId, organisationId, removesMissing, legalActId } = run;
  await requireStillMay(tx, run);
  const actor: Actor = { accountId: run.accountId, name: run.actorName, memberships: [{ role: "secretariat", organisationId }], system: false };
  const amendment = run.reason ? { reason: run.reason as Localized, legalActId } : undefined;
  const progress = progressOf(importId);
  const comparison = { planId, seed: importId, keepsUnstated: isLoose(run.format), removesMissing };
  const written = await writePlanFile(actor, { file: planFileSchema.parse(run.content), revision: run.planVersion ?? undefined, amendment, ...comparison }, now, progress.tell);
  await progress.settled();
  const { planId: writtenId, ...result } = written;
  await tx.importRun.update({ where: { id: importId }, data: { status: "done", planId: writtenId, result, done: run.total, finishedAt: now, savedAt: now, version: { increment: 1 } } });
  await recordAudit(actor, { action: "import.done", entity: "import", entityId: importId, planId: writtenId, after: result satisfies Prisma.InputJsonObject }, now);
}

/** Whether the person may was decided when it was started; until its turn came they may have been shut out. */
async function requireStillMay(tx: Db, { accountId, organisationId }: { accountId: string | null; organisationId: string }): Promise<void> {
  if (accountId === null) return;
  const member = await tx.membership.count({ where: { accountId, organisationId, role: "secretariat", account: { disabledAt: null } } });
  if (member === 0) throw new DomainError("FORBIDDEN");
}

/** Tells the import's row, now and then and outside the transaction, how far its work is. */
function progressOf(importId: string) {
  let told = 0;
  let writing: Promise<unknown> = Promise.resolve();
  const write = (done: number, total: number) => outsideTransaction(async () => db().importRun.updateMany({ where: { id: importId, status: "running" }, data: { done, total } }));
  return {
    tell(done: number, total: number): void {
      if (performance.now() - told < progressMs) return;
      told = performance.now();
      // Not to be told how far it is stops nobody's work.
      writing = Promise.all([writing, write(done, total).catch(() => undefined)]);
    },
    settled: () => writing,
  };
}
