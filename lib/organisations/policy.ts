import { isAdministrator, organisationsOf } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";

/** Administrators keep the list of organisations; everybody reads it. */
export function canManageOrganisations(actor: Actor): boolean {
  return isAdministrator(actor);
}

/** A Secretariat names those that its plans need and that the list has not; what is there it cannot change. */
export function canNameOrganisations(actor: Actor): boolean {
  return isAdministrator(actor) || organisationsOf(actor, "secretariat").length > 0;
}
