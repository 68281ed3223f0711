import { z } from "zod";
import type { Localized } from "#lib/record/localized/schema.ts";

/**
 * The first format of a frozen report, as it was: reports that were published in it keep their bytes for good. It names every
 * value itself, so that no later change of a list makes one of them unreadable.
 */
export const firstSnapshotFormat = "open-commitments/report/1";

const progressStatuses = ["not_started", "in_progress", "completed", "suspended", "withdrawn"] as const;
const periodKinds = ["annual", "half_year", "quarter", "other"] as const;
const dateSchema = z.iso.date();
const partialDateSchema = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

/** A text per language; only those that exist. Never empty. */
const text: z.ZodType<Localized> = z.strictObject({ ka: z.string().optional(), en: z.string().optional() });
const id = z.uuid();
/** A moment, ISO 8601 in UTC with milliseconds. */
const instant = z.iso.datetime({ precision: 3 });
/** An exact number as decimal digits: "3000", "12.5". */
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const term = { startsOn: partialDateSchema.nullable(), endsOn: partialDateSchema.nullable() };

const organisation = z.strictObject({ slug: z.string(), name: text });

/** `rank` 0 is the worst. */
const grade = z.strictObject({ code: z.string(), label: text, rank: z.number().int().min(0), fulfilled: z.boolean() });

/** A file is known by its name and checksum, a link by its address; the file itself is not inside the snapshot. */
const evidence = z.strictObject({
  id, kind: z.enum(["file", "link"]), title: text.nullable(), url: z.string().nullable(),
  fileName: z.string().nullable(), mediaType: z.string().nullable(),
  /** Bytes. */
  size: z.number().int().nullable(),
  sha256: sha256.nullable(),
  verificationSourceId: id.nullable(),
});

/** What the lead agency reported and the Secretariat accepted for the period. */
const update = z.strictObject({
  id, organisation, progress: z.enum(progressStatuses), result: text.nullable(), reasons: text.nullable(),
  noProgress: z.boolean(), acceptedAt: instant, evidence: z.array(evidence),
});

/** What an assessor judged of the period; one entry a voice and organisation. */
const assessment = z.strictObject({
  id, voice: z.enum(["secretariat", "independent"]), organisation, grade, narrative: text.nullable(), publishedAt: instant, evidence: z.array(evidence),
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
  get milestones(): z.ZodType<FirstMilestone[]> {
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
  id, author: z.string().nullable(), body: z.string(), locale: z.enum(["ka", "en"]), publishedAt: instant,
  /** The version that the person read. */
  reportVersion: z.number().int().nullable(),
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

export const firstSnapshotSchema = z.strictObject({
  format: z.literal(firstSnapshotFormat),
  report: z.strictObject({
    slug: z.string(),
    kind: z.enum(["annual", "mid_term", "end_of_term"]),
    title: text,
    introduction: text.nullable(),
    conclusions: text.nullable(),
    /** Numbered from 1. */
    version: z.number().int().positive(),
    stage: z.enum(["consultation", "final", "correction"]),
    /** Why a correction was made; null for other stages. */
    reason: text.nullable(),
    publishedAt: instant,
    /** First and last calendar day in Tbilisi on which comments are taken; null: no consultation is stated. */
    consultation: z.strictObject({ opensOn: dateSchema, endsOn: dateSchema }).nullable(),
  }),
  plan,
  period: z.strictObject({ slug: z.string(), label: text, kind: z.enum(periodKinds), startsOn: dateSchema, endsOn: dateSchema }),
  summary: z.strictObject({ commitments: tally, milestones: tally }),
  parts: z.array(part),
  commitments: z.array(commitment),
  /** Set in a final version and its corrections. `refused` counts what was not published, by the moderator's reason. */
  comments: z.strictObject({ published: z.array(comment), refused: z.array(z.strictObject({ code: z.string(), count: z.number().int() })) }).nullable(),
});

type SubjectShape = { [K in keyof typeof subject]: z.infer<(typeof subject)[K]> };
export interface FirstMilestone extends SubjectShape {
  title: Localized;
  milestones: FirstMilestone[];
}
export type FirstSnapshot = z.infer<typeof firstSnapshotSchema>;
