import type { Localized } from "#lib/record/localized/schema.ts";
import { getPublishedReport, type ReportVersionView } from "#lib/reports/queries.ts";
import { compareReports, versionsToCompare } from "./rules.ts";
import type { ComparedVersions, ReportComparison } from "./schema.ts";

/** Two versions of a published report side by side. `comparison` null: there are not two, or one that was asked for does not exist. */
export interface PublishedComparison {
  slug: string;
  title: Localized;
  plan: { slug: string; title: Localized };
  /** How many grades the scale has. */
  scale: number;
  /** Newest first. */
  versions: ReportVersionView[];
  comparison: ReportComparison | null;
}

/** Null when no such report is published. */
export async function getReportComparison(slug: string, asked: ComparedVersions): Promise<PublishedComparison | null> {
  const newest = await getPublishedReport(slug);
  if (!newest) return null;
  const { plan, report } = newest.snapshot;
  const found = { slug, title: report.title, plan: { slug: plan.slug, title: plan.title }, scale: plan.scale.grades.length, versions: newest.versions };
  const numbers = versionsToCompare(newest.versions, asked);
  if (!numbers) return { ...found, comparison: null };
  const [before, after] = await Promise.all([getPublishedReport(slug, numbers.from), getPublishedReport(slug, numbers.to)]);
  return { ...found, comparison: before && after ? compareReports(before.snapshot, after.snapshot) : null };
}
