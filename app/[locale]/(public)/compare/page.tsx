import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ComparisonChoicesNav, ScaleChoice } from "#components/comparisons/comparison-choices.tsx";
import { ComparisonForm } from "#components/comparisons/comparison-form.tsx";
import { ComparisonTable } from "#components/comparisons/comparison-table.tsx";
import styles from "#components/comparisons/comparisons.module.css";
import { HowCounted } from "#components/comparisons/how-counted.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { getComparisonChoices, listCompared } from "#lib/figures/comparisons/queries.ts";
import { columnGroups, comparisonAddress, settled, tableOf } from "#lib/figures/comparisons/rules.ts";
import { comparisonSchema } from "#lib/figures/comparisons/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [locale, t, { by }] = await Promise.all([getLocale(), getTranslations("comparisons"), searchParams.then((query) => comparisonSchema.parse(query))]);
  return pageMetadata({ locale, path: `/compare?by=${by}`, title: t(`title.${by}`), description: t("metaDescription") });
}

/** Agencies, plans, periods or municipalities side by side: figures that anybody can put in order and take away, each voice for itself. */
export default async function ComparePage({ searchParams }: Props) {
  const asked = comparisonSchema.parse(await searchParams);
  const [locale, t, choices] = await Promise.all([getLocale(), getTranslations(), getComparisonChoices(asked.plan)]);
  const comparison = settled(asked, choices);
  const table = tableOf(await listCompared(comparison, now()), comparison, choices.scales, locale);
  const shown = columnGroups.filter((group) => table.columns.some((column) => column.group === group));
  return (
    <Page wide>
      <Breadcrumbs items={[{ href: "/", label: t("plans.plans") }, { label: t("comparisons.compare") }]} />
      <PageHeading title={t(`comparisons.title.${comparison.by}`)} lead={t("comparisons.lead")} />
      <ComparisonChoicesNav comparison={comparison} />
      <ComparisonForm comparison={comparison} choices={choices} total={table.total} locale={locale} />
      {table.total === 0 && <p>{t("comparisons.empty", { by: comparison.by })}</p>}
      <ScaleChoice comparison={comparison} table={table} locale={locale} />
      {table.total > 0 && shown.map((group) => <ComparisonTable key={group} group={group} table={table} comparison={comparison} locale={locale} />)}
      <Pagination page={table.page} pages={table.pages} hrefFor={(page) => comparisonAddress(comparison, { page })} />
      {table.total > 0 && <p className={styles.files} data-screen-only><a href={`/${locale}${comparisonAddress(comparison, {}, "/compare/table.csv")}`} type="text/csv">{t("comparisons.file.link", { count: table.total })}</a></p>}
      <HowCounted comparison={comparison} />
    </Page>
  );
}
