import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PublishedReports } from "#components/reports/published-reports.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { listPublishedReports } from "#lib/reports/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("reports.list")]);
  return pageMetadata({ locale, path: "/reports", title: t("title"), description: t("lead") });
}

/** Every published report, the newest first. */
export default async function ReportsPage() {
  const [t, locale, reports] = await Promise.all([getTranslations("reports.list"), getLocale(), listPublishedReports()]);
  return (
    <Page>
      <PageHeading title={t("title")} lead={t("lead")} />
      <PublishedReports reports={reports} locale={locale} />
    </Page>
  );
}
