import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { FollowSection } from "#components/followers/follow-section.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Page } from "#components/layout/page.tsx";
import { FollowLinks } from "#components/open-data/follow-links.tsx";
import { JsonLd } from "#components/ui/json-ld.tsx";
import { ProcessOf } from "#components/published-events/process-of.tsx";
import { RecommendationsTo } from "#components/published-recommendations/recommendations-to.tsx";
import { PlansInCharge } from "#components/organisations/plans-in-charge.tsx";
import { SharesSection } from "#components/organisations/shares-section.tsx";
import { Standing } from "#components/topics/standing.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { listCommitmentsOf } from "#lib/plans/lines/queries.ts";
import { pageSchema } from "#lib/record/addresses/schema.ts";
import { getPublishedOrganisation } from "#lib/organisations/queries.ts";
import { now } from "#lib/platform/clock.ts";
import { countEventsOf } from "#lib/process/published-events/queries.ts";
import { listRecommendationsTo } from "#lib/process/published-recommendations/queries.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { getSummary } from "#lib/record/summaries/queries.ts";
import { organisationData } from "#lib/open-data/structured-data/rules.ts";

interface Props {
  params: Promise<{ organisation: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
}

/** Once a request, for the head and for the page. */
const load = cache(async (slug: string) => (await getPublishedOrganisation(slug)) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, t, organisation] = await Promise.all([getLocale(), getTranslations("organisations"), load((await params).organisation)]);
  const name = pickText(organisation.name, locale)?.text ?? organisation.slug;
  return pageMetadata({ locale, path: `/organisations/${organisation.slug}`, title: name, description: t("metaDescription", { name }), feed: true });
}

export default async function OrganisationPage({ params, searchParams }: Props) {
  const { organisation: slug } = await params;
  const page = pageSchema.parse((await searchParams).page);
  const [locale, t, organisation] = await Promise.all([getLocale(), getTranslations("organisations"), load(slug)]);
  const [{ shares, total }, summary, recommendations, events] = await Promise.all([
    listCommitmentsOf(slug, now(), page), getSummary({ of: "commitments", binding: false, leader: slug, periods: null }, now()), listRecommendationsTo(slug, now()), countEventsOf(slug),
  ]);
  const name = pickText(organisation.name, locale);
  return (
    <Page>
      <JsonLd data={organisationData(organisation, { site: publicUrl("/").slice(0, -1), locale })} />
      <Breadcrumbs items={[{ href: "/organisations", label: t("title") }, { label: t("one") }]} />
      <PageHeading title={name?.text ?? slug} lang={name?.lang} eyebrow={pickText(organisation.kind.label, locale)?.text} />
      {total === 0 && organisation.plans.length === 0 && <p>{t("nothing")}</p>}
      <Standing summary={summary} locale={locale} />
      <PlansInCharge plans={organisation.plans} locale={locale} />
      <SharesSection shares={shares} total={total} page={page} path={`/organisations/${slug}`} locale={locale} />
      <RecommendationsTo recommendations={recommendations} locale={locale} />
      <FollowSection kind="organisation" target={slug} locale={locale} />
      <FollowLinks path={`/organisations/${slug}`} />
      <ProcessOf organisation={organisation} events={events} />
    </Page>
  );
}
