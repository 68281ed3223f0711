"use server";

import { z } from "zod";
import { requireActor } from "#lib/accounts/queries.ts";
import { answer, type Answer } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { publishAssessment, saveAndPublishAssessment, saveAssessment, type SavedAssessment } from "./commands.ts";
import { getAssessmentForm, type AssessmentDraft } from "./queries.ts";
import { assessmentVersionSchema, assessorSchema, saveAssessmentSchema } from "./schema.ts";

/** Saves the draft as it is. */
export async function saveAssessmentAction(raw: unknown): Promise<Answer<SavedAssessment>> {
  return answer(async () => saveAssessment(await requireActor(), saveAssessmentSchema.parse(raw), now()));
}

/** Saves and publishes the Secretariat's. */
export async function publishAssessmentAction(raw: unknown): Promise<Answer<SavedAssessment>> {
  return answer(async () => saveAndPublishAssessment(await requireActor(), saveAssessmentSchema.parse(raw), now()));
}

/** Publishes a draft as it was shown: another version of it is refused. */
export async function confirmAssessmentAction(raw: unknown): Promise<Answer<SavedAssessment>> {
  return answer(async () => publishAssessment(await requireActor(), assessmentVersionSchema.parse(raw), now()));
}

const formKeySchema = z.object({ assessor: assessorSchema, periodId: z.uuid(), subjectId: z.uuid() });

/** What somebody else saved meanwhile, to be looked at beside what was typed; null: no draft any more. */
export async function loadAssessmentAction(raw: unknown): Promise<Answer<AssessmentDraft | null>> {
  return answer(async () => {
    const { assessor, periodId, subjectId } = formKeySchema.parse(raw);
    return (await getAssessmentForm(await requireActor(), assessor, periodId, subjectId)).draft;
  });
}
