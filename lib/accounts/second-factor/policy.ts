import { isAdministrator } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";

/** An administrator takes the second factor from somebody who lost theirs; one's own is removed with a code of it. */
export function canResetSecondFactor(actor: Actor, account: { id: string }): boolean {
  return isAdministrator(actor) && actor.accountId !== account.id;
}
