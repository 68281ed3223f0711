import { now } from "#lib/platform/clock.ts";
import { worker } from "#lib/platform/jobs.ts";
import { readNewTexts } from "./commands.ts";
import { readTextsJob } from "./schema.ts";

/** Every minute; a file is found soon after it is public. */
export const textsWorker = worker(readTextsJob, async (_, { signal }) => void (await readNewTexts(now(), signal)), { schedule: "* * * * *" });
