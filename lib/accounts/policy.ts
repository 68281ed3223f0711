import { isAdministrator } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";

/** Administrators see and manage accounts and roles; they have no say in plans, updates or reports. */
export function canManageAccounts(actor: Actor): boolean {
  return isAdministrator(actor);
}

/** Nobody locks themselves out: another administrator has to do it. */
export function canDisableAccount(actor: Actor, account: { id: string }): boolean {
  return canManageAccounts(actor) && actor.accountId !== account.id;
}

/** Roles may be taken away by an administrator, but not one's own administration. */
export function canRemoveMembership(actor: Actor, membership: { accountId: string; role: string }): boolean {
  return canManageAccounts(actor) && !(membership.role === "administrator" && membership.accountId === actor.accountId);
}

/** Only the system sets a password outright (demo accounts); an administrator sends a link, so that nobody else knows it. */
export function canSetPassword(actor: Actor): boolean {
  return actor.system;
}
