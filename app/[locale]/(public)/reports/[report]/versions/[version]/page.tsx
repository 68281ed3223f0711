import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PublicReport } from "#components/reports/public-report.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { publicUrl } from "#lib/platform/public-url.ts";
import { getPublishedReport } from "#lib/reports/queries.ts";

interface Props {
  params: Promise<{ report: string; version: string }>;
}

async function load(params: Props["params"]) {
  const { report, version } = await params;
  return /^[1-9]\d{0,5}$/.test(version) ? getPublishedReport(report, Number(version)) : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [report, locale, t] = [await load(params), await getLocale(), await getTranslations("reports.versions")];
  return report ? { title: `${pickText(report.snapshot.report.title, locale)?.text}, ${t("version", { number: report.number })}` } : {};
}

/** One version of a published report at its permanent address. */
export default async function ReportVersionPage({ params }: Props) {
  const [report, locale] = [(await load(params)) ?? notFound(), await getLocale()];
  return <PublicReport report={report} comments={null} site={publicUrl("/").replace(/\/$/, "")} now={new Date()} locale={locale} />;
}
