import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { ConsultationNotice } from "#components/consultations/consultation-notice.tsx";
import { DifferencesLink } from "#components/differences/differences-link.tsx";
import { PlanGlance } from "#components/figures/plan-glance.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { NarrowContents } from "#components/layout/narrow-contents.tsx";
import { Page } from "#components/layout/page.tsx";
import { FollowLinks } from "#components/open-data/follow-links.tsx";
import { JsonLd } from "#components/ui/json-ld.tsx";
import { ReuseSection } from "#components/open-data/reuse-section.tsx";
import { CommitmentsSection } from "#components/plans/commitments-section.tsx";
import { PlanContents } from "#components/plans/plan-contents.tsx";
import { PlanEnd } from "#components/plans/plan-end.tsx";
import { PlanFacts } from "#components/plans/plan-facts.tsx";
import { ReportList } from "#components/plans/report-list.tsx";
import { StatusBar } from "#components/plans/status-bar.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { dataLicence } from "#lib/platform/data-licence.ts";
import { getPlanGlance } from "#lib/figures/plan-figures/queries.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { getPublishedPlan } from "#lib/plans/queries.ts";
import { parseFilters, planAddress, type PlanFilters } from "#lib/plans/rules.ts";
import { now } from "#lib/platform/clock.ts";
import { pageSchema } from "#lib/record/addresses/schema.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { planData } from "#lib/open-data/structured-data/rules.ts";

interface Props {
  params: Promise<{ plan: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** So many milestones are drawn one by one; of a plan with more, its parts. */
const drawnLines = 12;

/** Once a request, for the head and for the page; `asked` as JSON, because equal arguments have to be the same. */
const loadOnce = cache((slug: string, asked: string) => getPublishedPlan(slug, JSON.parse(asked) as PlanFilters & { page: number }, now()));

async function load({ params, searchParams }: Props) {
  const query = await searchParams;
  return (await loadOnce((await params).plan, JSON.stringify({ ...parseFilters(query), page: pageSchema.parse(query.page) }))) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [locale, t, plan] = await Promise.all([getLocale(), getTranslations("plans"), load(props)]);
  const title = pickText(plan.title, locale)?.text ?? plan.slug;
  return pageMetadata({ locale, path: `/plans/${plan.slug}`, title, description: t("metaDescription", { title }), feed: true, card: true });
}

export default async function PlanPage(props: Props) {
  const [locale, t, plan] = await Promise.all([getLocale(), getTranslations(), load(props)]);
  const glance = await getPlanGlance(plan.slug, drawnLines, now());
  const title = pickText(plan.title, locale);
  const contents = <PlanContents plan={plan} locale={locale} />;
  return (
    <Page aside={contents}>
      <JsonLd data={planData(plan, { site: publicUrl("/").slice(0, -1), locale }, dataLicence().url)} />
      <Breadcrumbs items={[{ href: "/", label: t("plans.plans") }, { label: t("plans.one") }]} />
      <PageHeading title={title?.text ?? plan.slug} lang={title?.lang} eyebrow={`${t(`status.planLevel.${plan.level}`)} · ${t(`status.plan.${plan.status}`)}`}>
        <StatusBar plan={plan} />
      </PageHeading>
      <ConsultationNotice of="plan" consultation={plan.consultation} locale={locale} />
      <NarrowContents>{contents}</NarrowContents>
      <PlanFacts plan={plan} locale={locale} />
      {glance && <PlanGlance glance={glance} today={dayOf(now())} locale={locale} />}
      <ReportList reports={plan.reports} locale={locale} />
      <DifferencesLink plan={plan.slug} />
      <CommitmentsSection plan={plan} hrefFor={(page) => planAddress(plan.slug, plan.filters, page)} locale={locale} />
      <FollowLinks path={`/plans/${plan.slug}`} />
      <ReuseSection path={`/plans/${plan.slug}`} title={plan.title} locale={locale} />
      <PlanEnd plan={plan} locale={locale} />
    </Page>
  );
}
