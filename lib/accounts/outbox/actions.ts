"use server";
import { requireActor } from "#lib/accounts/queries.ts";
import { sendMailAgain } from "#lib/accounts/outbox/commands.ts";
import { mailIdSchema } from "#lib/accounts/outbox/schema.ts";
import { answer, type Answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";

/** Sends a mail that could not be delivered once more; see {@link sendMailAgain}. */
export async function sendMailAgainAction(raw: unknown): Promise<Answer<void>> {
  return answer(async () => sendMailAgain(await requireActor(), mailIdSchema.parse(raw), now()));
}
