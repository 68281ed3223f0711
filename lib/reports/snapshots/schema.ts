import { z } from "zod";
import { assessmentVoices } from "#lib/assessments/schema.ts";
import { locales, type Localized } from "#lib/record/localized/schema.ts";
import { periodKinds } from "#lib/reporting/periods/schema.ts";
import { progressStatuses } from "#lib/reporting/schema.ts";
import { localizedRichTextSchema } from "#lib/record/rich-text/schema.ts";
import { crosswalk, decimal, event, evidence, grade, id, instant, irmGrade, organisation, recommendation, section, term, text } from "#lib/reports/snapshot-shapes/schema.ts";
import { dateSchema, partialDateSchema } from "#lib/record/terms/schema.ts";

/**
 * The format of a frozen report, version 2. A snapshot holds everything the report shows; what is null was not stated,
 * not reported or not assessed. Fields may be added in a later format, which gets its own number; code that reads an older
 * one stays. Ids are those of the records it was made from; they make two versions comparable.
 */
export const snapshotFormat = "open-commitments/report/2";

export const reportKinds = ["annual", "mid_term", "end_of_term"] as const;
export type ReportKind = (typeof reportKinds)[number];

export const reportStages = ["consultation", "final", "correction"] as const;
export type ReportStage = (typeof reportStages)[number];

/** What the lead agency reported and the Secretariat accepted for the period. */
const update = z.strictObject({
  id, organisation, progress: z.enum(progressStatuses), result: text.nullable(), reasons: text.nullable(),
  noProgress: z.boolean(), acceptedAt: instant, evidence: z.array(evidence),
});

/** What an assessor judged of the period; one entry a voice and organisation. IRM's scales are an independent monitor's alone. */
const assessment = z.strictObject({
  id, voice: z.enum(assessmentVoices), organisation, grade: grade.nullable(),
  irm: z.strictObject({ completion: irmGrade.nullable(), verifiable: irmGrade.nullable(), potential: irmGrade.nullable(), earlyResults: irmGrade.nullable() }),
  narrative: text.nullable(), publishedAt: instant, evidence: z.array(evidence),
  /** What the agency that leads answered, once. */
  answer: z.strictObject({ organisation, text, publishedAt: instant }).nullable(),
});

const indicator = z.strictObject({
  id, code: z.string().nullable(), text, baseline: decimal.nullable(), target: decimal.nullable(), unit: text.nullable(),
  /** As the accepted update states it; null: not stated. */
  actual: z.strictObject({ value: decimal.nullable(), text: text.nullable() }).nullable(),
});

const budgetLine = z.strictObject({
  amount: decimal.nullable(),
  /** ISO 4217. */
  currency: z.string().nullable(),
  programmeCode: z.string().nullable(),
  fundingSource: text.nullable(),
  noAdditionalCost: z.boolean(),
  statedText: text.nullable(),
});

const partner = z.strictObject({ organisation, role: z.enum(["partner", "co_responsible"]) });

/** What a commitment and a milestone have in common. */
const subject = {
  id,
  number: z.string(),
  description: text.nullable(),
  ...term,
  lead: organisation,
  partners: z.array(partner),
  indicators: z.array(indicator),
  verificationSources: z.array(z.strictObject({ id, text })),
  budget: z.array(budgetLine),
  update: update.nullable(),
  assessments: z.array(assessment),
};

const milestone = z.strictObject({
  ...subject,
  title: text,
  get milestones(): z.ZodType<SnapshotMilestone[]> {
    return z.array(milestone);
  },
});

const commitment = z.strictObject({
  ...subject,
  slug: z.string(),
  /** One of the plan's parts; null: the plan has none. */
  partId: id.nullable(),
  title: text.nullable(),
  plainSummary: text.nullable(),
  expectedOutcome: text.nullable(),
  sourceNote: text.nullable(),
  /** What the Secretariat writes of it in this report. */
  narrative: localizedRichTextSchema.nullable(),
  thematicAreas: z.array(z.strictObject({ code: z.string(), label: text })),
  sdgs: z.array(z.strictObject({ number: z.number().int(), label: text })),
  milestones: z.array(milestone),
});

/** Depth-first in the plan's order; `parentId` names the part that a nested one belongs to. */
const part = z.strictObject({
  id,
  parentId: id.nullable(),
  kind: z.enum(["challenge", "objective", "part"]),
  number: z.string().nullable(),
  title: text,
  description: text.nullable(),
  note: text.nullable(),
});

