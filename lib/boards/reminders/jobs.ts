import * as clock from "#lib/platform/clock.ts";
import { worker } from "#lib/platform/jobs.ts";
import { sendDigests } from "#lib/boards/reminders/commands.ts";
import { isHourToWrite } from "#lib/boards/reminders/rules.ts";
import { digestsJob } from "#lib/boards/reminders/schema.ts";

async function look(): Promise<void> {
  const now = clock.now();
  if (isHourToWrite(now)) await sendDigests(now);
}

/** Every hour of the day, so that a server that was down at eight makes up for it. */
export const reminderWorkers = [worker(digestsJob, look, { schedule: "5 8-20 * * *" })];
