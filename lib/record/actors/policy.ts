import type { Actor, Role } from "./schema.ts";

/** True when the actor has the role in that organisation, or is the system. */
export function hasRole(actor: Actor, role: Role, organisationId: string): boolean {
  return actor.system || actor.memberships.some((m) => m.role === role && m.organisationId === organisationId);
}

export function isAdministrator(actor: Actor): boolean {
  return actor.system || actor.memberships.some((m) => m.role === "administrator");
}

/** False for somebody with a mailed link to another period; nobody else is bound to one. */
export function reachesPeriod(actor: Actor, periodId: string): boolean {
  return !actor.link || actor.link.periodId === periodId;
}

/** The organisations in which the actor has the role, for scoping a query. */
export function organisationsOf(actor: Actor, role: Role): string[] {
  return actor.memberships.flatMap((m) => (m.role === role && m.organisationId ? [m.organisationId] : []));
}

/** True when the actor works for the body that collects, assesses and answers for the plan. */
export function isSecretariatOf(actor: Actor, plan: { secretariatId: string }): boolean {
  return hasRole(actor, "secretariat", plan.secretariatId);
}
