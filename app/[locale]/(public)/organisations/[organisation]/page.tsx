import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Page } from "#components/layout/page.tsx";
import { FollowLinks } from "#components/open-data/follow-links.tsx";
import { JsonLd } from "#components/open-data/json-ld.tsx";
import { ProcessOf } from "#components/published-events/process-of.tsx";
import { RecommendationsTo } from "#components/published-recommendations/recommendations-to.tsx";
import { PlanShareSection } from "#components/organisations/plan-share-section.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { listCommitmentsOf } from "#lib/lines/queries.ts";
import { getPublishedOrganisation } from "#lib/organisations/queries.ts";
import { now } from "#lib/platform/clock.ts";
import { countEventsOf } from "#lib/published-events/queries.ts";
import { listRecommendationsTo } from "#lib/published-recommendations/queries.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { organisationData } from "#lib/structured-data/rules.ts";

interface Props {
  params: Promise<{ organisation: string }>;
}

/** Once a request, for the head and for the page. */
const load = cache(async (slug: string) => (await getPublishedOrganisation(slug)) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, t, organisation] = await Promise.all([getLocale(), getTranslations("organisations"), load((await params).organisation)]);
  const name = pickText(organisation.name, locale)?.text ?? organisation.slug;
  return pageMetadata({ locale, path: `/organisations/${organisation.slug}`, title: name, description: t("metaDescription", { name }), feed: true });
}

export default async function OrganisationPage({ params }: Props) {
  const { organisation: slug } = await params;
  const [locale, t, organisation, shares] = await Promise.all([getLocale(), getTranslations("organisations"), load(slug), listCommitmentsOf(slug, now())]);
  const [recommendations, events] = await Promise.all([listRecommendationsTo(slug, now()), countEventsOf(slug)]);
  const name = pickText(organisation.name, locale);
  return (
    <Page>
      <JsonLd data={organisationData(organisation, { site: publicUrl("/").slice(0, -1), locale })} />
      <Breadcrumbs items={[{ href: "/organisations", label: t("title") }, { label: t("one") }]} />
      <PageHeading title={name?.text ?? slug} lang={name?.lang} eyebrow={pickText(organisation.kind.label, locale)?.text} />
      {shares.length === 0 && <p>{t("nothing")}</p>}
      {shares.map((share) => <PlanShareSection key={share.plan.slug} share={share} locale={locale} />)}
      <RecommendationsTo recommendations={recommendations} locale={locale} />
      <FollowLinks path={`/organisations/${slug}`} />
      <ProcessOf organisation={organisation} events={events} />
    </Page>
  );
}
