import type { JobKind } from "#lib/platform/jobs.ts";

/** Tells what is new to those who are told at once, when it has been quiet for a while. */
export const newsJob: JobKind<object> = { name: "followers.news", retries: 0, pauseSeconds: 10, secondsAllowed: 3_600 };

/** Tells what is new to those who are told weekly or monthly, when a digest is due; at any later hour when it was missed. */
export const digestJob: JobKind<object> = { name: "followers.digest", retries: 3, pauseSeconds: 60, secondsAllowed: 3_600 };
