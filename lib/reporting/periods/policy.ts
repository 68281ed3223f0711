import { isSecretariatOf } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";

/** Who creates, opens, closes and reopens reporting periods. */
export function canManagePeriods(actor: Actor, plan: { secretariatId: string }): boolean {
  return isSecretariatOf(actor, plan);
}
