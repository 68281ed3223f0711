import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CommentForm } from "#components/comments/comment-form.tsx";
import { SubjectLink } from "#components/comments/subject-link.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { findCommentDraft, findPublicSubject } from "#lib/comments/queries.ts";
import { commentSubjectSchema } from "#lib/comments/schema.ts";
import * as clock from "#lib/platform/clock.ts";

const problems = ["TOO_MANY_ATTEMPTS", "TOO_LARGE", "UNAVAILABLE"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("comments.new");
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

/** A refused comment form, as it was typed, with what is wrong beside the fields. */
export default async function NewCommentPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const query = await searchParams;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("comments.new")]);
  const now = clock.now();
  const draft = typeof query.draft === "string" ? await findCommentDraft(query.draft, now) : null;
  const named = commentSubjectSchema.safeParse(draft?.typed).data;
  const subject = named && (await findPublicSubject(named, now));
  if (!draft || !named || !subject) {
    const problem = problems.find((known) => known === query.problem) ?? "GONE";
    return <Page><PageHeading title={t(`problem.${problem}.title`)} lead={t(`problem.${problem}.text`)} /></Page>;
  }
  return (
    <Page>
      <PageHeading title={t("title")}>{t("about")} <SubjectLink subject={subject} locale={locale} /></PageHeading>
      <CommentForm subject={named} locale={locale} typed={draft.typed} refusal={draft} />
    </Page>
  );
}
