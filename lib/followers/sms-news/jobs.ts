import { now } from "#lib/platform/clock.ts";
import { worker } from "#lib/platform/jobs.ts";
import { textNews } from "./commands.ts";
import { smsDigestJob, smsNewsJob } from "./schema.ts";

export const smsNewsWorkers = [
  worker(smsNewsJob, async () => void (await textNews("at_once", now())), { schedule: "* * * * *" }),
  worker(smsDigestJob, async () => {
    for (const frequency of ["weekly", "monthly"] as const) await textNews(frequency, now());
  }, { schedule: "0 * * * *" }),
];
