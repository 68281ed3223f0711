import type { JobKind } from "#lib/platform/jobs.ts";

/** Texts what is new, as the jobs of the mails do. */
export const smsNewsJob: JobKind<object> = { name: "followers.sms", retries: 0, pauseSeconds: 10, secondsAllowed: 3_600 };
export const smsDigestJob: JobKind<object> = { name: "followers.sms-digest", retries: 3, pauseSeconds: 60, secondsAllowed: 3_600 };
