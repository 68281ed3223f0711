import { isSecretariatOf } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";

/** Who mails links, sees whom they went to, and revokes them: the plan's Secretariat. */
export function canManageLinks(actor: Actor, plan: { secretariatId: string }): boolean {
  return !actor.link && isSecretariatOf(actor, plan);
}
