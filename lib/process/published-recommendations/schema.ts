import { z } from "zod";
import { addressOf, oneValueSchema } from "#lib/record/addresses/schema.ts";
import { recommendationStates, type RecommendationState } from "#lib/process/schema.ts";

/** The state in an address (`status`); null: all. */
export const stateSchema = oneValueSchema.pipe(z.enum(recommendationStates)).nullable().catch(null);

/** The address, without language, of a page of the recommendations in a state. */
export function recommendationsAddress(state: RecommendationState | null, page = 1): string {
  return addressOf("/recommendations", { status: state, page });
}
