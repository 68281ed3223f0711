import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FollowingEntry } from "#components/followers/following-entry.tsx";
import { LanguageForm } from "#components/followers/language-form.tsx";
import styles from "#components/followers/followers.module.css";
import { TokenForm } from "#components/followers/token-form.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { getFollowings } from "#lib/followers/followings/queries.ts";

/** The address holds the token: no other site is told of it. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("followers.all");
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

/** Behind the link in every mail: everything that its address follows, how often, and the end of one or of all. */
export default async function AllPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { token, problem, saved } = await searchParams;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("followers")]);
  const given = typeof token === "string" ? token : "";
  const followings = await getFollowings(given);
  if (!followings) return <Page><PageHeading title={t("end.nothing.title")} lead={t("end.nothing.lead")} /></Page>;
  const bySms = followings.channel === "sms";
  return (
    <Page>
      <PageHeading title={t("all.title")} lead={t(bySms ? "sms.all" : "all.lead")} />
      {problem && <Notice tone="error" title={t("problem.UNAVAILABLE.title")}><p>{t("problem.UNAVAILABLE.text")}</p></Notice>}
      {saved && !problem && <Notice tone="success" title={t("all.saved")} />}
      {followings.stopped && <Notice tone="warning" title={t(bySms ? "sms.stopped.title" : "all.stopped.title")}><p>{t(bySms ? "sms.stopped.text" : "all.stopped.text")}</p></Notice>}
      <ul className={styles.list} role="list">
        {followings.follows.map((following) => <FollowingEntry key={following.id} following={following} token={given} locale={locale} />)}
      </ul>
      <SectionHeading id="language">{t("all.language.heading")}</SectionHeading>
      <LanguageForm chosen={followings.locale} token={given} locale={locale} />
      <SectionHeading id="end-all">{t("all.endAll.heading")}</SectionHeading>
      <p>{t(bySms ? "sms.end" : "all.endAll.text")}</p>
      <TokenForm action="/api/followers/end" token={given} locale={locale} hidden={{ all: "yes" }} tone="danger" button={t("all.endAll.button")} />
    </Page>
  );
}
