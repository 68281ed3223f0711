import type { Actor } from "#lib/record/actors/schema.ts";

/** A file speaks for agencies and the Secretariat alike, so only the installation's own operator loads one. */
export function canImportPlans(actor: Actor): boolean {
  return actor.system;
}
