import type { Actor } from "#lib/record/actors/schema.ts";
import { recordAudit, recordAudits } from "#lib/record/audit/commands.ts";
import { canDraft } from "#lib/record/drafting/policy.ts";
import { entriesOf, overlay, parseEdits, type AnyEntry } from "#lib/editing/rules.ts";
import type { PlanContent, PlanEdit, PlanEditInput } from "#lib/editing/schema.ts";
import { compact } from "#lib/record/localized/schema.ts";
import { amend, applyEdits, checkEdits, holdPlan, requireAmendable } from "#lib/editing/plan-edits/commands.ts";
import { asJson, db, inTransaction, jsonOrNull, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError, isDomainError } from "#lib/platform/errors.ts";
import { getAmendmentDraft, getLastChange, getPlanForEditing, getRowVersion } from "./queries.ts";
import { mergedEdits } from "./rules.ts";
import type { AmendmentDraft, AmendmentTexts, AmendmentVersion, StagedEdit } from "./schema.ts";

/** Made of thousands of edits at most. */
const timeoutMs = 120_000;

/** A plan held until the transaction ends, with the draft that is asked for. */
interface Held {
  base: PlanContent;
  draft: AmendmentDraft;
}

async function holdDraft(actor: Actor, amendmentId: string): Promise<Held> {
  const row = await db().amendment.findUnique({ where: { id: amendmentId }, select: { planId: true } });
  if (!row) throw new DomainError("NOT_FOUND");
  const base = await holdPlan(actor, row.planId);
  requireAmendable(base.plan);
  const draft = await getAmendmentDraft(base);
  if (draft?.id !== amendmentId) throw new DomainError("CONFLICT");
  return { base, draft };
}

/** Begins an amendment of an adopted plan, or goes on with the one in preparation. Throws NOT_FOUND, PLAN_NOT_ADOPTED, PLAN_CLOSED. */
export async function beginAmendment(actor: Actor, { planId }: { planId: string }, now: Date): Promise<{ id: string; version: number }> {
  return inTransaction(async (tx) => {
    const base = await holdPlan(actor, planId);
    requireAmendable(base.plan);
    const draft = await getAmendmentDraft(base);
    if (draft) return draft;
    const data = { planId, accountId: actor.accountId, actorName: actor.name, createdAt: now, savedAt: now };
    const made = await tx.amendment.create({ data, select: { id: true, version: true } });
    await recordAudit(actor, { action: "amendment.begun", entity: "amendment", entityId: made.id, planId }, now);
    return made;
  });
}

/**
 * Puts edits into a draft amendment, over those that are there. Throws NOT_FOUND, CONFLICT (`<index>.version`: a colleague
 * staged another change of it, or it was amended), INVALID_INPUT (`<index>.<field path>`).
 */
export async function stageEdits(actor: Actor, { amendmentId, edits: raw }: { amendmentId: string; edits: readonly PlanEditInput[] }, now: Date): Promise<{ version: number; edits: PlanEdit[] }> {
  const wanted = parseEdits(raw);
  return inTransaction(async () => {
    const { base, draft } = await holdDraft(actor, amendmentId);
    const { edits } = await checkEdits(overlay(base, draft.edits), wanted);
    const merged = mergedEdits(base, draft.edits, edits);
    await recordAudits(actor, edits.map(({ op, entity, id }) => ({ action: "amendment.staged", entity, entityId: id, planId: base.plan.id, after: { amendment: amendmentId, op } })), now);
    return { version: await keep(actor, draft, { edits: merged }, now), edits: merged };
  }, timeoutMs);
}

/** Takes the staged change of one thing back. Throws NOT_FOUND, INVALID_INPUT (`op`: something else that is staged needs it). */
export async function unstageEdit(actor: Actor, { amendmentId, entity, id }: StagedEdit, now: Date): Promise<{ version: number }> {
  return inTransaction(async () => {
    const { base, draft } = await holdDraft(actor, amendmentId);
    const left = draft.edits.filter((edit) => edit.id !== id || edit.entity !== entity);
    if (left.length === draft.edits.length) throw new DomainError("NOT_FOUND");
    await checkEdits(base, left.map((edit) => ({ ...edit, version: undefined }))).catch((error: unknown) => {
      throw isDomainError(error) && error.code === "INVALID_INPUT" ? new DomainError("INVALID_INPUT", { op: "inUse" }) : error;
    });
    await recordAudit(actor, { action: "amendment.unstaged", entity, entityId: id, planId: base.plan.id, before: { amendment: amendmentId } }, now);
    return { version: await keep(actor, draft, { edits: left }, now) };
  });
}

/** Keeps what is said of an amendment in preparation. Throws NOT_FOUND, CONFLICT. */
export async function saveAmendment(actor: Actor, { amendmentId, version, reason, legalActId }: AmendmentTexts, now: Date): Promise<{ version: number }> {
  return inTransaction(async () => {
    const { base, draft } = await holdDraft(actor, amendmentId);
    if (draft.version !== version) throw new DomainError("CONFLICT");
    const acts = overlay(base, draft.edits).legalActs.filter(({ removed }) => !removed);
    if (legalActId !== null && !acts.some(({ id }) => id === legalActId)) throw new DomainError("INVALID_INPUT", { legalActId: "unknownChoice" });
    // An act that the amendment itself adds cannot be referred to yet: getAmendmentDraft offers it again.
    const there = base.legalActs.some(({ id }) => id === legalActId);
    await recordAudit(actor, { action: "amendment.saved", entity: "amendment", entityId: amendmentId, planId: base.plan.id, before: { reason: draft.reason }, after: { reason: compact(reason), legalActId } }, now);
    return { version: await keep(actor, draft, { reason: jsonOrNull(compact(reason)), legalActId: there ? legalActId : null }, now) };
  });
}

