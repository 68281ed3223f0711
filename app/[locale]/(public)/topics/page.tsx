import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { TopicIndex } from "#components/topics/topic-index.tsx";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { listTopics } from "#lib/figures/topics/queries.ts";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("topics")]);
  return pageMetadata({ locale, path: "/topics", title: t("title"), description: t("lead") });
}

/** OGP's thematic areas and the Sustainable Development Goals: ways in for who does not know which plan to look at. */
export default async function TopicsPage() {
  const [locale, t, { areas, sdgs }] = await Promise.all([getLocale(), getTranslations(), listTopics()]);
  return (
    <Page>
      <Breadcrumbs items={[{ href: "/", label: t("plans.plans") }, { label: t("topics.title") }]} />
      <PageHeading title={t("topics.title")} lead={t("topics.lead")} />
      <TopicIndex of="topics" lines={areas} locale={locale} />
      <TopicIndex of="sdgs" lines={sdgs} locale={locale} />
    </Page>
  );
}
