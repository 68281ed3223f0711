import { z } from "zod";
import { localizedSchema } from "#lib/record/localized/schema.ts";
import type { Answer } from "#lib/platform/answers.ts";
import { subjectSchema, updateVersionSchema } from "#lib/reporting/schema.ts";

/** Drafts to send, each with the version that was seen. */
export const sendReadySchema = z.object({ updates: z.array(updateVersionSchema).min(1, "choiceRequired").max(1_000) });
export type SendReadyInput = z.infer<typeof sendReadySchema>;

/** Several subjects of which is said at once, with one reason, that nothing happened in the period. */
export const sayNoProgressSchema = z.object({
  periodId: z.uuid(),
  subjects: z.array(subjectSchema).min(1, "choiceRequired").max(1_000),
  reasons: localizedSchema(),
});
export type SayNoProgressInput = z.infer<typeof sayNoProgressSchema>;

/** What became of one of several: an update by its id, or a subject by its milestone's or commitment's. */
export interface Outcome {
  id: string;
  answer: Answer<{ id: string; version: number }>;
}
