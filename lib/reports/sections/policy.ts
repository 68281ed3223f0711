import { isSecretariatOf } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";

/** Who composes, publishes, finalises and corrects: the plan's Secretariat. Nobody else sees a report before it is published. */
export function canComposeReport(actor: Actor, plan: { secretariatId: string }): boolean {
  return isSecretariatOf(actor, plan);
}
