import type { Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { localize, type Localized } from "#lib/record/localized/schema.ts";
import { tellMembers } from "#lib/accounts/members/commands.ts";
import { canManagePeriods } from "#lib/reporting/periods/policy.ts";
import { db, inTransaction, isUniqueViolation } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { consume } from "#lib/platform/limits.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import type { EndExtensionInput, ExtendPeriodInput } from "./schema.ts";

/**
 * Reopens a closed period for one agency until the end of a day in Tbilisi, or moves that day; its reporters are told by
 * mail. Throws NOT_FOUND (another Secretariat's period; an agency that leads nothing in it), PERIOD_NOT_CLOSED,
 * PLAN_NOT_ADOPTED, INVALID_INPUT (a day that is past), CONFLICT, TOO_MANY_ATTEMPTS.
 */
export async function extendPeriod(actor: Actor, input: ExtendPeriodInput, now: Date): Promise<void> {
  const { periodId, organisationId, until, reason, version } = input;
  const period = await manageable(actor, periodId);
  if (period.plan.status !== "adopted") throw new DomainError("PLAN_NOT_ADOPTED");
  if (period.status !== "closed") throw new DomainError("PERIOD_NOT_CLOSED");
  if (until < dayOf(now)) throw new DomainError("INVALID_INPUT", { until: "dayPast" });
  const organisation = await leadingAgency(period.planId, organisationId);
  // Each move of the day is mailed to everybody who reports for the agency.
  await consume("extension-mail", `${periodId} ${organisationId}`, 20, 86_400);
  await inTransaction(async (tx) => {
    const where = { periodId, organisationId };
    const before = await tx.periodExtension.findUnique({ where: { periodId_organisationId: where }, select: { until: true, reason: true } });
    if (version === null) {
      await tx.periodExtension.create({ data: { ...where, until, reason, createdAt: now, actorName: actor.name } }).catch((error: unknown) => {
        throw isUniqueViolation(error) ? new DomainError("CONFLICT") : error;
      });
    } else {
      const { count } = await tx.periodExtension.updateMany({ where: { ...where, version }, data: { until, reason, actorName: actor.name, version: { increment: 1 } } });
      if (count === 0) throw new DomainError("CONFLICT");
    }
    const after = { organisation: organisation.name as Localized, until, reason };
    await recordAudit(actor, { action: "period.extended", entity: "period", entityId: periodId, planId: period.planId, ...(before ? { before } : {}), after }, now);
    await tellCoordinators({ ...where, period: period.label as Localized, plan: period.plan.title as Localized, until, reason }, now);
  });
}

/** Takes the later day away again: the agency reports no more. Throws NOT_FOUND, CONFLICT. */
export async function endExtension(actor: Actor, { periodId, organisationId, version }: EndExtensionInput, now: Date): Promise<void> {
  const period = await manageable(actor, periodId);
  await inTransaction(async (tx) => {
    const row = await tx.periodExtension.findUnique({ where: { periodId_organisationId: { periodId, organisationId } }, select: { until: true, organisation: { select: { name: true } } } });
    const { count } = await tx.periodExtension.deleteMany({ where: { periodId, organisationId, version } });
    if (!row || count === 0) throw new DomainError("CONFLICT");
    const before = { organisation: row.organisation.name as Localized, until: row.until };
    await recordAudit(actor, { action: "period.extension_ended", entity: "period", entityId: periodId, planId: period.planId, before }, now);
  });
}

async function manageable(actor: Actor, periodId: string) {
  const period = await db().reportingPeriod.findUnique({ where: { id: periodId }, select: { planId: true, label: true, status: true, plan: { select: { title: true, secretariatId: true, status: true } } } });
  if (!period || !canManagePeriods(actor, period.plan)) throw new DomainError("NOT_FOUND");
  return period;
}

/** Only who leads something can have anything to report. */
async function leadingAgency(planId: string, id: string) {
  const led = { removedAt: null };
  const organisation = await db().organisation.findFirst({
    where: { id, OR: [{ commitments: { some: { ...led, planId } } }, { milestones: { some: { ...led, commitment: { planId, ...led } } } }] }, select: { name: true },
  });
  if (!organisation) throw new DomainError("NOT_FOUND");
  return organisation;
}

interface Reopened {
  periodId: string;
  organisationId: string;
  period: Localized;
  plan: Localized;
  until: string;
  reason: string | null;
}

/** Somebody with a mailed link has no account; the Secretariat sends them a new link. */
async function tellCoordinators({ periodId, organisationId, period, plan, until, reason }: Reopened, now: Date): Promise<void> {
  await tellMembers("coordinator", organisationId, (locale, say) => {
    const names = { period: localize(period, locale)?.text ?? "", plan: localize(plan, locale)?.text ?? "" };
    const values = { ...names, until: formatDate(until, locale), reason: reason ?? "none", link: publicUrl(`/${locale}/workspace/periods/${periodId}`) };
    return { kind: "period.extended", subject: say("boards.mail.subject", values), body: say("boards.mail.body", values) };
  }, now);
}
