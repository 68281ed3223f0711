import { isAdministrator } from "#lib/actors/policy.ts";
import type { Actor } from "#lib/actors/schema.ts";

/** Administrators keep the list of organisations; everybody reads it. */
export function canManageOrganisations(actor: Actor): boolean {
  return isAdministrator(actor);
}
