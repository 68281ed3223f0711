import { z } from "zod";
import { placeSchemas, planEntities } from "#lib/editing/schema.ts";

/** Characters of a form as JSON; the longest text of a plan fits in twice, the rest of its form with it. */
const longest = 600_000;

/** Where the thing that is being added will stand; see `placeSchemas`. */
export const draftPlaceSchema = z.object({ ...placeSchemas.part.shape, ...placeSchemas.commitment.shape, ...placeSchemas.milestone.shape });
export type DraftPlace = z.infer<typeof draftPlaceSchema>;

const typed = z.record(z.string().max(100), z.json()).refine((values) => JSON.stringify(values).length <= longest, "textTooLong");

/** A form as it stands, complete or not. `version`: of the record the person began from, `base`: what that said; null: it is new. */
export const saveEditingDraftSchema = z.object({
  planId: z.uuid(),
  entity: z.enum(planEntities, "unknownChoice"),
  entityId: z.uuid(),
  values: typed,
  base: typed.nullable().default(null),
  place: draftPlaceSchema.nullable().default(null),
  version: z.int().positive().nullable(),
});
export type SaveEditingDraftInput = z.input<typeof saveEditingDraftSchema>;

export const editingDraftKeySchema = z.object({ entity: z.enum(planEntities), entityId: z.uuid() });
export type EditingDraftKey = z.infer<typeof editingDraftKeySchema>;

/** What is kept in the draft's column. */
export const keptDraftSchema = z.object({ values: typed, base: typed.nullable().catch(null), place: draftPlaceSchema.nullable().catch(null) });