async function keep(actor: Actor, { id, version }: AmendmentDraft, { edits, ...texts }: { edits?: PlanEdit[] } & Pick<Prisma.AmendmentUncheckedUpdateManyInput, "reason" | "legalActId">, now: Date): Promise<number> {
  const staged = edits ? { edits: asJson(edits) } : {};
  const data = { ...staged, ...texts, savedAt: now, accountId: actor.accountId, actorName: actor.name, version: { increment: 1 } };
  const { count } = await db().amendment.updateMany({ where: { id, version, status: "draft" }, data });
  if (count === 0) throw new DomainError("CONFLICT");
  return version + 1;
}

/**
 * Puts an amendment on the record: everything staged is written at once, and told in the plan's history. Throws NOT_FOUND, REASON_REQUIRED,
 * CONFLICT (of the draft, or `<index>.version` of what was amended since it was staged), INVALID_INPUT.
 */
export async function makeAmendment(actor: Actor, { amendmentId, version, reason, legalActId }: AmendmentTexts, now: Date): Promise<{ number: number }> {
  return inTransaction(async () => {
    const { base, draft } = await holdDraft(actor, amendmentId);
    if (draft.version !== version) throw new DomainError("CONFLICT");
    const { number } = await amend(actor, { content: base, edits: draft.edits, amendmentId, reason, legalActId }, now);
    return { number };
  }, timeoutMs);
}

/** Throws an amendment in preparation away. Throws NOT_FOUND, CONFLICT. */
export async function discardAmendment(actor: Actor, { amendmentId, version }: AmendmentVersion, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const { base, draft } = await holdDraft(actor, amendmentId);
    const { count } = await tx.amendment.deleteMany({ where: { id: amendmentId, version, status: "draft" } });
    if (count === 0) throw new DomainError("CONFLICT");
    await recordAudit(actor, { action: "amendment.discarded", entity: "amendment", entityId: amendmentId, planId: base.plan.id, before: { edits: draft.edits.length } }, now);
  });
}

/** What became of one edit; in a conflict, what a colleague made of the same thing meanwhile (null: taken out). */
export type SavedEdit =
  | { outcome: "saved"; version: number; staged: boolean }
  | { outcome: "conflict"; current: AnyEntry | PlanContent["plan"] | null; by: string | null; at: Date | null };

/**
 * One edit of somebody at the editor: made at once while the plan is being written, staged in the amendment in preparation once it
 * is adopted. Throws NOT_FOUND, PLAN_CLOSED, INVALID_INPUT with the field paths of the form.
 */
export async function saveEdit(actor: Actor, { planId, edit }: { planId: string; edit: PlanEditInput }, now: Date): Promise<SavedEdit> {
  const plan = await db().plan.findUnique({ where: { id: planId }, select: { secretariatId: true, status: true } });
  if (!plan || !canDraft(actor, plan)) throw new DomainError("NOT_FOUND");
  if (plan.status === "closed") throw new DomainError("PLAN_CLOSED");
  try {
    return await inTransaction(async (tx) => {
      const staged = plan.status === "adopted";
      const version = staged ? await stageOne(actor, planId, edit, now) : await applyOne(actor, planId, edit, now);
      if (actor.accountId) await tx.editingDraft.deleteMany({ where: { accountId: actor.accountId, entity: edit.entity, entityId: edit.id } });
      return { outcome: "saved", version, staged };
    });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    if (error.code === "CONFLICT") return conflictOf(actor, planId, edit);
    throw new DomainError(error.code, Object.fromEntries(Object.entries(error.fieldErrors).map(([path, message]) => [path.replace(/^0\./, ""), message])));
  }
}

async function applyOne(actor: Actor, planId: string, edit: PlanEditInput, now: Date): Promise<number> {
  await applyEdits(actor, { planId, edits: [edit] }, now);
  return (await getRowVersion(edit.entity, edit.id)) ?? 1;
}

async function stageOne(actor: Actor, planId: string, edit: PlanEditInput, now: Date): Promise<number> {
  const { id: amendmentId } = await beginAmendment(actor, { planId }, now);
  const { edits } = await stageEdits(actor, { amendmentId, edits: [edit] }, now);
  const staged = edits.find(({ id }) => id === edit.id);
  return (staged?.op === "add" ? 0 : (staged?.version ?? 0)) + (staged?.times ?? 0);
}

async function conflictOf(actor: Actor, planId: string, edit: PlanEditInput): Promise<SavedEdit> {
  const { content } = await getPlanForEditing(actor, planId);
  const entry = edit.entity === "plan" ? content.plan : (entriesOf(content).get(edit.id) ?? null);
  const last = await getLastChange(edit.id);
  return { outcome: "conflict", current: entry && "removed" in entry && entry.removed ? null : entry, by: last?.by ?? null, at: last?.at ?? null };
}
