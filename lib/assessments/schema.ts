import { z } from "zod";
import { optionalLocalizedSchema } from "#lib/record/localized/schema.ts";
import { subjectSchema } from "#lib/reporting/schema.ts";

export const assessmentStatuses = ["draft", "published", "superseded"] as const;
export type AssessmentStatus = (typeof assessmentStatuses)[number];

/** Whose judgement it is. The agency has no voice here: its own is the progress update. */
export const assessmentVoices = ["secretariat", "independent"] as const;
export type AssessmentVoice = (typeof assessmentVoices)[number];

/** In whose name somebody assesses: the plan's Secretariat's, or an independent monitor's. Chosen, never guessed from the roles. */
export const assessorSchema = z.discriminatedUnion("voice", [
  z.object({ voice: z.literal("secretariat") }),
  z.object({ voice: z.literal("independent"), organisationId: z.uuid() }),
]);
export type Assessor = z.infer<typeof assessorSchema>;

/** IRM's four scales, each judged apart from the others and from fulfilment. */
export const irmAxes = ["completion", "verifiable", "potential", "earlyResults"] as const;
export type IrmAxis = (typeof irmAxes)[number];
export type IrmCodes = Record<IrmAxis, string | null>;

/** Nothing is judged by IRM's scales. */
export const noIrm: IrmCodes = { completion: null, verifiable: null, potential: null, earlyResults: null };

const version = z.coerce.number().int().positive();

const choice = z.union([z.literal("").transform(() => null), z.null(), z.string().max(100, "unknownChoice")]);

const attachedEvidenceSchema = z.object({ evidenceId: z.uuid(), title: optionalLocalizedSchema(500) });

/**
 * A draft assessment as the form holds it. `evidence` is the whole list: what was attached and is missing here is taken
 * out. `id` and `version` are null for the first save. What is asked for only when it is published is in rules.ts.
 */
export const saveAssessmentSchema = z.object({
  id: z.uuid().nullable(),
  version: version.nullable(),
  assessor: assessorSchema,
  periodId: z.uuid(),
  subject: subjectSchema,
  gradeId: z.union([z.literal("").transform(() => null), z.null(), z.uuid("unknownChoice")]),
  irm: z.object({ completion: choice, verifiable: choice, potential: choice, earlyResults: choice }),
  narrative: optionalLocalizedSchema(),
  evidence: z.array(attachedEvidenceSchema).max(50),
});
export type SaveAssessmentInput = z.infer<typeof saveAssessmentSchema>;
/** The same before parsing: what the fields of the form hold. */
export type AssessmentFormValues = z.input<typeof saveAssessmentSchema>;

export const assessmentVersionSchema = z.object({ assessmentId: z.uuid(), version });
export type AssessmentVersionInput = z.infer<typeof assessmentVersionSchema>;

/** How an address names the assessor: "secretariat", or the monitor's organisation. */
export function assessorKey(assessor: Assessor): string {
  return assessor.voice === "secretariat" ? "secretariat" : assessor.organisationId;
}
