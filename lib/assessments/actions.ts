"use server";

import { z } from "zod";
import { requireActor } from "#lib/accounts/queries.ts";
import { answer, type Answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { saveAndPublishAssessment, saveAssessment, type SavedAssessment } from "./commands.ts";
import { getAssessmentForm, type AssessmentForm } from "./queries.ts";
import { saveAssessmentSchema } from "./schema.ts";

/** Saves the draft as it is. */
export async function saveAssessmentAction(raw: unknown): Promise<Answer<SavedAssessment>> {
  return answer(async () => saveAssessment(await requireActor(), saveAssessmentSchema.parse(raw), now()));
}

/** Saves and publishes. */
export async function publishAssessmentAction(raw: unknown): Promise<Answer<SavedAssessment>> {
  return answer(async () => saveAndPublishAssessment(await requireActor(), saveAssessmentSchema.parse(raw), now()));
}

const formKeySchema = z.object({ periodId: z.uuid(), subjectId: z.uuid() });

/** What somebody else saved meanwhile, to be looked at beside what was typed; null: no draft any more. */
export async function loadAssessmentAction(raw: unknown): Promise<Answer<AssessmentForm["draft"]>> {
  return answer(async () => {
    const { periodId, subjectId } = formKeySchema.parse(raw);
    return (await getAssessmentForm(await requireActor(), periodId, subjectId)).draft;
  });
}
