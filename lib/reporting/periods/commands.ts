import type { Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { compact } from "#lib/record/localized/schema.ts";
import { db, inTransaction, isUniqueViolation } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { canManagePeriods } from "./policy.ts";
import { periodAfter, type PeriodStep } from "./rules.ts";
import type { CreatePeriodInput, PeriodStatus, PeriodVersionInput } from "./schema.ts";

/** What the next change of the same period has to name. */
export interface SavedPeriod {
  id: string;
  version: number;
}

/** Adds an upcoming period to a plan of the actor's Secretariat. Throws NOT_FOUND, ALREADY_EXISTS (slug). */
export async function createPeriod(actor: Actor, input: CreatePeriodInput, now: Date): Promise<SavedPeriod> {
  const plan = await db().plan.findUnique({ where: { id: input.planId }, select: { secretariatId: true, status: true } });
  if (!plan || !canManagePeriods(actor, plan)) throw new DomainError("NOT_FOUND");
  if (plan.status === "closed") throw new DomainError("PLAN_NOT_ADOPTED");
  const label = compact(input.label) ?? {};
  return inTransaction(async (tx) => {
    const row = await tx.reportingPeriod
      .create({ data: { ...input, label, status: "upcoming" }, select: { id: true, version: true } })
      .catch((error: unknown) => {
        throw isUniqueViolation(error) ? new DomainError("ALREADY_EXISTS", { slug: "duplicate" }) : error;
      });
    const { slug, kind, startsOn, endsOn, dueOn } = input;
    await recordAudit(actor, { action: "period.created", entity: "period", entityId: row.id, planId: input.planId, after: { slug, label, kind, startsOn, endsOn, dueOn } }, now);
    return row;
  });
}

/** Upcoming → open: from now on agencies can report. */
export async function openPeriod(actor: Actor, input: PeriodVersionInput, now: Date): Promise<SavedPeriod> {
  return movePeriod(actor, "open", input, now);
}

/** Open → closed: nothing can be reported any more; what was sent can still be reviewed. */
export async function closePeriod(actor: Actor, input: PeriodVersionInput, now: Date): Promise<SavedPeriod> {
  return movePeriod(actor, "close", input, now);
}

/** Closed → open, for a late or corrected update. */
export async function reopenPeriod(actor: Actor, input: PeriodVersionInput, now: Date): Promise<SavedPeriod> {
  return movePeriod(actor, "reopen", input, now);
}

const movedPeriod: Record<PeriodStep, string> = { open: "period.opened", close: "period.closed", reopen: "period.reopened" };

async function movePeriod(actor: Actor, step: PeriodStep, { periodId, version }: PeriodVersionInput, now: Date): Promise<SavedPeriod> {
  const period = await db().reportingPeriod.findUnique({ where: { id: periodId }, select: { planId: true, status: true, plan: { select: { secretariatId: true, status: true } } } });
  if (!period || !canManagePeriods(actor, period.plan)) throw new DomainError("NOT_FOUND");
  const status = periodAfter(step, period.status as PeriodStatus);
  if (status === "open" && period.plan.status !== "adopted") throw new DomainError("PLAN_NOT_ADOPTED");
  return inTransaction(async (tx) => {
    const { count } = await tx.reportingPeriod.updateMany({ where: { id: periodId, version, status: period.status }, data: { status, version: { increment: 1 } } });
    if (count === 0) throw new DomainError("CONFLICT");
    await recordAudit(actor, { action: movedPeriod[step], entity: "period", entityId: periodId, planId: period.planId, before: { status: period.status }, after: { status } }, now);
    return { id: periodId, version: version + 1 };
  });
}
