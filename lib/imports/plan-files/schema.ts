import { z } from "zod";
import { localizedSchema } from "#lib/record/localized/schema.ts";
import { periodKinds, periodStatuses } from "#lib/reporting/periods/schema.ts";
import { progressSchema } from "#lib/reporting/schema.ts";
import { reportKinds } from "#lib/reports/snapshots/schema.ts";
import { dateSchema, partialDateSchema } from "#lib/record/terms/schema.ts";

/** What the first line of a plan file says of itself; a later format is another one. */
export const planFileFormat = "open-commitments/plan/1";

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "slug").max(100, "textTooLong");
const number = z.string().trim().min(1, "required").max(30, "textTooLong");
const short = z.string().trim().min(1, "required").max(200, "textTooLong");
const code = z.string().regex(/^[a-z0-9_]+$/, "listCode");
const decimal = z.number("numberExpected").refine((value) => /^-?\d{1,14}(\.\d{1,6})?$/.test(String(value)), "numberExpected");
const money = z.number("numberExpected").refine((value) => /^\d{1,14}(\.\d{1,2})?$/.test(String(value)), "moneyExpected");
const webAddress = z.url({ protocol: /^https?$/, error: "url" }).max(2_000, "textTooLong");

/** A text per language, at least one; a language the installation does not have is an error, not lost. */
function text(max?: number) {
  const { shape } = localizedSchema(max);
  return z.strictObject(shape, "localized").refine((value) => Object.values(value).some(Boolean), { message: "required" });
}

const indicatorSchema = z.strictObject({
  code: z.string().max(50, "textTooLong").optional(),
  text: text(),
  baseline: decimal.optional(),
  target: decimal.optional(),
  unit: text(100).optional(),
});

const budgetLineSchema = z
  .strictObject({
    amount: money.optional(),
    currency: z.string().regex(/^[A-Z]{3}$/, "currency").optional(),
    programmeCode: z.string().max(50, "textTooLong").optional(),
    fundingSource: code.optional(),
    noAdditionalCost: z.boolean().optional(),
    statedText: text().optional(),
  })
  .refine((line) => (line.amount === undefined) === (line.currency === undefined), { message: "amountAndCurrency", path: ["currency"] });

/** What may stand under a commitment and under a milestone alike. Organisations are named by their keys. */
const shared = {
  description: text().optional(),
  startsOn: partialDateSchema.optional(),
  endsOn: partialDateSchema.optional(),
  coResponsible: z.array(key).optional(),
  partners: z.array(key).optional(),
  indicators: z.array(indicatorSchema).optional(),
  verificationSources: z.array(z.strictObject({ text: text() })).optional(),
  budget: z.array(budgetLineSchema).optional(),
};

const milestoneFields = z.strictObject({
  number,
  title: text(2_000),
  ...shared,
  /** Absent: the commitment's. */
  lead: key.optional(),
});
export interface FileMilestone extends z.output<typeof milestoneFields> {
  milestones?: FileMilestone[] | undefined;
}
const milestoneSchema: z.ZodType<FileMilestone> = milestoneFields.extend({
  get milestones() {
    return z.array(milestoneSchema).optional();
  },
});

const commitmentSchema = z.strictObject({
  /** Key of the part it stands in. */
  part: key.optional(),
  number,
  slug: key,
  title: text(1_000).optional(),
  ...shared,
  expectedOutcome: text().optional(),
  plainSummary: text().optional(),
  lead: key,
  thematicAreas: z.array(code).optional(),
  sdgs: z.array(z.int("numberExpected").min(1, "sdg").max(17, "sdg")).optional(),
  sourceNote: text().optional(),
  milestones: z.array(milestoneSchema).optional(),
});

const evidenceSchema = z.strictObject({
  url: webAddress,
  title: text(500).optional(),
  /** Which of the subject's verification sources it is, counted from 0. */
  source: z.int("numberExpected").min(0, "numberExpected").optional(),
});

/** A commitment by its slug, and one of its milestones by its number; without a number, the commitment as a whole. */
const subject = { commitment: key, milestone: number.optional() };

const updateSchema = z.strictObject({ ...subject, progress: progressSchema, result: text().optional(), reasons: text().optional(), on: dateSchema, evidence: z.array(evidenceSchema).optional() });
const assessmentSchema = z.strictObject({ ...subject, grade: code, narrative: text().optional(), on: dateSchema });
const reportSchema = z.strictObject({ kind: z.enum(reportKinds, "unknownChoice"), title: text(300).optional(), introduction: text(50_000).optional(), conclusions: text(50_000).optional(), on: dateSchema });

const periodSchema = z.strictObject({
  slug: key,
  label: text(200),
  kind: z.enum(periodKinds, "unknownChoice"),
  startsOn: dateSchema,
  endsOn: dateSchema,
  dueOn: dateSchema.optional(),
  status: z.enum(periodStatuses, "unknownChoice"),
  updates: z.array(updateSchema).optional(),
  assessments: z.array(assessmentSchema).optional(),
  reports: z.array(reportSchema).optional(),
});

const planSchema = z.strictObject({
  slug: key,
  title: text(1_000),
  introduction: text(100_000).optional(),
  level: z.enum(["national", "local", "sectoral"], "unknownChoice"),
  countryCode: z.string().regex(/^[A-Z]{2}$/, "countryCode"),
  locality: text(200).optional(),
  /** Slug of the municipality whose plan it is; absent: the one that the locality names, if it is one of the list. */
  municipality: key.optional(),
  vocabulary: z.enum(["commitment", "activity"], "unknownChoice"),
  startsOn: partialDateSchema,
  endsOn: partialDateSchema,
  /** Key of the organisation that collects, assesses and answers. */
  secretariat: key,
  scale: code,
  consultationDays: z.int("numberExpected").min(1, "numberExpected").max(365, "numberExpected").optional(),
  sourceNote: text().optional(),
});

const legalActSchema = z.strictObject({
  kind: text(200),
  number: short,
  date: partialDateSchema,
  issuingBody: text(300),
  title: text(1_000).optional(),
  text: text(100_000).optional(),
  appealTerms: text().optional(),
  signatory: text(500).optional(),
  url: webAddress.optional(),
});

const partSchema = z.strictObject({
  key,
  parent: key.optional(),
  kind: z.enum(["challenge", "objective", "part"], "unknownChoice"),
  number: number.optional(),
  title: text(1_000),
  description: text().optional(),
  note: text().optional(),
});

/**
 * One action plan with what was reported, assessed and published of it. What a source does not state is left out. The
 * rules between its entries are in rules.ts; docs/plan-file.md explains it.
 */
export const planFileSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(planFileFormat, "planFileFormat"),
  plan: planSchema,
  legalActs: z.array(legalActSchema),
  /** `municipality`: slug of the one that it is a body of; absent: the one that the name of a municipal body names. */
  organisations: z.array(z.strictObject({ key, name: text(300), kind: code, municipality: key.optional() })),
  parts: z.array(partSchema),
  commitments: z.array(commitmentSchema),
  periods: z.array(periodSchema),
});

export type PlanFile = z.output<typeof planFileSchema>;
export type FileUpdate = z.output<typeof updateSchema>;
export type FileAssessment = z.output<typeof assessmentSchema>;
