import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SubjectLink } from "#components/comments/subject-link.tsx";
import { WhatNext } from "#components/comments/what-next.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { findPublicSubject } from "#lib/comments/subjects/queries.ts";
import { subjectInAddress } from "#lib/comments/schema.ts";
import { now } from "#lib/platform/clock.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("comments.confirmed");
  return { title: t("title"), robots: { index: false } };
}

/** After the button behind the mailed link: what happens to the comment now. */
export default async function ConfirmedPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("comments")]);
  const named = subjectInAddress(await searchParams);
  const subject = named && (await findPublicSubject(named, now()));
  return (
    <Page>
      <PageHeading title={t("confirmed.title")} lead={t("confirmed.lead")} />
      <WhatNext />
      {subject && <p>{t("sent.back")} <SubjectLink subject={subject} locale={locale} /></p>}
    </Page>
  );
}
