import { sendResetLink } from "#lib/accounts/passwords/commands.ts";
import { resetJob } from "#lib/accounts/passwords/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { worker } from "#lib/platform/jobs.ts";

export const resetWorker = worker(resetJob, (request) => sendResetLink(request, now()));
