import { z } from "zod";
import { optionalLocalizedSchema } from "#lib/localized/schema.ts";
import { subjectSchema } from "#lib/reporting/schema.ts";

export const assessmentStatuses = ["draft", "published", "superseded"] as const;
export type AssessmentStatus = (typeof assessmentStatuses)[number];

/** Whose judgement it is. The agency has no voice here: its own is the progress update. */
export const assessmentVoices = ["secretariat", "independent"] as const;

const version = z.coerce.number().int().positive();

const attachedEvidenceSchema = z.object({ evidenceId: z.uuid(), title: optionalLocalizedSchema(500) });

/**
 * A draft assessment as the form holds it. `evidence` is the whole list: what was attached and is missing here is taken
 * out. `id` and `version` are null for the first save. A grade is only asked for when it is published.
 */
export const saveAssessmentSchema = z.object({
  id: z.uuid().nullable(),
  version: version.nullable(),
  periodId: z.uuid(),
  subject: subjectSchema,
  gradeId: z.union([z.literal("").transform(() => null), z.null(), z.uuid("unknownChoice")]),
  narrative: optionalLocalizedSchema(),
  evidence: z.array(attachedEvidenceSchema).max(50),
});
export type SaveAssessmentInput = z.infer<typeof saveAssessmentSchema>;
/** The same before parsing: what the fields of the form hold. */
export type AssessmentFormValues = z.input<typeof saveAssessmentSchema>;

export const assessmentVersionSchema = z.object({ assessmentId: z.uuid(), version });
export type AssessmentVersionInput = z.infer<typeof assessmentVersionSchema>;
