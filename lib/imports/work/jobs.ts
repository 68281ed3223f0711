import { importJob } from "#lib/imports/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { worker, type Worker } from "#lib/platform/jobs.ts";
import { applyImport } from "./commands.ts";

/** Brings in what was started. */
export const importWorkers: readonly Worker[] = [worker(importJob, ({ importId }, { last }) => applyImport(importId, now(), { last }))];
