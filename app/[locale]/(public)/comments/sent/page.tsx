import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SubjectLink } from "#components/comments/subject-link.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { findPublicSubject } from "#lib/comments/subjects/queries.ts";
import { subjectInAddress } from "#lib/comments/schema.ts";
import { now } from "#lib/platform/clock.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("comments.sent");
  return { title: t("title"), robots: { index: false } };
}

/** After the form was taken: the comment waits for the mailed link. */
export default async function SentPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("comments.sent")]);
  const named = subjectInAddress(await searchParams);
  const subject = named && (await findPublicSubject(named, now()));
  return (
    <Page>
      <PageHeading title={t("title")} lead={t("lead")} />
      <p>{t("missing")}</p>
      {subject && <p>{t("back")} <SubjectLink subject={subject} locale={locale} /></p>}
    </Page>
  );
}
