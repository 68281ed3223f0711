import type { Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { consultationWindow } from "#lib/record/consultations/rules.ts";
import { canDraft } from "#lib/record/drafting/policy.ts";
import { planAfter, type PlanStatus, type PlanStep } from "#lib/record/drafting/rules.ts";
import type { PlanEditInput } from "#lib/editing/schema.ts";
import { listMunicipalityNames } from "#lib/record/lists/queries.ts";
import { municipalityOfPlace } from "#lib/record/lists/rules.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { tellStep } from "#lib/editing/plan-changes/commands.ts";
import type { FieldDifference } from "#lib/editing/plan-changes/rules.ts";
import { applyEdits, holdPlan } from "#lib/editing/plan-edits/commands.ts";
import { db, inTransaction, isUniqueViolation, jsonOrNull } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { dayOf, endsBeforeStart } from "#lib/record/terms/rules.ts";
import { createPlanSchema, openConsultationSchema, type CreatePlanInput, type OpenConsultationInput, type PlanStepInput } from "./schema.ts";

/** What the next change of the same plan has to name. */
export interface SavedPlan {
  id: string;
  version: number;
}

/** Begins a plan of the actor's Secretariat, as a draft; what it promises comes by edits. Throws NOT_FOUND, ALREADY_EXISTS (slug), INVALID_INPUT, ZodError. */
export async function createPlan(actor: Actor, input: CreatePlanInput, now: Date): Promise<SavedPlan> {
  const { introduction, locality, sourceNote, ...plan } = createPlanSchema.parse(input);
  if (!canDraft(actor, plan)) throw new DomainError("NOT_FOUND");
  if (endsBeforeStart(plan)) throw new DomainError("INVALID_INPUT", { endsOn: "endBeforeStart" });
  await requireScaleAndSecretariat(plan);
  const municipalitySlug = await municipalityOf(plan.municipalitySlug, locality);
  return inTransaction(async (tx) => {
    const texts = { introduction: jsonOrNull(introduction), locality: jsonOrNull(locality), sourceNote: jsonOrNull(sourceNote) };
    const row = await tx.plan.create({ data: { ...plan, ...texts, municipalitySlug, status: "draft", createdAt: now }, select: { id: true, version: true } }).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new DomainError("ALREADY_EXISTS", { slug: "duplicate" }) : error;
    });
    await recordAudit(actor, { action: "plan.created", entity: "plan", entityId: row.id, planId: row.id, after: { slug: plan.slug, title: plan.title, ...(municipalitySlug ? { municipalitySlug } : {}) } }, now);
    return row;
  });
}

/** The one that is said, else the one that the locality names; null: of none. */
async function municipalityOf(said: string | null | undefined, locality: Localized | null): Promise<string | null> {
  const list = await listMunicipalityNames();
  if (said && !list.some(({ slug }) => slug === said)) throw new DomainError("INVALID_INPUT", { municipalitySlug: "unknownChoice" });
  return said ?? municipalityOfPlace(locality, list);
}

async function requireScaleAndSecretariat({ scaleCode, secretariatId }: { scaleCode: string; secretariatId: string }): Promise<void> {
  const scales = await db().fulfilmentScale.count({ where: { code: scaleCode } });
  const bodies = await db().organisation.count({ where: { id: secretariatId } });
  const wrong = { ...(scales ? {} : { scaleCode: "unknownChoice" }), ...(bodies ? {} : { secretariatId: "unknownChoice" }) };
  if (!scales || !bodies) throw new DomainError("INVALID_INPUT", wrong);
}

/** Deletes a draft that was never public and on which nothing hangs. Throws NOT_FOUND, TRANSITION_NOT_ALLOWED, CONFLICT. */
export async function deleteDraftPlan(actor: Actor, { planId, version }: PlanStepInput, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const { plan, legalActs, parts, commitments } = await holdPlan(actor, planId);
    const hangs = { changes: true, reports: true, periods: true, amendments: true, imports: true } as const;
    const { _count: count } = await tx.plan.findUniqueOrThrow({ where: { id: planId }, select: { _count: { select: hangs } } });
    if (plan.status !== "draft" || Object.values(count).some((number) => number > 0)) throw new DomainError("TRANSITION_NOT_ALLOWED");
    const edits = [...commitments, ...parts, ...legalActs].map(({ entity, id }): PlanEditInput => ({ op: "remove", entity, id }));
    await applyEdits(actor, { planId, edits }, now);
    await tx.editingDraft.deleteMany({ where: { planId } });
    const { count: deleted } = await tx.plan.deleteMany({ where: { id: planId, version } });
    if (deleted === 0) throw new DomainError("CONFLICT");
    await recordAudit(actor, { action: "plan.deleted", entity: "plan", entityId: planId, planId, before: { slug: plan.slug, title: plan.fields.title } }, now);
  });
}

