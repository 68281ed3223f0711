import { z } from "zod";
import { localizedSchema, optionalLocalizedSchema } from "#lib/record/localized/schema.ts";
import { reportKinds } from "#lib/reports/snapshots/schema.ts";

export const reportStatuses = ["draft", "in_consultation", "final"] as const;
export type ReportStatus = (typeof reportStatuses)[number];

const version = z.coerce.number().int().positive();

/** Plan and period belong together; one report of each kind a period. */
export const createReportSchema = z.object({
  planId: z.uuid("choiceRequired"),
  periodId: z.uuid("choiceRequired"),
  kind: z.enum(reportKinds, "choiceRequired"),
});
export type CreateReportInput = z.infer<typeof createReportSchema>;

/** What the report is called; what it says stands in its sections. */
export const saveReportSchema = z.object({ reportId: z.uuid(), version, title: localizedSchema(300) });
export type SaveReportInput = z.infer<typeof saveReportSchema>;

export const reportVersionSchema = z.object({ reportId: z.uuid(), version });
export type ReportVersionInput = z.infer<typeof reportVersionSchema>;

export const correctReportSchema = reportVersionSchema.extend({
  reason: optionalLocalizedSchema(5_000).refine((reason) => reason.ka ?? reason.en, { error: "reasonRequired" }),
});
export type CorrectReportInput = z.infer<typeof correctReportSchema>;

/** A report that a source says was published, with its texts plain. A title that is not stated is made from the period. */
export const recordPublishedReportSchema = createReportSchema.extend({
  title: optionalLocalizedSchema(300), introduction: optionalLocalizedSchema(50_000), conclusions: optionalLocalizedSchema(50_000),
});
export type RecordPublishedReportInput = z.infer<typeof recordPublishedReportSchema>;

/** What the next change of the same report has to name. */
export interface SavedReport {
  id: string;
  version: number;
}

/** A frozen version; `number` counts from 1. */
export interface FrozenReport extends SavedReport {
  slug: string;
  number: number;
  sha256: string;
}
