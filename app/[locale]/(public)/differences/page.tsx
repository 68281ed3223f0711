import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ComparedNote } from "#components/differences/compared-note.tsx";
import { DifferenceFilterForm } from "#components/differences/difference-filter-form.tsx";
import { DifferenceList } from "#components/differences/difference-list.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { listComparablePlans, listDifferences } from "#lib/assessments/differences/queries.ts";
import { differenceFilterSchema } from "#lib/assessments/differences/schema.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("differences")]);
  return pageMetadata({ locale, path: "/differences", title: t("title"), description: t("metaDescription") });
}

/** Where agency, Secretariat and independent monitors say different things, in one plan and period or in all. */
export default async function DifferencesPage({ searchParams }: Props) {
  const filter = differenceFilterSchema.parse(await searchParams);
  const [locale, t, found, plans] = await Promise.all([getLocale(), getTranslations(), listDifferences(filter), listComparablePlans()]);
  const plan = plans.find(({ slug }) => slug === filter.plan);
  const title = plan && pickText(plan.title, locale);
  return (
    <Page>
      <Breadcrumbs
        items={[{ href: "/", label: t("plans.plans") }, ...(plan && title ? [{ href: `/plans/${plan.slug}`, label: title.text, lang: title.lang }] : []), { label: t("differences.title") }]}
      />
      <PageHeading title={t("differences.title")} lead={t("differences.lead")} />
      {plans.length > 0 && <DifferenceFilterForm filter={filter} total={found.total} plans={plans} locale={locale} />}
      <ComparedNote found={found} />
      <DifferenceList found={found} filter={filter} locale={locale} />
    </Page>
  );
}
