import { z } from "zod";
import type { JobKind } from "#lib/platform/jobs.ts";

/** Looks who is to be reminded today. Runs every hour of the day: who got a digest gets no second one. */
export const digestsJob: JobKind<object> = { name: "reminders.digests", retries: 3, pauseSeconds: 60, secondsAllowed: 1_800 };

export const remindNowSchema = z.object({ periodId: z.uuid("malformed"), organisationId: z.uuid("malformed") });
export type RemindNowInput = z.infer<typeof remindNowSchema>;

/** Somebody who was reminded. */
export interface Reminded {
  name: string;
  email: string;
}
