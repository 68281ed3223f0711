"use server";
import { requireActor } from "#lib/accounts/queries.ts";
import { answer, type Answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { remindNow, type RemindedNow } from "#lib/boards/reminders/commands.ts";
import { remindNowSchema } from "#lib/boards/reminders/schema.ts";

/** Reminds an organisation's coordinators at once; see {@link remindNow}. */
export async function remindNowAction(raw: unknown): Promise<Answer<RemindedNow>> {
  return answer(async () => remindNow(await requireActor(), remindNowSchema.parse(raw), now()));
}
