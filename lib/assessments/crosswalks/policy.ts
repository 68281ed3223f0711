import { isSecretariatOf } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";

/** How a Secretariat reads its scale on IRM's, it says itself. Everybody may read it. */
export function canEditCrosswalk(actor: Actor, crosswalk: { secretariatId: string }): boolean {
  return isSecretariatOf(actor, crosswalk);
}
