import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { ComparisonPage } from "#components/report-comparisons/comparison-page.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { getReportComparison } from "#lib/reports/comparisons/queries.ts";
import { comparedVersionsSchema } from "#lib/reports/comparisons/schema.ts";

interface Props {
  params: Promise<{ report: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Once a request, for the head and for the page. */
const loadOnce = cache(async (slug: string, asked: string) => getReportComparison(slug, comparedVersionsSchema.parse(JSON.parse(asked))));

async function load({ params, searchParams }: Props) {
  const [{ report }, { from, to }] = await Promise.all([params, searchParams]);
  return (await loadOnce(report, JSON.stringify({ from, to }))) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ title }, locale, t] = [await load(props), await getLocale(), await getTranslations("report-comparisons")];
  return { title: `${t("title")}: ${pickText(title, locale)?.text ?? ""}`, robots: { index: false } };
}

/** What has changed between two versions of a report, the one for consultation and the newest unless others are named. */
export default async function ReportComparisonPage(props: Props) {
  return <ComparisonPage compared={await load(props)} locale={await getLocale()} />;
}
