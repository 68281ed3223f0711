import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AnswerableList } from "#components/answers/answerable-list.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { organisationsOf } from "#lib/record/actors/policy.ts";
import { listAnswerableAssessments } from "#lib/assessments/answers/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("answers.work");
  return { title: t("title") };
}

/** What was judged of the agency's work, to be read and, once, answered. */
export default async function AnswersPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor();
  if (organisationsOf(actor, "coordinator").length === 0) notFound();
  const [t, locale, assessments, { done }] = [await getTranslations("answers.work"), await getLocale(), await listAnswerableAssessments(actor), await searchParams];
  return (
    <Page dense>
      <PageHeading title={t("title")} lead={t("lead")} />
      {assessments.some(({ judgement }) => judgement.answer && judgement.id === done) && <Notice tone="success" live><p>{t("done")}</p></Notice>}
      <AnswerableList assessments={assessments} locale={locale} />
    </Page>
  );
}
