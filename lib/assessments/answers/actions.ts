"use server";

import { requireActor } from "#lib/accounts/queries.ts";
import { answer, type Answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { answerAssessment } from "./commands.ts";
import { answerAssessmentSchema } from "./schema.ts";

/** Publishes the agency's one answer. */
export async function answerAssessmentAction(raw: unknown): Promise<Answer<void>> {
  return answer(async () => answerAssessment(await requireActor(), answerAssessmentSchema.parse(raw), now()));
}
