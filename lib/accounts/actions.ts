"use server";

import { addMembership, disableAccount, enableAccount, removeMembership } from "#lib/accounts/commands.ts";
import { requireActor } from "#lib/accounts/queries.ts";
import { accountVersionSchema, membershipIdSchema, newMembershipSchema } from "#lib/accounts/schema.ts";
import { answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";

/** Gives a person a role in an organisation. */
export async function addMembershipAction(raw: unknown) {
  return answer(async () => addMembership(await requireActor(), newMembershipSchema.parse(raw), now()));
}

/** Takes a role away. */
export async function removeMembershipAction(raw: unknown) {
  return answer(async () => removeMembership(await requireActor(), membershipIdSchema.parse(raw), now()));
}

/** Closes an account and ends its sessions. */
export async function disableAccountAction(raw: unknown) {
  return answer(async () => disableAccount(await requireActor(), accountVersionSchema.parse(raw), now()));
}

/** Opens a closed account again. */
export async function enableAccountAction(raw: unknown) {
  return answer(async () => enableAccount(await requireActor(), accountVersionSchema.parse(raw), now()));
}
