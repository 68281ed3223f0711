import { z } from "zod";
import { oneValueSchema } from "#lib/record/addresses/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { tallyUnits } from "#lib/record/tallies/schema.ts";

/** What can be held against each other. */
export const comparedKinds = ["agencies", "plans", "periods", "municipalities"] as const;
export type ComparedKind = (typeof comparedKinds)[number];

export const planLevels = ["national", "local", "sectoral"] as const;

/** Rows on one page; a file has all of them. */
export const comparisonPageSize = 100;

const one = (pattern: RegExp) => oneValueSchema.pipe(z.string().regex(pattern)).optional().catch(undefined);
const slug = one(/^[a-z0-9-]{1,200}$/);

/** A comparison as it stands in an address; what makes no sense is left out. `sort`: the key of a column, "-" before it for the largest first. */
export const comparisonSchema = z.object({
  by: oneValueSchema.pipe(z.enum(comparedKinds)).catch("agencies"),
  of: oneValueSchema.pipe(z.enum(tallyUnits)).catch("milestones"),
  plan: slug,
  period: slug,
  level: oneValueSchema.pipe(z.enum(planLevels)).optional().catch(undefined),
  year: one(/^\d{4}$/),
  area: one(/^[a-z0-9_-]{1,100}$/),
  sdg: one(/^([1-9]|1[0-7])$/),
  scale: one(/^[a-z0-9_-]{1,100}$/),
  sort: one(/^-?[A-Za-z0-9_:-]{1,120}$/),
  page: oneValueSchema.transform(Number).pipe(z.number().int().min(1).max(1_000)).catch(1),
});
export type Comparison = z.output<typeof comparisonSchema>;

/** How many have which grade; `grade` null: not judged on a scale. */
export interface GradeCount {
  scale: string | null;
  grade: string | null;
  count: number;
}

/** What is counted of one agency, plan, period or municipality. */
export interface ComparedRow {
  slug: string;
  name: Localized;
  /** Where it stands when nobody asked for an order: as text, the first first. "" where names order. */
  place: string;
  total: number;
  /** By the progress that agencies report; `not_reported`: no accepted report. */
  progress: Record<string, number>;
  overdue: number;
  /** By the Secretariat's judgement; `scale` of what is not judged is that of its plan. */
  grades: GradeCount[];
  /** By independent assessors, the newest of each; `grade` null: by IRM's scale alone. */
  independent: GradeCount[];
  comments: number;
  answered: number;
  /** Calendar days from a comment to its answer, the middle of all; null: nothing is answered. */
  medianDays: number | null;
  evidence: number;
}

export interface ComparedScale {
  code: string;
  label: Localized;
  /** The best first. */
  grades: { code: string; label: Localized; rank: number }[];
}

/** What a comparison can be narrowed to. */
export interface ComparisonChoices {
  /** Plans that bind, the newest first. */
  plans: { slug: string; title: Localized; periods: { slug: string; label: Localized }[] }[];
  years: string[];
  areas: { code: string; label: Localized }[];
  sdgs: { number: number; label: Localized }[];
  scales: ComparedScale[];
}
