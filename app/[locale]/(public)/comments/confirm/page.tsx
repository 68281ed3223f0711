import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ConfirmForm } from "#components/comments/confirm-form.tsx";
import { SubjectLink } from "#components/comments/subject-link.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { getCommentToConfirm } from "#lib/comments/queries.ts";
import { now } from "#lib/platform/clock.ts";

/** The address holds the token: no other site is told of it. (`no-referrer` would also hide the origin of our own form.) */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("comments.confirm");
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

/** Behind the mailed link: the comment's beginning and a button. Opening it changes nothing, as mail scanners open links. */
export default async function ConfirmPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { token, problem } = await searchParams;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("comments.confirm")]);
  const given = typeof token === "string" ? token : "";
  const { refused, beginning, subject, wantsNews } = await getCommentToConfirm(given, now());
  if (refused) {
    return (
      <Page>
        <PageHeading title={t(`refused.${refused}.title`)} lead={t(`refused.${refused}.text`)} />
        {subject && <p>{t(refused === "LINK_EXPIRED" ? "again" : "about")} <SubjectLink subject={subject} locale={locale} part={refused === "LINK_EXPIRED" ? "write-a-comment" : "comments"} /></p>}
      </Page>
    );
  }
  return (
    <Page>
      <PageHeading title={t("title")} lead={t("lead")} />
      {problem === "UNAVAILABLE" && <Notice tone="error" title={t("refused.UNAVAILABLE.title")}><p>{t("refused.UNAVAILABLE.text")}</p></Notice>}
      {subject && <p>{t("about")} <SubjectLink subject={subject} locale={locale} /></p>}
      {wantsNews && <p>{t("news")}</p>}
      <ConfirmForm token={given} locale={locale} beginning={beginning ?? ""} />
    </Page>
  );
}
