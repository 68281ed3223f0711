"use server";

import { requireActor, requireOwner } from "#lib/accounts/queries.ts";
import { accountIdSchema, changePasswordSchema, choosePasswordSchema, linkTokenSchema } from "#lib/accounts/schema.ts";
import { changeOwnPassword, choosePassword, createPasswordLink } from "#lib/accounts/passwords/commands.ts";
import { answer } from "#lib/platform/answers.ts";
import { keepSession } from "#lib/platform/auth.ts";
import { now } from "#lib/platform/clock.ts";

/** A new link to choose a password. */
export async function createPasswordLinkAction(raw: unknown) {
  return answer(async () => createPasswordLink(await requireActor(), accountIdSchema.parse(raw), now()));
}

/** Sets the password of the link's account. Nobody is signed in: the link is the permission. */
export async function choosePasswordAction(token: string, raw: unknown) {
  return answer(async () => choosePassword(linkTokenSchema.parse(token), choosePasswordSchema.parse(raw), now()));
}

/** Changes one's own password. Other sessions end; this one proved itself and stays. */
export async function changeOwnPasswordAction(raw: unknown) {
  return answer(async () => {
    const { sessionVersion } = await changeOwnPassword(await requireOwner(), changePasswordSchema.parse(raw), now());
    await keepSession(sessionVersion);
  });
}
