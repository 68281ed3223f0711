import { isAdministrator } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";

/** A role that an invitation brings. */
interface Invited {
  role: string;
  organisationId: string | null;
}

/**
 * Administrators invite anybody. A Secretariat's member invites coordinators of the organisations that lead something in
 * its plans; `led` are those organisations.
 */
export function canInvite(actor: Actor, memberships: readonly Invited[], led: readonly string[]): boolean {
  if (isAdministrator(actor)) return true;
  return memberships.length > 0 && memberships.every(({ role, organisationId }) => role === "coordinator" && organisationId !== null && led.includes(organisationId));
}

/** Who may invite a person with just these roles may also send the invitation again or withdraw it. */
export function canManageInvitation(actor: Actor, account: { memberships: readonly Invited[] }, led: readonly string[]): boolean {
  return canInvite(actor, account.memberships, led);
}

/** The list of coordinators is for those who collect their reports. */
export function canSeeCoordinators(actor: Actor): boolean {
  return actor.memberships.some(({ role }) => role === "secretariat");
}
