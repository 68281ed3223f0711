import { mailWorkers } from "#lib/mail/jobs.ts";
import type { Worker } from "#lib/platform/jobs.ts";

/** Everything that is done in the background. */
export const workers: readonly Worker[] = [...mailWorkers];
