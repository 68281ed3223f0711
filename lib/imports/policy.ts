import { hasRole } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";

/** A Secretariat brings in its own plans, and its colleagues see what was brought in. */
export function canImport(actor: Actor, organisationId: string): boolean {
  return hasRole(actor, "secretariat", organisationId);
}
