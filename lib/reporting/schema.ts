import { z } from "zod";
import { cleanText, optionalLocalizedSchema } from "#lib/record/localized/schema.ts";

/** What an agency reports of a milestone. Never derived from, nor deriving, an assessment. */
export const progressStatuses = ["not_started", "in_progress", "completed", "suspended", "withdrawn"] as const;
export type Progress = (typeof progressStatuses)[number];
export const progressSchema = z.enum(progressStatuses, { error: "unknownChoice" });

export const updateStatuses = ["draft", "submitted", "returned", "accepted", "superseded"] as const;
export type UpdateStatus = (typeof updateStatuses)[number];

const version = z.coerce.number().int().positive();
const decimal = z.string().trim().transform((text) => text.replace(/[\s\u00a0]/g, "").replace(",", ".")).pipe(z.string().regex(/^-?\d{1,18}(\.\d{1,6})?$/, "numberExpected"));

/** A commitment as a whole (milestoneId null) or one of its milestones. */
export const subjectSchema = z.object({ commitmentId: z.uuid(), milestoneId: z.uuid().nullable() });
export type Subject = z.infer<typeof subjectSchema>;

/** What an indicator stands at: a number as typed ("12,5" counts), words, or nothing yet. */
const actualSchema = z.object({
  indicatorId: z.uuid(),
  value: z.union([z.literal("").transform(() => null), z.null(), decimal]),
  text: optionalLocalizedSchema(2_000),
});

const attachedEvidenceSchema = z.object({
  evidenceId: z.uuid(),
  verificationSourceId: z.union([z.literal("").transform(() => null), z.null(), z.uuid()]),
  title: optionalLocalizedSchema(500),
});

/**
 * A working update as the form holds it. `evidence` is the whole list: what was attached and is missing here is taken out.
 * `id` and `version` are null for the first save. What sending asks for on top is in `submissionProblems` (rules.ts),
 * because it depends on the subject.
 */
export const saveUpdateSchema = z.object({
  id: z.uuid().nullable(),
  version: version.nullable(),
  periodId: z.uuid(),
  subject: subjectSchema,
  progress: progressSchema.nullable(),
  result: optionalLocalizedSchema(),
  reasons: optionalLocalizedSchema(),
  noProgress: z.boolean(),
  actuals: z.array(actualSchema).max(100),
  evidence: z.array(attachedEvidenceSchema).max(100),
});
export type SaveUpdateInput = z.infer<typeof saveUpdateSchema>;
/** The same before parsing: what the fields of the form hold. */
export type UpdateFormValues = z.input<typeof saveUpdateSchema>;

/** Which form is meant: of a milestone, or of a commitment as a whole, in a period. */
export const updateFormKeySchema = z.object({ periodId: z.uuid(), subjectId: z.uuid() });

export const updateVersionSchema = z.object({ updateId: z.uuid(), version });
export type UpdateVersionInput = z.infer<typeof updateVersionSchema>;

export const returnUpdateSchema = updateVersionSchema.extend({ note: z.string().overwrite(cleanText).trim().min(1, "noteRequired").max(5_000, "textTooLong") });
export type ReturnUpdateInput = z.infer<typeof returnUpdateSchema>;
