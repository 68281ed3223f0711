"use server";

import { firstAdministratorSchema, linkTokenSchema } from "#lib/accounts/schema.ts";
import { answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { createFirstAdministrator } from "#lib/accounts/sign-in/commands.ts";

/** Creates the first administrator. Nobody is signed in: the link is the permission. */
export async function createFirstAdministratorAction(token: string, raw: unknown) {
  return answer(async () => createFirstAdministrator(linkTokenSchema.parse(token), firstAdministratorSchema.parse(raw), now()));
}
