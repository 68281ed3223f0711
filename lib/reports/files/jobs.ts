import { now } from "#lib/platform/clock.ts";
import { worker } from "#lib/platform/jobs.ts";
import { makeReportFiles } from "./commands.ts";
import { filesJob } from "./schema.ts";

export const filesWorker = worker(filesJob, (data) => makeReportFiles(data, now()));
