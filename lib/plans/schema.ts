import { z } from "zod";
import { planFieldsSchema } from "#lib/editing/schema.ts";
import { municipalitySchema, slugSchema } from "#lib/organisations/schema.ts";
import { dateSchema } from "#lib/record/terms/schema.ts";

/**
 * A new plan: what it says of itself, its address, and the body that collects, assesses and answers for it. `municipalitySlug` left out or
 * empty: what its locality says.
 */
export const createPlanSchema = planFieldsSchema.extend({ slug: slugSchema, secretariatId: z.uuid("choiceRequired"), municipalitySlug: municipalitySchema.optional() });
export type CreatePlanInput = z.input<typeof createPlanSchema>;

/** A plan as it was when somebody decided on its next step. */
export const planStepSchema = z.object({ planId: z.uuid(), version: z.int().positive() });
export type PlanStepInput = z.output<typeof planStepSchema>;

/** First and last day of a plan's public consultation; left out: from today, for as long as the plan's setting says. */
export const openConsultationSchema = planStepSchema
  .extend({ opensOn: dateSchema.nullable().default(null), endsOn: dateSchema.nullable().default(null) })
  .refine(({ opensOn, endsOn }) => !opensOn || !endsOn || opensOn <= endsOn, { message: "endBeforeStart", path: ["endsOn"] });
export type OpenConsultationInput = z.input<typeof openConsultationSchema>;
