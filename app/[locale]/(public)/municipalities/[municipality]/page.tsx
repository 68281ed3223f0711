import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { FollowSection } from "#components/followers/follow-section.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Page } from "#components/layout/page.tsx";
import { MunicipalityCommitments } from "#components/municipalities/municipality-commitments.tsx";
import { MunicipalityPlans } from "#components/municipalities/municipality-plans.tsx";
import { MunicipalityProcess } from "#components/municipalities/municipality-process.tsx";
import { MunicipalityStanding } from "#components/municipalities/municipality-standing.tsx";
import { FollowLinks } from "#components/open-data/follow-links.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { getMunicipality, getMunicipalityPage } from "#lib/figures/municipalities/queries.ts";
import { municipalitiesPath, municipalityPath } from "#lib/figures/municipalities/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { municipalityData } from "#lib/open-data/structured-data/rules.ts";
import { JsonLd } from "#components/ui/json-ld.tsx";
import { publicUrl } from "#lib/platform/public-url.ts";
import { pageSchema } from "#lib/record/addresses/schema.ts";

interface Props {
  params: Promise<{ municipality: string }>;
  searchParams: Promise<{ page?: string }>;
}

/** Once a request, for the head and for the page. */
const load = cache(async (slug: string) => (await getMunicipality(slug)) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, t, { slug, name }] = await Promise.all([getLocale(), getTranslations("municipalities"), load((await params).municipality)]);
  const title = pickText(name, locale)?.text ?? slug;
  return pageMetadata({ locale, path: municipalityPath(slug), title, description: t("metaDescription", { name: title }), feed: true });
}

/** All that the public can read of one municipality. */
export default async function MunicipalityPage({ params, searchParams }: Props) {
  const [locale, t, { slug, bodies, ...head }] = await Promise.all([getLocale(), getTranslations("municipalities"), load((await params).municipality)]);
  const shown = await getMunicipalityPage(slug, pageSchema.parse((await searchParams).page), now());
  const name = pickText(head.name, locale);
  const something = shown.standing.total + shown.plans.length > 0;
  return (
    <Page>
      <JsonLd data={municipalityData({ slug, ...head }, { site: publicUrl("/").slice(0, -1), locale })} />
      <Breadcrumbs items={[{ href: municipalitiesPath, label: t("title") }, { label: name?.text ?? slug }]} />
      <PageHeading title={name?.text ?? slug} lang={name?.lang} eyebrow={pickText(head.region, locale)?.text} />
      {!something && <><p>{t("nothing")}</p><p>{t("nothingHint")}</p></>}
      {shown.standing.total > 0 && <MunicipalityCommitments slug={slug} shown={shown} locale={locale} />}
      {shown.standing.total > 0 && <MunicipalityStanding standing={shown.standing} locale={locale} />}
      <MunicipalityPlans plans={shown.plans} reports={shown.reports} locale={locale} />
      <MunicipalityProcess bodies={bodies} events={shown.events} recommendations={shown.recommendations} locale={locale} />
      <FollowSection kind="municipality" target={slug} locale={locale} />
      <FollowLinks path={municipalityPath(slug)} />
    </Page>
  );
}
