import type { JobKind } from "#lib/platform/jobs.ts";
import type { ResetRequest } from "#lib/accounts/schema.ts";

/** Looks up whether a forgotten password belongs to an account, where nobody waits for the answer. */
export const resetJob: JobKind<ResetRequest> = { name: "passwords.reset", retries: 3, pauseSeconds: 5, secondsAllowed: 60 };
