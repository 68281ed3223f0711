import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { AxesFigures } from "#components/figures/axes-figures.tsx";
import { BudgetFigures } from "#components/figures/budget-figures.tsx";
import { CountedChoice } from "#components/figures/counted-choice.tsx";
import { FiguresContents } from "#components/figures/figures-contents.tsx";
import { PeriodFigures } from "#components/figures/period-figures.tsx";
import { TimeFigures } from "#components/figures/time-figures.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { NarrowContents } from "#components/layout/narrow-contents.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { getPlanFigures } from "#lib/figures/plan-figures/queries.ts";
import { figuresAddress, parseFigureAsk, type FigureAsk } from "#lib/figures/plan-figures/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { dayOf } from "#lib/record/terms/rules.ts";

interface Props {
  params: Promise<{ plan: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Once a request, for the head and for the page; what is asked for as JSON, because equal arguments have to be the same. */
const loadOnce = cache((slug: string, ask: string) => getPlanFigures(slug, JSON.parse(ask) as FigureAsk, now()));

async function load({ params, searchParams }: Props) {
  return (await loadOnce((await params).plan, JSON.stringify(parseFigureAsk(await searchParams)))) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [locale, t, { plan }] = await Promise.all([getLocale(), getTranslations("figures"), load(props)]);
  const title = pickText(plan.title, locale)?.text ?? plan.slug;
  return pageMetadata({ locale, path: figuresAddress(plan.slug, ""), title: `${t("title")}: ${title}`, description: t("metaDescription", { title }) });
}

/** A plan in figures: each a chart, a table and a CSV of the same numbers. */
export default async function PlanFiguresPage(props: Props) {
  const [locale, t, figures] = await Promise.all([getLocale(), getTranslations(), load(props)]);
  const { plan, of, noun } = figures;
  const today = dayOf(now());
  const title = pickText(plan.title, locale);
  const contents = <FiguresContents />;
  return (
    <Page aside={contents}>
      <Breadcrumbs items={[{ href: "/", label: t("plans.plans") }, { href: `/plans/${plan.slug}`, label: title?.text ?? plan.slug, lang: title?.lang }, { label: t("figures.title") }]} />
      <PageHeading title={t("figures.title")} lead={t("figures.lead", { today: formatDate(today, locale) })}><CountedChoice plan={plan} of={of} noun={noun} /></PageHeading>
      <NarrowContents>{contents}</NarrowContents>
      <TimeFigures figures={figures} today={today} locale={locale} />
      <PeriodFigures figures={figures} locale={locale} />
      <AxesFigures figures={figures} locale={locale} />
      <BudgetFigures figures={figures} locale={locale} />
    </Page>
  );
}
