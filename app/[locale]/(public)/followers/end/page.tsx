import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FollowedLine } from "#components/followers/followed-line.tsx";
import { TokenForm } from "#components/followers/token-form.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { getFollowToEnd } from "#lib/followers/followings/queries.ts";

/** The address holds the token: no other site is told of it. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("followers.end");
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

/** Behind the link at the end of every mail: what would end, and a button. Opening it ends nothing. */
export default async function EndPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { token, problem } = await searchParams;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("followers")]);
  const given = typeof token === "string" ? token : "";
  const follow = await getFollowToEnd(given);
  if (!follow) return <Page><PageHeading title={t("end.nothing.title")} lead={t("end.nothing.lead")} /></Page>;
  return (
    <Page>
      <PageHeading title={t("end.title")} lead={t("end.lead")} />
      {problem && <Notice tone="error" title={t("problem.UNAVAILABLE.title")}><p>{t("problem.UNAVAILABLE.text")}</p></Notice>}
      <FollowedLine followed={follow.followed} frequency={follow.frequency} locale={locale} />
      <TokenForm action="/api/followers/end" token={given} locale={locale} button={t("end.button")} />
      <p><Link href={`/followers/all?token=${follow.all}`}>{t("end.all")}</Link></p>
    </Page>
  );
}
