import { forgetFollowers } from "#lib/followers/followings/commands.ts";
import { forgetJob } from "#lib/followers/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { worker } from "#lib/platform/jobs.ts";
import { mailNews } from "./commands.ts";
import { digestJob, newsJob } from "./schema.ts";

export const followerWorkers = [
  worker(newsJob, async () => void (await mailNews("at_once", now())), { schedule: "* * * * *" }),
  worker(digestJob, async () => {
    for (const frequency of ["weekly", "monthly"] as const) await mailNews(frequency, now());
  }, { schedule: "0 * * * *" }),
  worker(forgetJob, () => forgetFollowers(now()), { schedule: "23 4 * * *" }),
];
