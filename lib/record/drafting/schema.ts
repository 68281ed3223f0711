import { z } from "zod";
import { compact, localizedSchema, optionalLocalizedSchema, type Localized } from "#lib/record/localized/schema.ts";
import { partialDateSchema } from "#lib/record/terms/schema.ts";

export const partnershipRoles = ["partner", "co_responsible"] as const;

/** "007.50" and "7.5" are the same number: one spelling, the one that the database gives back. */
function plainDecimal(value: string): string {
  const [whole = "0", fraction = ""] = value.replace(/^-/, "").split(".");
  const kept = fraction.replace(/0+$/, "");
  const digits = `${whole.replace(/^0+(?=\d)/, "")}${kept && `.${kept}`}`;
  return value.startsWith("-") && digits !== "0" ? `-${digits}` : digits;
}

/** Optional text in each language; null: "not stated". */
export const text = (max?: number) => optionalLocalizedSchema(max).nullable().default(null).transform((value): Localized | null => compact(value));
/** Text in at least one language. */
export const title = (max?: number) => localizedSchema(max).transform((value): Localized => compact(value) ?? {});
/** One line; null: "not stated". */
export const short = (max: number) => z.string().trim().max(max, "tooLong").nullable().default(null).transform((value) => value || null);
/** As a plan numbers it: "5.2". */
export const number = z.string().trim().min(1, "required").max(30, "tooLong");
const decimal = (pattern: RegExp) => z.string().trim().regex(pattern, "numberExpected").transform(plainDecimal).nullable().default(null);
/** Partial date; null: "not stated". */
export const date = partialDateSchema.nullable().default(null);
/** Kept when the line was there before; null: the server gives it one. */
const lineId = z.uuid().nullable().default(null);

export const indicatorLineSchema = z.object({
  id: lineId,
  code: short(50),
  text: title(),
  baseline: decimal(/^-?\d{1,14}(\.\d{1,6})?$/),
  target: decimal(/^-?\d{1,14}(\.\d{1,6})?$/),
  unit: text(100),
});

export const sourceLineSchema = z.object({ id: lineId, text: title() });

export const budgetLineSchema = z
  .object({
    amount: decimal(/^\d{1,14}(\.\d{1,2})?$/),
    currency: z.string().regex(/^[A-Z]{3}$/, "unknownChoice").nullable().default(null),
    programmeCode: short(50),
    fundingSourceCode: z.string().nullable().default(null),
    noAdditionalCost: z.boolean().default(false),
    statedText: text(),
  })
  .refine((line) => (line.amount === null) === (line.currency === null), { message: "required", path: ["currency"] });

export const partnershipLineSchema = z.object({ organisationId: z.uuid("unknownChoice"), role: z.enum(partnershipRoles, "unknownChoice") });

/** The lines of a commitment or milestone, in their order; none is "not stated". */
export const linesShape = {
  partnerships: z.array(partnershipLineSchema).default([]),
  indicators: z.array(indicatorLineSchema).default([]),
  sources: z.array(sourceLineSchema).default([]),
  budgetLines: z.array(budgetLineSchema).default([]),
};
