import type { Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { canDraft } from "#lib/record/drafting/policy.ts";
import { requireDrafting } from "#lib/record/drafting/rules.ts";
import { getKnown } from "#lib/editing/checks/queries.ts";
import { conflictsOf, editProblems } from "#lib/editing/checks/rules.ts";
import { getPlanContent } from "#lib/editing/queries.ts";
import { overlay, parseEdits } from "#lib/editing/rules.ts";
import type { PlanContent, PlanEdit, PlanEditInput } from "#lib/editing/schema.ts";
import { compact, isBlank, type Localized } from "#lib/record/localized/schema.ts";
import { listTakenAddresses } from "#lib/record/permanent-addresses/queries.ts";
import { recordDifferences } from "#lib/editing/plan-changes/commands.ts";
import { getNames } from "#lib/editing/plan-changes/queries.ts";
import { differencesOf } from "#lib/editing/plan-changes/rules.ts";
import { writeRows, type Progress } from "#lib/editing/plan-rows/commands.ts";
import { db, inTransaction } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { newId } from "#lib/platform/ids.ts";
import { addressProblems, settled } from "./rules.ts";

/** Thousands of edits with their lines and their trace. */
const timeoutMs = 120_000;

/** What edits came to: entries that are really different now. */
export interface Applied {
  added: number;
  changed: number;
  removed: number;
  /** The plan's, afterwards. */
  revision: number;
}

export interface EditsInput {
  planId: string;
  /** Of the plan that the edits were made for; left out: whatever it is. */
  planRevision?: number | undefined;
  edits: readonly PlanEditInput[];
}

interface Told {
  /** Called between batches, inside the transaction. */
  progress?: Progress | undefined;
}

/**
 * Holds a plan until the transaction under way ends, so that one after another writes it, and gives all of it. Throws NOT_FOUND
 * for another Secretariat's plan.
 */
export async function holdPlan(actor: Actor, planId: string): Promise<PlanContent> {
  const [held] = await db().$queryRaw<{ secretariatId: string }[]>`SELECT "secretariatId" FROM "Plan" WHERE "id" = ${planId}::uuid FOR NO KEY UPDATE`;
  const content = held && canDraft(actor, held) ? await getPlanContent(planId) : null;
  if (!content) throw new DomainError("NOT_FOUND");
  return content;
}

/**
 * Changes a plan that is still being written: all edits in one transaction, or none. Throws NOT_FOUND, PLAN_ADOPTED, CONFLICT
 * (`<index>.version` of what somebody else changed meanwhile; nothing when the plan has another revision), INVALID_INPUT
 * (`<index>.<field path>`).
 */
export async function applyEdits(actor: Actor, { planId, planRevision, edits: raw }: EditsInput, now: Date, told: Told = {}): Promise<Applied> {
  const edits = parseEdits(raw);
  return inTransaction(async () => {
    const content = await holdPlan(actor, planId);
    requireDrafting(content.plan);
    requireRevision(content, planRevision);
    return writeEdits(actor, { content, edits, amendmentId: null }, now, told.progress);
  }, timeoutMs);
}

/**
 * Changes an adopted plan on the record at once, beside any draft of an amendment. `legalActId` may be that of an act which the
 * edits add. Throws as {@link applyEdits}, and PLAN_NOT_ADOPTED, REASON_REQUIRED.
 */
export async function amendPlan(actor: Actor, { reason, legalActId, ...input }: EditsInput & AmendmentReason, now: Date, told: Told = {}): Promise<Applied & { amendmentId: string; number: number }> {
  const edits = parseEdits(input.edits);
  return inTransaction(async (tx) => {
    const content = await holdPlan(actor, input.planId);
    requireAmendable(content.plan);
    requireRevision(content, input.planRevision);
    const by = { planId: input.planId, accountId: actor.accountId, actorName: actor.name, createdAt: now, savedAt: now };
    const { id: amendmentId } = await tx.amendment.create({ data: by, select: { id: true } });
    return { amendmentId, ...(await amend(actor, { content, edits, amendmentId, reason, legalActId }, now, told.progress)) };
  }, timeoutMs);
}

export interface AmendmentReason {
  reason: Localized;
  legalActId: string | null;
}

interface Amending extends AmendmentReason {
  content: PlanContent;
  edits: readonly PlanEdit[];
  /** Of a draft of this plan. */
  amendmentId: string;
}

/** Makes a draft amendment: its edits are written, then it stays as it is. For a plan held by {@link holdPlan}. */
export async function amend(actor: Actor, { content, edits, amendmentId: id, reason, legalActId }: Amending, now: Date, progress?: Progress): Promise<Applied & { number: number }> {
  const planId = content.plan.id;
  if (isBlank(reason)) throw new DomainError("REASON_REQUIRED", { reason: "reasonRequired" });
  await db().$executeRaw`SELECT set_config('open_commitments.amendment', ${id}, true)`;
  const applied = await writeEdits(actor, { content, edits, amendmentId: id }, now, progress);
  if (applied.added + applied.changed + applied.removed === 0) throw new DomainError("INVALID_INPUT", { edits: "nothingChanges" });
  const acts = legalActId ? await db().legalAct.count({ where: { id: legalActId, planId } }) : 1;
  if (acts === 0) throw new DomainError("INVALID_INPUT", { legalActId: "unknownChoice" });
  const { _max: last } = await db().amendment.aggregate({ where: { planId }, _max: { number: true } });
  const number = (last.number ?? 0) + 1;
  const made = { status: "made", number, reason, legalActId, edits: [], savedAt: now, madeAt: now, accountId: actor.accountId, actorName: actor.name };
  await db().amendment.update({ where: { id }, data: { ...made, version: { increment: 1 } } });
  await db().$executeRaw`SELECT set_config('open_commitments.amendment', '', true)`;
  await recordAmendment(actor, { id, planId, number, reason }, now);
  return { number, ...applied };
}

async function recordAmendment(actor: Actor, { id, planId, number, reason }: { id: string; planId: string; number: number; reason: Localized }, now: Date): Promise<void> {
  await recordAudit(actor, { action: "amendment.made", entity: "amendment", entityId: id, planId, after: { number, reason: compact(reason) } }, now);
}

/** Throws PLAN_CLOSED, and PLAN_NOT_ADOPTED while a plan is changed without more ado. */
export function requireAmendable({ status }: { status: string }): void {
  if (status === "closed") throw new DomainError("PLAN_CLOSED");
  if (status !== "adopted") throw new DomainError("PLAN_NOT_ADOPTED");
}

function requireRevision({ plan: { revision } }: PlanContent, wanted: number | undefined): void {
  if (wanted !== undefined && wanted !== revision) throw new DomainError("CONFLICT");
}

/**
 * The edits with nothing left open and the plan as they make it. Throws CONFLICT and INVALID_INPUT with all that keeps them
 * from being made.
 */
export async function checkEdits(before: PlanContent, wanted: readonly PlanEdit[]): Promise<{ edits: PlanEdit[]; after: PlanContent }> {
  const conflicts = conflictsOf(before, wanted);
  if (conflicts.length > 0) throw new DomainError("CONFLICT", Object.fromEntries(conflicts.map((index) => [`${index}.version`, "changedMeanwhile"])));
  const kept = await listTakenAddresses(before.plan.id);
  const edits = settled(before, wanted, newId, kept.keys());
  const after = overlay(before, edits);
  const problems = { ...editProblems(before, after, edits, await getKnown(before.plan.id, edits)), ...addressProblems(edits, kept) };
  if (Object.keys(problems).length > 0) throw new DomainError("INVALID_INPUT", problems);
  return { edits, after };
}

async function writeEdits(actor: Actor, { content, edits: wanted, amendmentId }: Pick<Amending, "content" | "edits"> & { amendmentId: string | null }, now: Date, progress?: Progress): Promise<Applied> {
  const { id: planId, status, revision } = content.plan;
  const { edits, after } = await checkEdits(content, wanted);
  const differences = differencesOf(content, after, edits, await getNames());
  const count = (operation: string) => differences.filter((difference) => difference.operation === operation).length;
  if (differences.length === 0) return { added: 0, changed: 0, removed: 0, revision };
  await writeRows(content, after, { keep: status === "adopted", now }, progress);
  await recordDifferences(actor, { planId, amendmentId, isPublic: status !== "draft" }, differences, now);
  await db().plan.update({ where: { id: planId }, data: { revision: { increment: 1 } } });
  return { added: count("added"), changed: count("changed"), removed: count("removed"), revision: revision + 1 };
}
