import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { ChangePage } from "#components/figures/change-page.tsx";
import { FigurePage } from "#components/figures/figure-page.tsx";
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
  return (
    <FigurePage plan={plan} title={t("figures.changes.title", { of: noun })} crumb={t("figures.groups.periods")} locale={locale}>
      <ChangePage found={found} locale={locale} />
    </FigurePage>
  );
}
