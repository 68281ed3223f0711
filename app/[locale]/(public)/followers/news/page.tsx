import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import styles from "#components/followers/followers.module.css";
import { NewsList } from "#components/followers/news-list.tsx";
import { TokenForm } from "#components/followers/token-form.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Link } from "#components/ui/link.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { feedSentences } from "#lib/news/feeds/queries.ts";
import { now } from "#lib/platform/clock.ts";
import { getLatestNews } from "#lib/followers/sms-news/queries.ts";

/** The address holds the token: no other site is told of it. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("followers.news");
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

/** Behind the short address in a text message: what was new lately, and the button that ends it. Opening it ends nothing. */
export default async function NewsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { token } = await searchParams;
  const given = typeof token === "string" ? token : "";
  const [locale, t, news] = [await getLocale(), await getTranslations("followers"), await getLatestNews(given, now())];
  if (!news) return <Page><PageHeading title={t("end.nothing.title")} lead={t("sms.nothing")} /></Page>;
  return (
    <Page>
      <PageHeading title={t("news.title")} lead={t("news.lead")} />
      {news.entries.length > 0 ? <NewsList entries={news.entries} sentence={await feedSentences(locale)} locale={locale} /> : <p>{t("news.empty")}</p>}
      <p className={styles.form}><Link href={`/followers/all?${new URLSearchParams({ token: given })}`}>{t("end.all")}</Link></p>
      <SectionHeading id="end">{t("all.endAll.heading")}</SectionHeading>
      <p>{t(news.followings.channel === "sms" ? "sms.end" : "all.endAll.text")}</p>
      <TokenForm action="/api/followers/end" token={given} locale={locale} hidden={{ all: "yes" }} tone="danger" button={t("all.endAll.button")} />
    </Page>
  );
}
