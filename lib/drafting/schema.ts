import { z } from "zod";
import { localizedSchema, optionalLocalizedSchema } from "#lib/localized/schema.ts";

const decimal = z.string().trim().regex(/^-?\d{1,14}(\.\d{1,6})?$/, "numberExpected");

/** What stands under a commitment or a milestone, line by line. */
export const indicatorLineSchema = z.object({
  code: z.string().trim().max(50, "tooLong").nullable().default(null),
  text: localizedSchema(),
  baseline: decimal.nullable().default(null),
  target: decimal.nullable().default(null),
  unit: optionalLocalizedSchema(100).nullable().default(null),
});

export const sourceLineSchema = z.object({ text: localizedSchema() });

export const budgetLineSchema = z
  .object({
    amount: z.string().trim().regex(/^\d{1,14}(\.\d{1,2})?$/, "numberExpected").nullable().default(null),
    currency: z.string().regex(/^[A-Z]{3}$/, "unknownChoice").nullable().default(null),
    programmeCode: z.string().trim().max(50, "tooLong").nullable().default(null),
    fundingSourceCode: z.string().nullable().default(null),
    noAdditionalCost: z.boolean().default(false),
    statedText: optionalLocalizedSchema().nullable().default(null),
  })
  .refine((line) => (line.amount === null) === (line.currency === null), { message: "required", path: ["currency"] });

export const partnershipLineSchema = z.object({ organisationId: z.uuid(), role: z.enum(["partner", "co_responsible"]) });

/** The lines of a commitment or milestone; none is "not stated". */
export const linesSchema = z.object({
  partnerships: z.array(partnershipLineSchema).default([]),
  indicators: z.array(indicatorLineSchema).default([]),
  sources: z.array(sourceLineSchema).default([]),
  budgetLines: z.array(budgetLineSchema).default([]),
});
export type Lines = z.output<typeof linesSchema>;
