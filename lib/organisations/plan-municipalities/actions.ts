"use server";

import { requireActor } from "#lib/accounts/queries.ts";
import { answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { placePlan } from "./commands.ts";
import { placePlanSchema, type PlacePlanInput } from "./schema.ts";

/** Says of which municipality a plan is. */
export async function placePlanAction(raw: PlacePlanInput) {
  return answer(async () => placePlan(await requireActor(), placePlanSchema.parse(raw), now()));
}
