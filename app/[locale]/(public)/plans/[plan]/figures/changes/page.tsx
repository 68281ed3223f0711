import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { ChangePage } from "#components/figures/change-page.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { getPlanChanges } from "#lib/figures/plan-figures/queries.ts";
import { figuresAddress, parseFigureAsk, type FigureAsk } from "#lib/figures/plan-figures/schema.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";

interface Props {
  params: Promise<{ plan: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const loadOnce = cache((slug: string, ask: string) => getPlanChanges(slug, JSON.parse(ask) as FigureAsk));

async function load({ params, searchParams }: Props) {
  return (await loadOnce((await params).plan, JSON.stringify(parseFigureAsk(await searchParams)))) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [locale, t, { plan, noun }] = await Promise.all([getLocale(), getTranslations("figures"), load(props)]);
  const title = pickText(plan.title, locale)?.text ?? plan.slug;
  return pageMetadata({ locale, path: figuresAddress(plan.slug, "/changes"), title: `${t("changes.title", { of: noun })}: ${title}`, description: t("metaDescription", { title }) });
}

/** What changed in a plan between the ends of two periods, page by page. */
export default async function PlanChangesPage(props: Props) {
  const [locale, t, found] = await Promise.all([getLocale(), getTranslations(), load(props)]);
  const { plan, noun } = found;
  const title = pickText(plan.title, locale);
  return (
    <Page>
      <Breadcrumbs
        items={[{ href: "/", label: t("plans.plans") }, { href: `/plans/${plan.slug}`, label: title?.text ?? plan.slug, lang: title?.lang }, { href: figuresAddress(plan.slug, ""), label: t("figures.title") }, { label: t("figures.groups.periods") }]}
      />
      <PageHeading title={t("figures.changes.title", { of: noun })} />
      <ChangePage found={found} locale={locale} />
    </Page>
  );
}
