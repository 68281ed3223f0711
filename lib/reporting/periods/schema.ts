import { z } from "zod";
import { localizedSchema } from "#lib/record/localized/schema.ts";
import { dateSchema } from "#lib/record/terms/schema.ts";

export const periodStatuses = ["upcoming", "open", "closed"] as const;
export type PeriodStatus = (typeof periodStatuses)[number];

export const periodKinds = ["annual", "half_year", "quarter", "other"] as const;
export type PeriodKind = (typeof periodKinds)[number];

export const periodVersionSchema = z.object({ periodId: z.uuid(), version: z.coerce.number().int().positive() });
export type PeriodVersionInput = z.infer<typeof periodVersionSchema>;

/** One step of the period's life, see `periodTransitions` (rules.ts). */
export const movePeriodSchema = periodVersionSchema.extend({ step: z.enum(["open", "close", "reopen"]) });

/** A new reporting period of a plan; it starts as upcoming. Days are `YYYY-MM-DD`. */
export const createPeriodSchema = z
  .object({
    planId: z.uuid(),
    slug: z.string().trim().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "slug").max(60, "textTooLong"),
    label: localizedSchema(200),
    kind: z.enum(periodKinds, { error: "unknownChoice" }),
    startsOn: dateSchema,
    endsOn: dateSchema,
    dueOn: z.union([z.literal("").transform(() => null), z.null(), dateSchema]),
  })
  .refine((period) => period.startsOn <= period.endsOn, { path: ["endsOn"], message: "endBeforeStart" })
  .refine((period) => !period.dueOn || period.startsOn <= period.dueOn, { path: ["dueOn"], message: "endBeforeStart" });
export type CreatePeriodInput = z.infer<typeof createPeriodSchema>;