/**
 * Draft → in consultation: from now on the public reads it, and comments on it from the first to the last day. Throws NOT_FOUND,
 * TRANSITION_NOT_ALLOWED, INVALID_INPUT (`endsOn`: over already), CONFLICT, ZodError.
 */
export function openPlanConsultation(actor: Actor, input: OpenConsultationInput, now: Date): Promise<SavedPlan> {
  const { opensOn, endsOn, ...step } = openConsultationSchema.parse(input);
  if (endsOn && endsOn < dayOf(now)) throw new DomainError("INVALID_INPUT", { endsOn: "dateInPast" });
  return movePlan(actor, { ...step, step: "consult", action: "plan.consultation_opened" }, now, ({ consultationDays }) => {
    const begins = opensOn ?? dayOf(now);
    const window = consultationWindow(new Date(`${begins}T12:00:00+04:00`), consultationDays);
    const days = { consultationOpensOn: begins, consultationEndsOn: endsOn ?? window.endsOn };
    return { days, told: [{ field: "consultation", before: null, after: { opensOn: days.consultationOpensOn, endsOn: days.consultationEndsOn } }] };
  });
}

/** In consultation → draft again, for a plan that has to be rewritten before it is adopted. */
export function withdrawPlanConsultation(actor: Actor, input: PlanStepInput, now: Date): Promise<SavedPlan> {
  return movePlan(actor, { ...input, step: "withdraw", action: "plan.consultation_withdrawn" }, now);
}

/** → adopted: from now on it changes only by amendment, and agencies report on it. */
export function adoptPlan(actor: Actor, input: PlanStepInput, now: Date): Promise<SavedPlan> {
  return movePlan(actor, { ...input, step: "adopt", action: "plan.adopted" }, now);
}

/** Adopted → closed: what it says stays readable. Throws UPDATES_WAITING while an update waits for review, AMENDMENT_OPEN while one is prepared. */
export async function closePlan(actor: Actor, input: PlanStepInput, now: Date): Promise<SavedPlan> {
  return inTransaction(async (tx) => {
    const { plan } = await holdPlan(actor, input.planId);
    planAfter("close", plan.status as PlanStatus);
    const promised = { commitment: { planId: input.planId, removedAt: null }, OR: [{ milestoneId: null }, { milestone: { removedAt: null } }] };
    const waiting = await tx.progressUpdate.count({ where: { status: "submitted", ...promised } });
    if (waiting > 0) throw new DomainError("UPDATES_WAITING");
    if ((await tx.amendment.count({ where: { planId: input.planId, status: "draft" } })) > 0) throw new DomainError("AMENDMENT_OPEN");
    return movePlan(actor, { ...input, step: "close", action: "plan.closed" }, now);
  });
}

interface Step extends PlanStepInput {
  step: PlanStep;
  action: string;
}

interface AlongWithStep {
  days: { consultationOpensOn: string; consultationEndsOn: string };
  told: FieldDifference[];
}

async function movePlan(actor: Actor, { planId, version, step, action }: Step, now: Date, along?: (plan: { consultationDays: number }) => AlongWithStep): Promise<SavedPlan> {
  const plan = await db().plan.findUnique({ where: { id: planId }, select: { secretariatId: true, status: true, title: true, consultationDays: true } });
  if (!plan || !canDraft(actor, plan)) throw new DomainError("NOT_FOUND");
  const status = planAfter(step, plan.status as PlanStatus);
  const { days = {}, told = [] } = along?.(plan) ?? {};
  return inTransaction(async (tx) => {
    const { count } = await tx.plan.updateMany({ where: { id: planId, version, status: plan.status }, data: { ...days, status, version: { increment: 1 } } });
    if (count === 0) throw new DomainError("CONFLICT");
    await recordAudit(actor, { action, entity: "plan", entityId: planId, planId, before: { status: plan.status }, after: { status, ...days } }, now);
    const fields = [{ field: "status", before: plan.status, after: status }, ...told];
    await tellStep(actor, { planId, title: plan.title as Localized, fields }, now);
    return { id: planId, version: version + 1 };
  });
}
