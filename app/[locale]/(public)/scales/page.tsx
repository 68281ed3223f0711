import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ScalesExplained } from "#components/crosswalks/scales-explained.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { listIrmSteps, listPublishedScales } from "#lib/assessments/crosswalks/queries.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("crosswalks")]);
  return pageMetadata({ locale, path: "/scales", title: t("title"), description: t("metaDescription") });
}

/** What the scales of the three voices mean, and where to read how one is read on the other. */
export default async function ScalesPage() {
  const [locale, t, lines, steps] = await Promise.all([getLocale(), getTranslations(), listPublishedScales(), listIrmSteps()]);
  return (
    <Page>
      <Breadcrumbs items={[{ href: "/", label: t("plans.plans") }, { href: "/differences", label: t("differences.title") }, { label: t("crosswalks.title") }]} />
      <PageHeading title={t("crosswalks.title")} lead={t("crosswalks.lead")} />
      <ScalesExplained lines={lines} steps={steps} locale={locale} />
    </Page>
  );
}
