"use server";

import { requireActor } from "#lib/accounts/queries.ts";
import { accountIdSchema, changePasswordSchema, choosePasswordSchema, firstAdministratorSchema, linkTokenSchema, newAccountSchema } from "#lib/accounts/schema.ts";
import { answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { changeOwnPassword, choosePassword, createFirstAdministrator, createPasswordLink, inviteAccount } from "#lib/sign-in/commands.ts";

/** Adds an account and mails its owner a link; the link is given back once. */
export async function inviteAccountAction(raw: unknown) {
  return answer(async () => inviteAccount(await requireActor(), newAccountSchema.parse(raw), now()));
}

/** A new link to choose a password. */
export async function createPasswordLinkAction(raw: unknown) {
  return answer(async () => createPasswordLink(await requireActor(), accountIdSchema.parse(raw), now()));
}

/** Creates the first administrator. Nobody is signed in: the link is the permission. */
export async function createFirstAdministratorAction(token: string, raw: unknown) {
  return answer(async () => createFirstAdministrator(linkTokenSchema.parse(token), firstAdministratorSchema.parse(raw), now()));
}

/** Sets the password of the link's account. Nobody is signed in: the link is the permission. */
export async function choosePasswordAction(token: string, raw: unknown) {
  return answer(async () => choosePassword(linkTokenSchema.parse(token), choosePasswordSchema.parse(raw), now()));
}

/** Changes one's own password. */
export async function changeOwnPasswordAction(raw: unknown) {
  return answer(async () => changeOwnPassword(await requireActor(), changePasswordSchema.parse(raw), now()));
}
