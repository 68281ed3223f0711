import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FollowedLine } from "#components/followers/followed-line.tsx";
import { TokenForm } from "#components/followers/token-form.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { getFollowToConfirm } from "#lib/followers/queries.ts";
import { now } from "#lib/platform/clock.ts";

/** The address holds the token: no other site is told of it. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("followers.confirm");
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

/** Behind the mailed link: what is consented to, and a button. Opening it changes nothing, as mail scanners open links. */
export default async function ConfirmPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { token, problem } = await searchParams;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("followers")]);
  const given = typeof token === "string" ? token : "";
  const { refused, followed, frequency, confirmed, all } = await getFollowToConfirm(given, now());
  if (refused || confirmed) {
    const state = confirmed ? "already" : refused === "LINK_EXPIRED" ? "expired" : "invalid";
    return (
      <Page>
        <PageHeading title={t(`confirm.${state}.title`)} lead={t(`confirm.${state}.lead`)} />
        <FollowedLine followed={followed} frequency={frequency} locale={locale} />
        {all && <p><Link href={`/followers/all?token=${all}`}>{t("end.all")}</Link></p>}
      </Page>
    );
  }
  return (
    <Page>
      <PageHeading title={t("confirm.title")} lead={t("confirm.lead")} />
      {problem === "UNAVAILABLE" && <Notice tone="error" title={t("problem.UNAVAILABLE.title")}><p>{t("problem.UNAVAILABLE.text")}</p></Notice>}
      <FollowedLine followed={followed} frequency={frequency} locale={locale} />
      <p>{t("form.consent")}</p>
      <TokenForm action="/api/followers/confirm" token={given} locale={locale} button={t("confirm.button")} />
    </Page>
  );
}
