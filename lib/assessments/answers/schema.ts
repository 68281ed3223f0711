import { z } from "zod";
import { localizedSchema } from "#lib/record/localized/schema.ts";

/** What the agency answers to an assessment, in at least one language. */
export const answerAssessmentSchema = z.object({ assessmentId: z.uuid(), text: localizedSchema(10_000) });
export type AnswerAssessmentInput = z.infer<typeof answerAssessmentSchema>;
