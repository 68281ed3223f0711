import { z } from "zod";
import { dispositions } from "#lib/record/dispositions/schema.ts";
import { localizedSchema, optionalLocalizedSchema } from "#lib/record/localized/schema.ts";
import { orNothing, versionSchema } from "#lib/process/schema.ts";
import { dateSchema, partialDateSchema } from "#lib/record/terms/schema.ts";

/** One recommendation as the event's form holds it; whoever adds one chooses its id. Answered ones are not in the form. */
export const recommendationLineSchema = z.object({
  id: z.uuid(),
  text: localizedSchema(5_000),
  addresseeId: z.uuid("choiceRequired"),
  /** By whose end it should be done. */
  dueOn: orNothing(partialDateSchema),
});
export type RecommendationLine = z.infer<typeof recommendationLineSchema>;

const recommendationVersion = { recommendationId: z.uuid(), version: versionSchema };

/** The one reasoned response. */
export const respondSchema = z.object({
  ...recommendationVersion,
  disposition: z.enum(dispositions, "choiceRequired"),
  text: localizedSchema(10_000),
});
export type RespondInput = z.infer<typeof respondSchema>;

/** What was done, when, and what shows it. */
export const fulfilSchema = z.object({
  ...recommendationVersion,
  fulfilledOn: dateSchema,
  text: localizedSchema(10_000),
  evidence: z.array(z.object({ evidenceId: z.uuid(), title: optionalLocalizedSchema(500) })).max(50),
});
export type FulfilInput = z.infer<typeof fulfilSchema>;