const legalAct = z.strictObject({ kind: text, number: z.string(), date: partialDateSchema, issuingBody: text, title: text.nullable(), url: z.string().nullable() });

/** How many of `total` have which state; the counts and what is missing add up to the total. */
const tally = z.strictObject({
  total: z.number().int(),
  progress: z.array(z.strictObject({ status: z.enum(progressStatuses), count: z.number().int() })),
  notReported: z.number().int(),
  fulfilment: z.array(z.strictObject({ code: z.string(), label: text, rank: z.number().int(), count: z.number().int() })),
  notAssessed: z.number().int(),
});

/** What the public said of the report, and what was answered. A name that is null is anonymous; there are no e-mail addresses. */
const comment = z.strictObject({
  id, author: z.string().nullable(), body: z.string(), locale: z.enum(locales), publishedAt: instant,
  /** The version that the person read, and the section of it that is meant; null: the report as a whole. */
  reportVersion: z.number().int().nullable(),
  sectionKey: z.string().nullable(),
  response: z.strictObject({ disposition: z.string(), text, organisation, publishedAt: instant }).nullable(),
});

const plan = z.strictObject({
  slug: z.string(),
  title: text,
  level: z.enum(["national", "local", "sectoral"]),
  countryCode: z.string(),
  locality: text.nullable(),
  vocabulary: z.string(),
  startsOn: partialDateSchema,
  endsOn: partialDateSchema,
  secretariat: organisation,
  legalActs: z.array(legalAct),
  /** The scale on which fulfilment is judged, the worst first. */
  scale: z.strictObject({ label: text, grades: z.array(grade) }),
});

export const snapshotSchema = z.strictObject({
  format: z.literal(snapshotFormat),
  report: z.strictObject({
    slug: z.string(),
    kind: z.enum(reportKinds),
    title: text,
    /** Numbered from 1. */
    version: z.number().int().positive(),
    stage: z.enum(reportStages),
    /** Why a correction was made; null for other stages. */
    reason: text.nullable(),
    publishedAt: instant,
    /** First and last calendar day in Tbilisi on which comments are taken; null: no consultation is stated. */
    consultation: z.strictObject({ opensOn: dateSchema, endsOn: dateSchema }).nullable(),
  }),
  plan,
  period: z.strictObject({ slug: z.string(), label: text, kind: z.enum(periodKinds), startsOn: dateSchema, endsOn: dateSchema }),
  summary: z.strictObject({ commitments: tally, milestones: tally }),
  sections: z.array(section),
  /** In the order of their days. */
  events: z.array(event),
  crosswalk: crosswalk.nullable(),
  parts: z.array(part),
  commitments: z.array(commitment),
  /** Set in a final version and its corrections. `refused` counts what was not published, by the moderator's reason. */
  comments: z.strictObject({ published: z.array(comment), refused: z.array(z.strictObject({ code: z.string(), count: z.number().int() })) }).nullable(),
});

/** The format as JSON Schema, for whoever reads a downloaded report with a program of their own. */
export function snapshotJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(snapshotSchema, { io: "input", reused: "ref" });
  return { $schema, title: "Open Commitments report, version 2", ...schema };
}

export type SnapshotTally = z.infer<typeof tally>;
export type SnapshotEvidence = z.infer<typeof evidence>;
export type SnapshotUpdate = z.infer<typeof update>;
export type SnapshotAssessment = z.infer<typeof assessment>;
export type SnapshotIrmGrade = z.infer<typeof irmGrade>;
export type SnapshotSection = z.infer<typeof section>;
export type SnapshotEvent = z.infer<typeof event>;
export type SnapshotRecommendation = z.infer<typeof recommendation>;
export type SnapshotComment = z.infer<typeof comment>;
export type SnapshotIndicator = z.infer<typeof indicator>;
export type SnapshotBudgetLine = z.infer<typeof budgetLine>;
export type SnapshotOrganisation = z.infer<typeof organisation>;
export type SnapshotGrade = z.infer<typeof grade>;
export type SnapshotPart = z.infer<typeof part>;
export type SnapshotPlan = z.infer<typeof plan>;
type SubjectShape = { [K in keyof typeof subject]: z.infer<(typeof subject)[K]> };
export interface SnapshotMilestone extends SubjectShape {
  title: Localized;
  milestones: SnapshotMilestone[];
}
export type SnapshotCommitment = z.infer<typeof commitment>;
export type SnapshotSubject = SnapshotCommitment | SnapshotMilestone;
export type Snapshot = z.infer<typeof snapshotSchema>;
