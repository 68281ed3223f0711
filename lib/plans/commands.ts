import type { Actor } from "#lib/actors/schema.ts";
import { recordAudit } from "#lib/audit/commands.ts";
import { holdDraft, textOrNull } from "#lib/drafting/commands.ts";
import { canDraft } from "#lib/drafting/policy.ts";
import { planAfter, requireOrderedTerm, type PlanStatus, type PlanStep } from "#lib/drafting/rules.ts";
import { compact } from "#lib/localized/schema.ts";
import { db, inTransaction, isUniqueViolation } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { createPlanSchema, legalActSchema, partSchema, type CreatePlanInput, type LegalActInput, type PartInput } from "./schema.ts";

/** What the next change of the same plan has to name. */
export interface SavedPlan {
  id: string;
  version: number;
}

/** Begins a plan of the actor's Secretariat, as a draft. Throws NOT_FOUND, ALREADY_EXISTS (slug), INVALID_INPUT, ZodError. */
export async function createPlan(actor: Actor, input: CreatePlanInput, now: Date): Promise<SavedPlan> {
  const plan = createPlanSchema.parse(input);
  if (!canDraft(actor, plan)) throw new DomainError("NOT_FOUND");
  requireOrderedTerm(plan);
  await requireScaleAndSecretariat(plan);
  return inTransaction(async (tx) => {
    const texts = { title: compact(plan.title) ?? {}, introduction: textOrNull(plan.introduction), locality: textOrNull(plan.locality), sourceNote: textOrNull(plan.sourceNote) };
    const row = await tx.plan.create({ data: { ...plan, ...texts, status: "draft", createdAt: now }, select: { id: true, version: true } }).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new DomainError("ALREADY_EXISTS", { slug: "duplicate" }) : error;
    });
    await recordAudit(actor, { action: "plan.created", entity: "plan", entityId: row.id, planId: row.id, after: { slug: plan.slug, title: texts.title } }, now);
    return row;
  });
}

async function requireScaleAndSecretariat({ scaleCode, secretariatId }: { scaleCode: string; secretariatId: string }): Promise<void> {
  const scales = await db().fulfilmentScale.count({ where: { code: scaleCode } });
  const bodies = await db().organisation.count({ where: { id: secretariatId } });
  const wrong = { ...(scales ? {} : { scaleCode: "unknownChoice" }), ...(bodies ? {} : { secretariatId: "unknownChoice" }) };
  if (!scales || !bodies) throw new DomainError("INVALID_INPUT", wrong);
}

/** Adds the act by which a plan is or will be adopted. Throws NOT_FOUND, PLAN_ADOPTED, ZodError. */
export async function addLegalAct(actor: Actor, input: LegalActInput, now: Date): Promise<{ id: string }> {
  const act = legalActSchema.parse(input);
  return inTransaction(async (tx) => {
    await holdDraft(actor, act.planId);
    const { planId, number, date } = act;
    const texts = { kind: compact(act.kind) ?? {}, issuingBody: compact(act.issuingBody) ?? {}, title: textOrNull(act.title), text: textOrNull(act.text), appealTerms: textOrNull(act.appealTerms), signatory: textOrNull(act.signatory) };
    const position = await tx.legalAct.count({ where: { planId } });
    const row = await tx.legalAct.create({ data: { ...act, ...texts, position }, select: { id: true } });
    await recordAudit(actor, { action: "legal_act.added", entity: "plan", entityId: planId, planId, after: { kind: texts.kind, number, date } }, now);
    return row;
  });
}

/** Adds a challenge, objective or part, after those that are there. Throws NOT_FOUND, PLAN_ADOPTED, ALREADY_EXISTS (number), ZodError. */
export async function addPart(actor: Actor, input: PartInput, now: Date): Promise<{ id: string }> {
  const part = partSchema.parse(input);
  return inTransaction(async (tx) => {
    await holdDraft(actor, part.planId);
    const { planId, parentId, kind, number } = part;
    const parents = parentId ? await tx.planPart.count({ where: { id: parentId, planId } }) : 1;
    if (parents === 0) throw new DomainError("INVALID_INPUT", { parentId: "unknownChoice" });
    const texts = { title: compact(part.title) ?? {}, description: textOrNull(part.description), note: textOrNull(part.note) };
    const position = await tx.planPart.count({ where: { planId } });
    const row = await tx.planPart.create({ data: { ...part, ...texts, slug: part.slug ?? `${kind}-${position + 1}`, position }, select: { id: true } }).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new DomainError("ALREADY_EXISTS", { number: "duplicate" }) : error;
    });
    await recordAudit(actor, { action: "part.added", entity: "plan", entityId: planId, planId, after: { kind, number, title: texts.title } }, now);
    return row;
  });
}

/** Draft → in consultation: from now on the public reads it and comments. */
export function openPlanConsultation(actor: Actor, input: { planId: string; version: number }, now: Date): Promise<SavedPlan> {
  return movePlan(actor, "consult", "plan.consultation_opened", input, now);
}

/** In consultation → draft again, for a plan that has to be rewritten before it is adopted. */
export function withdrawPlanConsultation(actor: Actor, input: { planId: string; version: number }, now: Date): Promise<SavedPlan> {
  return movePlan(actor, "withdraw", "plan.consultation_withdrawn", input, now);
}

/** → adopted: from now on it changes only by amendment, and agencies report on it. */
export function adoptPlan(actor: Actor, input: { planId: string; version: number }, now: Date): Promise<SavedPlan> {
  return movePlan(actor, "adopt", "plan.adopted", input, now);
}

/** Adopted → closed: what it says stays readable. */
export function closePlan(actor: Actor, input: { planId: string; version: number }, now: Date): Promise<SavedPlan> {
  return movePlan(actor, "close", "plan.closed", input, now);
}

async function movePlan(actor: Actor, step: PlanStep, action: string, { planId, version }: { planId: string; version: number }, now: Date): Promise<SavedPlan> {
  const plan = await db().plan.findUnique({ where: { id: planId }, select: { secretariatId: true, status: true } });
  if (!plan || !canDraft(actor, plan)) throw new DomainError("NOT_FOUND");
  const status = planAfter(step, plan.status as PlanStatus);
  return inTransaction(async (tx) => {
    const { count } = await tx.plan.updateMany({ where: { id: planId, version, status: plan.status }, data: { status, version: { increment: 1 } } });
    if (count === 0) throw new DomainError("CONFLICT");
    await recordAudit(actor, { action, entity: "plan", entityId: planId, planId, before: { status: plan.status }, after: { status } }, now);
    return { id: planId, version: version + 1 };
  });
}
