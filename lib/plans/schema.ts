import { z } from "zod";
import { localizedSchema, optionalLocalizedSchema } from "#lib/localized/schema.ts";
import { slugSchema } from "#lib/organisations/schema.ts";
import { partialDateSchema } from "#lib/terms/schema.ts";

const text = optionalLocalizedSchema().nullable().default(null);

export const planLevels = ["national", "local", "sectoral"] as const;
/** The word that a plan uses for its numbered level. */
export const vocabularies = ["commitment", "activity"] as const;
export const partKinds = ["challenge", "objective", "part"] as const;

/** A plan as its adopting act states it; null is "not stated". */
export const createPlanSchema = z.object({
  slug: slugSchema,
  title: localizedSchema(1_000),
  introduction: optionalLocalizedSchema(100_000).nullable().default(null),
  level: z.enum(planLevels, "unknownChoice"),
  countryCode: z.string().regex(/^[A-Z]{2}$/, "unknownChoice"),
  locality: optionalLocalizedSchema(200).nullable().default(null),
  vocabulary: z.enum(vocabularies, "unknownChoice").default("commitment"),
  startsOn: partialDateSchema,
  endsOn: partialDateSchema,
  secretariatId: z.uuid(),
  scaleCode: z.string().default("georgia"),
  consultationDays: z.int().min(1, "numberTooSmall").max(365, "numberTooLarge").default(14),
  sourceNote: text,
});
export type CreatePlanInput = z.input<typeof createPlanSchema>;

export const legalActSchema = z.object({
  planId: z.uuid(),
  kind: localizedSchema(200),
  number: z.string().trim().min(1, "required").max(100, "tooLong"),
  date: partialDateSchema,
  issuingBody: localizedSchema(300),
  title: text,
  text,
  appealTerms: text,
  signatory: text,
  url: z.url({ protocol: /^https?$/, error: "url" }).nullable().default(null),
});
export type LegalActInput = z.input<typeof legalActSchema>;

export const partSchema = z.object({
  planId: z.uuid(),
  parentId: z.uuid().nullable().default(null),
  /** Its key in plan files; null: made from its kind and place. */
  slug: slugSchema.nullable().default(null),
  kind: z.enum(partKinds, "unknownChoice"),
  number: z.string().trim().max(30, "tooLong").nullable().default(null),
  title: localizedSchema(2_000),
  description: text,
  note: text,
});
export type PartInput = z.input<typeof partSchema>;
