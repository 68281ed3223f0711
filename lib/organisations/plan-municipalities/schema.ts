import { z } from "zod";
import { municipalitySchema } from "#lib/organisations/schema.ts";

/** Of which municipality a plan is; empty: of none. */
export const placePlanSchema = z.object({ planId: z.uuid(), municipalitySlug: municipalitySchema });
export type PlacePlanInput = z.input<typeof placePlanSchema>;
