import type { Localized } from "#lib/record/localized/schema.ts";
import { pagesOf } from "#lib/record/pages/rules.ts";
import type { FigurePeriod, Judged, PeriodEnd, Step } from "#lib/figures/period-figures/rules.ts";
import type { FigureGrade, FigurePart } from "#lib/figures/standing-figures/rules.ts";

/** What a plan's figures are made of beside its counts. */
export interface FiguredPlan {
  slug: string;
  title: Localized;
  status: string;
  /** commitment | activity */
  vocabulary: string;
  parts: (FigurePart & { slug: string })[];
  periods: FigurePeriod[];
  grades: FigureGrade[];
  /** Whether any commitment has milestones, and how many have none. */
  divided: boolean;
  undivided: number;
}

export interface Said {
  steps: Step[];
  judged: Judged[];
}

/** The two ends that are compared: those asked for where they exist and follow each other, else the last and the one before it. */
export function betweenOf(ends: readonly PeriodEnd[], { from, to }: { from: string | null; to: string | null }): { from: PeriodEnd | null; to: PeriodEnd } | null {
  const end = ends.find(({ endsOn }) => endsOn === to) ?? ends.at(-1);
  if (!end) return null;
  const before = ends.filter(({ endsOn }) => endsOn < end.endsOn);
  return { from: before.find(({ endsOn }) => endsOn === from) ?? before.at(-1) ?? null, to: end };
}

/** Rows of a long list in one CSV file. */
export const inOneFile = 5_000;

/** The pages of a list as files, from 1; one also where there is nothing. */
export function csvPages(total: number): number[] {
  return Array.from({ length: pagesOf(total, inOneFile) }, (_, index) => index + 1);
}
