import { forgetUnconfirmed } from "#lib/followers/commands.ts";
import { forgetJob, tellJob } from "#lib/followers/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { worker } from "#lib/platform/jobs.ts";
import { tellNextFollowers } from "./commands.ts";

export const followerWorkers = [
  worker(tellJob, (data) => tellNextFollowers(data, now())),
  worker(forgetJob, () => forgetUnconfirmed(now()), { schedule: "23 4 * * *" }),
];
