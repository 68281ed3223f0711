import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { JsonLd } from "#components/ui/json-ld.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { listPublishedComments } from "#lib/comments/queries.ts";
import { dataLicence } from "#lib/platform/data-licence.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { getPublishedReport } from "#lib/reports/queries.ts";
import { PublicReport } from "#components/reports/public-report.tsx";
import { reportData } from "#lib/open-data/structured-data/rules.ts";
import * as clock from "#lib/platform/clock.ts";

interface Props {
  params: Promise<{ report: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Once a request, for the head and for the page. */
const load = cache(async (slug: string) => (await getPublishedReport(slug)) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [report, locale] = [await load((await params).report), await getLocale()];
  const [title, plan] = [report.snapshot.report.title, report.snapshot.plan.title].map((text) => pickText(text, locale)?.text ?? report.slug);
  return pageMetadata({ locale, path: `/reports/${report.slug}`, title, description: `${title} – ${plan}`, card: true });
}

/** The newest version of a published report, with what the public says of it. */
export default async function ReportPage({ params, searchParams }: Props) {
  const [{ report: slug }, { comments: page }] = await Promise.all([params, searchParams]);
  const [report, locale, now] = [await load(slug), await getLocale(), clock.now()];
  const comments = await listPublishedComments({ kind: "report", id: report.reportId }, now, Number(page ?? 1));
  const site = publicUrl("/").replace(/\/$/, "");
  return (
    <>
      <JsonLd data={reportData({ ...report, title: report.snapshot.report.title, plan: report.snapshot.plan }, { site, locale }, dataLicence().url)} />
      <PublicReport report={report} comments={comments} site={site} now={now} locale={locale} />
    </>
  );
}
