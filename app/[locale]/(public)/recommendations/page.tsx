import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { ProcessLinks } from "#components/published-events/process-links.tsx";
import { RecommendationList } from "#components/published-recommendations/recommendation-list.tsx";
import { pageSchema } from "#lib/record/addresses/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { listPublishedRecommendations } from "#lib/process/published-recommendations/queries.ts";
import { stateSchema } from "#lib/process/published-recommendations/schema.ts";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("process-public.recommendationList")]);
  return pageMetadata({ locale, path: "/recommendations", title: t("title"), description: t("metaDescription") });
}

/** What meetings asked of somebody, and what came of it. */
export default async function RecommendationsPage({ searchParams }: Props) {
  const query = await searchParams;
  const [locale, t, list] = await Promise.all([getLocale(), getTranslations("process-public"), listPublishedRecommendations(stateSchema.parse(query.status), pageSchema.parse(query.page), now())]);
  return (
    <Page>
      <Breadcrumbs items={[{ href: "/process", label: t("title") }, { label: t("recommendationList.title") }]} />
      <PageHeading title={t("recommendationList.title")} lead={t("recommendationList.lead")} />
      <ProcessLinks open="recommendations" />
      <RecommendationList list={list} locale={locale} />
    </Page>
  );
}
