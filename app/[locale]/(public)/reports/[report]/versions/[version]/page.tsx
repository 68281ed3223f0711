import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { PublicReport } from "#components/reports/public-report.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { now } from "#lib/platform/clock.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { getPublishedReport } from "#lib/reports/queries.ts";

interface Props {
  params: Promise<{ report: string; version: string }>;
}

/** Once a request, for the head and for the page. */
const loadOnce = cache((slug: string, version: string) => (/^[1-9]\d{0,5}$/.test(version) ? getPublishedReport(slug, Number(version)) : null));

async function load(params: Props["params"]) {
  const { report, version } = await params;
  return (await loadOnce(report, version)) ?? notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [report, locale, t] = [await load(params), await getLocale(), await getTranslations("reports.versions")];
  const [name, plan] = [report.snapshot.report.title, report.snapshot.plan.title].map((text) => pickText(text, locale)?.text ?? report.slug);
  const title = `${name}, ${t("version", { number: report.number })}`;
  return pageMetadata({ locale, path: `/reports/${report.slug}/versions/${report.number}`, title, description: `${title} – ${plan}` });
}

/** One version of a published report at its permanent address. */
export default async function ReportVersionPage({ params }: Props) {
  const [report, locale] = [await load(params), await getLocale()];
  return <PublicReport report={report} comments={null} site={publicUrl("/").replace(/\/$/, "")} now={now()} locale={locale} />;
}
