"use server";

import { requireActor } from "#lib/accounts/queries.ts";
import { accountIdSchema, newAccountSchema } from "#lib/accounts/schema.ts";
import { invite, resendInvitation, withdrawInvitation } from "#lib/accounts/invitations/commands.ts";
import { answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";

/** Adds a person with roles and mails them an invitation. */
export async function inviteAction(raw: unknown) {
  return answer(async () => invite(await requireActor(), newAccountSchema.parse(raw), now()));
}

/** Sends an invitation again, with a new link. */
export async function resendInvitationAction(raw: unknown) {
  return answer(async () => resendInvitation(await requireActor(), accountIdSchema.parse(raw), now()));
}

/** Ends an invitation before its time. */
export async function withdrawInvitationAction(raw: unknown) {
  return answer(async () => withdrawInvitation(await requireActor(), accountIdSchema.parse(raw), now()));
}
