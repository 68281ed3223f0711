import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { TopicView } from "#components/topics/topic-view.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { findScope } from "#lib/news/feed-scopes/queries.ts";
import { feedSentences, listFeed } from "#lib/news/feeds/queries.ts";
import { pageSchema } from "#lib/record/addresses/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { pageMetadata } from "#lib/platform/i18n/page-metadata.ts";
import { getSummary } from "#lib/record/summaries/queries.ts";
import { listTopicCommitments } from "#lib/figures/topics/queries.ts";

interface Props {
  params: Promise<{ area: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
}

const newest = 5;

/** Once a request, for the head and for the page. */
const load = cache(async (area: string) => (await findScope({ area })) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { area } = await params;
  const [locale, t, { name, path }] = await Promise.all([getLocale(), getTranslations("topics"), load(area)]);
  const title = pickText(name, locale)?.text ?? area;
  return pageMetadata({ locale, path, title, description: t("metaDescription", { title }), feed: true });
}

export default async function TopicPage({ params, searchParams }: Props) {
  const { area } = await params;
  const page = pageSchema.parse((await searchParams).page);
  const [locale, { name, path }] = await Promise.all([getLocale(), load(area)]);
  const [summary, groups, news, say] = await Promise.all([
    getSummary({ of: "commitments", binding: false, area, periods: null }, now()), listTopicCommitments({ area }, page, now()), listFeed({ area }, { most: newest }), feedSentences(locale),
  ]);
  return <TopicView kind="area" value={area} path={path} name={name} summary={summary} groups={groups} page={page} news={news} say={say} locale={locale} />;
}
