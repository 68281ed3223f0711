import { z } from "zod";
import { planEntities, type PlanContent, type PlanEdit } from "#lib/editing/schema.ts";
import { optionalLocalizedSchema, type Localized } from "#lib/record/localized/schema.ts";

/** A draft of an amendment as its writer saw it. */
export const amendmentVersionSchema = z.object({ amendmentId: z.uuid(), version: z.int().positive() });
export type AmendmentVersion = z.output<typeof amendmentVersionSchema>;

/** Why a plan changes, and by which act; the reason has to be there when the amendment is made. */
export const amendmentTextsSchema = z.object({ ...amendmentVersionSchema.shape, reason: optionalLocalizedSchema(), legalActId: z.uuid().nullable().default(null) });
export type AmendmentTexts = z.output<typeof amendmentTextsSchema>;

/** A staged change, by what it changes. */
export const stagedEditSchema = z.object({ amendmentId: z.uuid(), entity: z.enum(planEntities), id: z.uuid() });
export type StagedEdit = z.output<typeof stagedEditSchema>;

/** An amendment in preparation. */
export interface AmendmentDraft {
  id: string;
  version: number;
  reason: Localized | null;
  legalActId: string | null;
  edits: PlanEdit[];
  /** Ids of what was changed by another amendment since it was staged here. */
  stale: string[];
  savedAt: Date;
  actorName: string;
}

/** A plan at its editors: as it will be, as it is on the record, and what stands between. */
export interface PlanForEditing {
  content: PlanContent;
  base: PlanContent;
  amendment: AmendmentDraft | null;
}
