import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CommentForm } from "#components/comments/comment-form.tsx";
import { SectionLink } from "#components/comments/section-link.tsx";
import { SubjectLink } from "#components/comments/subject-link.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { findCommentedSection } from "#lib/comments/commented-sections/queries.ts";
import { findCommentDraft } from "#lib/comments/queries.ts";
import { findPublicSubject } from "#lib/comments/subjects/queries.ts";
import { commentSubjectSchema, sectionInAddress, subjectInAddress } from "#lib/comments/schema.ts";
import * as clock from "#lib/platform/clock.ts";

const problems = ["TOO_MANY_ATTEMPTS", "TOO_LARGE", "UNAVAILABLE"] as const;

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [query, t] = await Promise.all([searchParams, getTranslations("comments.new")]);
  return { title: t(query.draft || query.problem ? "title" : "begin"), robots: { index: false }, referrer: "same-origin" };
}

/** A comment on one section of a report, or a refused form as it was typed, with what is wrong beside the fields. */
export default async function NewCommentPage({ searchParams }: Props) {
  const query = await searchParams;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("comments.new")]);
  const now = clock.now();
  const draft = typeof query.draft === "string" ? await findCommentDraft(query.draft, now) : null;
  const named = query.draft ? commentSubjectSchema.safeParse(draft?.typed).data : subjectInAddress(query);
  const subject = named && (await findPublicSubject(named, now));
  const key = sectionInAddress(draft ? draft.typed : query);
  const section = key && subject?.kind === "report" ? await findCommentedSection(subject.id, key) : null;
  if (!named || !subject || (!draft && !section)) {
    const problem = problems.find((known) => known === query.problem) ?? "GONE";
    return <Page><PageHeading title={t(`problem.${problem}.title`)} lead={t(`problem.${problem}.text`)} /></Page>;
  }
  return (
    <Page>
      <PageHeading title={t(draft ? "title" : "begin")} {...(draft ? {} : { lead: t("lead") })}>
        <p>{t("about")} <SubjectLink subject={subject} locale={locale} />{section && <>, <SectionLink section={section} path={subject.path} locale={locale} /></>}</p>
      </PageHeading>
      <CommentForm subject={named} locale={locale} section={section?.key} {...(draft ? { typed: draft.typed, refusal: draft } : {})} />
    </Page>
  );
}
