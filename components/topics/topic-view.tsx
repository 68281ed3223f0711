import { useTranslations, type Locale } from "next-intl";
import { FollowSection } from "#components/followers/follow-section.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { FollowLinks } from "#components/open-data/follow-links.tsx";
import { JsonLd } from "#components/ui/json-ld.tsx";
import { pickText, type Texts } from "#components/ui/localized-text.tsx";
import type { FeedEntry } from "#lib/news/feeds/schema.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { topicData } from "#lib/open-data/structured-data/rules.ts";
import type { Summary } from "#lib/record/summaries/schema.ts";
import type { PlanGroup } from "#lib/figures/topics/queries.ts";
import { News } from "./news.tsx";
import { ShareTable } from "./share-table.tsx";
import { Standing } from "./standing.tsx";
import { TopicCommitments } from "./topic-commitments.tsx";

interface Props {
  kind: "area" | "sdg";
  /** The code of the area, or the number of the goal. */
  value: string;
  /** Without its language. */
  path: string;
  name: Texts | null;
  summary: Summary;
  groups: readonly PlanGroup[];
  page: number;
  news: readonly FeedEntry[];
  say: (entry: FeedEntry) => string;
  locale: Locale;
}

/** Everything of one thematic area or goal: where it stands, by whom, in which plans, what is new, and how to be told. */
export function TopicView({ kind, value, path, name, summary, groups, page, news, say, locale }: Props) {
  const t = useTranslations();
  const picked = pickText(name, locale);
  const compared = (by: string) => `/compare?by=${by}&of=commitments&${kind}=${value}`;
  return (
    <Page>
      <JsonLd data={topicData({ path, code: value, name }, { site: publicUrl("/").slice(0, -1), locale })} />
      <Breadcrumbs items={[{ href: "/", label: t("plans.plans") }, { href: "/topics", label: t("topics.title") }, { label: picked?.text ?? value }]} />
      <PageHeading title={picked?.text ?? value} lang={picked?.lang} eyebrow={t(`topics.kind.${kind}`, { value })}>
        <p>{t("topics.count", { count: summary.total, plans: summary.planCount })}</p>
      </PageHeading>
      <Standing summary={summary} locale={locale} />
      {summary.total > 0 && <ShareTable of="agencies" shares={summary.agencies} count={summary.agencyCount} all={compared("agencies")} locale={locale} />}
      {summary.total > 0 && <ShareTable of="plans" shares={summary.plans} count={summary.planCount} all={compared("plans")} locale={locale} />}
      <TopicCommitments groups={groups} total={summary.total} page={page} path={path} locale={locale} />
      <News entries={news} say={say} locale={locale} />
      <FollowSection kind={kind} target={value} locale={locale} />
      <FollowLinks path={path} />
    </Page>
  );
}
