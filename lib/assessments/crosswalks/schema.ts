import { z } from "zod";
import { localizedSchema } from "#lib/record/localized/schema.ts";

/** How one grade of the Secretariat's scale reads on IRM's scale of completion; null: nothing corresponds. */
export const crosswalkEntrySchema = z.object({ grade: z.string().min(1).max(100), completion: z.string().regex(/^completion\.[a-z_]+$/, "choiceRequired").nullable() });
export type CrosswalkEntry = z.infer<typeof crosswalkEntrySchema>;

/** As the database keeps them: one entry for every grade of the scale. */
export const crosswalkEntriesSchema = z.array(crosswalkEntrySchema).max(20);

/** The choice that says that nothing on IRM's scale corresponds. */
export const nothingCorresponds = "nothing";

const choice = z.union([z.literal(nothingCorresponds).transform(() => null), crosswalkEntrySchema.shape.completion], "choiceRequired");

/**
 * A whole new version of a crosswalk. `number` is the one that it gets: the one after the version that was open on the
 * screen, so that nobody replaces what they have not seen.
 */
export const recordCrosswalkSchema = z.object({
  secretariatId: z.uuid("malformed"),
  scaleCode: z.string().min(1).max(100),
  number: z.coerce.number().int().positive(),
  entries: z.array(z.object({ grade: crosswalkEntrySchema.shape.grade, completion: choice })).min(1).max(20),
  reason: localizedSchema(2_000),
});
export type RecordCrosswalkInput = z.output<typeof recordCrosswalkSchema>;
/** The same before parsing: what the fields of the form hold; "" is not chosen yet. */
export type CrosswalkFormValues = z.input<typeof recordCrosswalkSchema>;

/** A Secretariat and one of the scales that its plans use. */
export const crosswalkKeySchema = z.object({ secretariatId: z.uuid(), scaleCode: z.string().min(1).max(100) });
export type CrosswalkKey = z.infer<typeof crosswalkKeySchema>;
