import { now } from "#lib/platform/clock.ts";
import { worker } from "#lib/platform/jobs.ts";
import { readNewTexts } from "./commands.ts";
import { readTextsJob } from "./schema.ts";

/** Every ten minutes, for files that were there before, or that a server lost on its way. */
export const textsWorker = worker(readTextsJob, async (_, { signal }) => void (await readNewTexts(now(), signal)), { schedule: "*/10 * * * *" });
