import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { LineList } from "#components/figures/line-list.tsx";
import { FigurePage } from "#components/figures/figure-page.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { getPlanLines } from "#lib/figures/plan-figures/queries.ts";
import { figuresAddress, parseFigureAsk, type FigureAsk } from "#lib/figures/plan-figures/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { dayOf } from "#lib/record/terms/rules.ts";

interface Props {
  params: Promise<{ plan: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const loadOnce = cache((slug: string, ask: string) => getPlanLines(slug, JSON.parse(ask) as FigureAsk, now()));

async function load({ params, searchParams }: Props) {
  return (await loadOnce((await params).plan, JSON.stringify(parseFigureAsk(await searchParams)))) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [locale, t, { plan, noun }] = await Promise.all([getLocale(), getTranslations("figures"), load(props)]);
  const title = pickText(plan.title, locale)?.text ?? plan.slug;
  return pageMetadata({ locale, path: figuresAddress(plan.slug, "/milestones"), title: `${t("milestones.title", { of: noun })}: ${title}`, description: t("metaDescription", { title }) });
}

/** Every milestone of a plan, or every commitment, against today, page by page. */
export default async function PlanLinesPage(props: Props) {
  const [locale, t, found] = await Promise.all([getLocale(), getTranslations(), load(props)]);
  const { plan, noun } = found;
  return (
    <FigurePage plan={plan} title={t("figures.milestones.title", { of: noun })} crumb={t(`figures.counted.${noun}`)} locale={locale}>
      <LineList found={found} today={dayOf(now())} locale={locale} />
    </FigurePage>
  );
}
