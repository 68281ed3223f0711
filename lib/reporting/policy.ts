import { hasRole, isSecretariatOf, reachesPeriod } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";
import type { UpdateStatus } from "./schema.ts";

/** Who reports: the coordinators of the organisation that leads the milestone (or the commitment as a whole); by a mailed link in its period alone. */
export function canReport(actor: Actor, subject: { leadOrganisationId: string; period: { id: string } }): boolean {
  return hasRole(actor, "coordinator", subject.leadOrganisationId) && reachesPeriod(actor, subject.period.id);
}

/** Who accepts or returns: the plan's Secretariat. */
export function canReview(actor: Actor, plan: { secretariatId: string }): boolean {
  return isSecretariatOf(actor, plan);
}

/** Accepted updates of a plan that is no draft are public; the rest is for the reporting organisation and the plan's Secretariat. */
export function canReadUpdate(
  actor: Actor | null,
  update: { status: UpdateStatus; organisationId: string; periodId: string },
  plan: { secretariatId: string; status: string },
): boolean {
  if ((update.status === "accepted" || update.status === "superseded") && plan.status !== "draft") return true;
  return actor !== null && reachesPeriod(actor, update.periodId) && (hasRole(actor, "coordinator", update.organisationId) || isSecretariatOf(actor, plan));
}
