import { z } from "zod";
import { linesSchema } from "#lib/drafting/schema.ts";
import { optionalLocalizedSchema } from "#lib/localized/schema.ts";
import { slugSchema } from "#lib/organisations/schema.ts";
import { partialDateSchema } from "#lib/terms/schema.ts";

const text = optionalLocalizedSchema().nullable().default(null);

/** A commitment as a plan states it; null is "not stated", also for a title that a scan has lost. */
export const createCommitmentSchema = z.object({
  planId: z.uuid(),
  partId: z.uuid().nullable().default(null),
  number: z.string().trim().min(1, "required").max(30, "tooLong"),
  slug: slugSchema,
  title: text,
  description: text,
  expectedOutcome: text,
  plainSummary: text,
  startsOn: partialDateSchema.nullable().default(null),
  endsOn: partialDateSchema.nullable().default(null),
  leadOrganisationId: z.uuid(),
  sourceNote: text,
  thematicAreas: z.array(z.string()).default([]),
  sdgs: z.array(z.int().min(1, "unknownChoice").max(17, "unknownChoice")).default([]),
  ...linesSchema.shape,
});
export type CreateCommitmentInput = z.input<typeof createCommitmentSchema>;
