import { z } from "zod";
import { linesSchema } from "#lib/drafting/schema.ts";
import { localizedSchema, optionalLocalizedSchema } from "#lib/localized/schema.ts";
import { partialDateSchema } from "#lib/terms/schema.ts";

/** A milestone as a plan states it; null is "not stated". */
export const createMilestoneSchema = z.object({
  commitmentId: z.uuid(),
  parentId: z.uuid().nullable().default(null),
  number: z.string().trim().min(1, "required").max(30, "tooLong"),
  title: localizedSchema(2_000),
  description: optionalLocalizedSchema().nullable().default(null),
  startsOn: partialDateSchema.nullable().default(null),
  endsOn: partialDateSchema.nullable().default(null),
  leadOrganisationId: z.uuid(),
  ...linesSchema.shape,
});
export type CreateMilestoneInput = z.input<typeof createMilestoneSchema>;
