import { isSecretariatOf } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";

/** The body that answers for a plan writes it. */
export function canDraft(actor: Actor, plan: { secretariatId: string }): boolean {
  return isSecretariatOf(actor, plan);
}
