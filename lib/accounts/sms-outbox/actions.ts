"use server";
import { requireActor } from "#lib/accounts/queries.ts";
import { answer, type Answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { sendSmsAgain } from "#lib/accounts/sms-outbox/commands.ts";
import { smsIdSchema } from "#lib/accounts/sms-outbox/schema.ts";

/** Sends a message that did not arrive once more; see {@link sendSmsAgain}. */
export async function sendSmsAgainAction(raw: unknown): Promise<Answer<void>> {
  return answer(async () => sendSmsAgain(await requireActor(), smsIdSchema.parse(raw), now()));
}
