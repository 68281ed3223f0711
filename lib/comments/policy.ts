import { hasRole, isSecretariatOf, organisationsOf } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";

/** Who a plan's comments belong to. */
type Answerable = { secretariatId: string };

/** Moderators and the Secretariat of the body that answers for the plan. Also who may read a comment before it is public. */
export function canModerate(actor: Actor, plan: Answerable): boolean {
  return hasRole(actor, "moderator", plan.secretariatId) || isSecretariatOf(actor, plan);
}

/** Only the Secretariat speaks for the plan. */
export function canRespond(actor: Actor, plan: Answerable): boolean {
  return isSecretariatOf(actor, plan);
}

/** The bodies whose comments the actor may moderate, for scoping a query; "all" for the system. */
export function moderationScope(actor: Actor): string[] | "all" {
  if (actor.system) return "all";
  return [...new Set([...organisationsOf(actor, "moderator"), ...organisationsOf(actor, "secretariat")])];
}

/** The bodies for which the actor may respond, for scoping a query; "all" for the system. */
export function responseScope(actor: Actor): string[] | "all" {
  return actor.system ? "all" : organisationsOf(actor, "secretariat");
}
