import { z } from "zod";
import { cleanText } from "#lib/record/localized/schema.ts";
import { dateSchema } from "#lib/record/terms/schema.ts";

const ofAgency = { periodId: z.uuid(), organisationId: z.uuid() };

/** A later last day for one agency; `version` null: it has none yet. */
export const extendPeriodSchema = z.object({
  ...ofAgency,
  until: dateSchema,
  reason: z.string().overwrite(cleanText).trim().max(1_000, "textTooLong").transform((reason) => reason || null).nullable(),
  version: z.int().positive().nullable(),
});
export type ExtendPeriodInput = z.output<typeof extendPeriodSchema>;

export const endExtensionSchema = z.object({ ...ofAgency, version: z.int().positive() });
export type EndExtensionInput = z.output<typeof endExtensionSchema>;
