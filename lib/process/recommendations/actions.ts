"use server";

import { requireActor } from "#lib/accounts/queries.ts";
import { answer, type Answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { fulfilRecommendation, respondToRecommendation, type SavedRecommendation } from "./commands.ts";
import { fulfilSchema, respondSchema } from "./schema.ts";

/** Gives the reasoned response to a recommendation. */
export async function respondToRecommendationAction(raw: unknown): Promise<Answer<SavedRecommendation>> {
  return answer(async () => respondToRecommendation(await requireActor(), respondSchema.parse(raw), now()));
}

/** Records that a recommendation is fulfilled. */
export async function fulfilRecommendationAction(raw: unknown): Promise<Answer<SavedRecommendation>> {
  return answer(async () => fulfilRecommendation(await requireActor(), fulfilSchema.parse(raw), now()));
}
