import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AssessmentPreviews } from "#components/assessments/assessment-preview.tsx";
import { formPath, workPath } from "#components/assessments/assessment-paths.ts";
import { ConfirmAssessment } from "#components/assessments/confirm-assessment.tsx";
import { MissingToPublish } from "#components/assessments/missing-to-publish.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { missingToPublish } from "#lib/assessments/rules.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { assessed, type AssessedPageProps } from "../assessed.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assessments.confirm");
  return { title: t("title") };
}

/** A monitor's own confirmation: everything that will be public, as readers of each language will see it, and the question. */
export default async function ConfirmPage(props: AssessedPageProps) {
  const data = await assessed(props);
  const [t, locale] = [await getTranslations("assessments"), await getLocale()];
  const { assessor, subject, owner, draft, published } = data;
  const back = formPath(assessor, subject.period.id, subject.id);
  if (assessor.voice !== "independent" || data.involved) notFound();
  if (!draft) redirect(`/${locale}${back}`);
  const done = workPath(assessor, { period: subject.period.id, done: subject.id });
  const missing = missingToPublish(owner.voice, draft);
  return (
    <Page dense wide>
      <Breadcrumbs items={[{ href: workPath(assessor, { period: subject.period.id }), label: t("work.title") }, { href: back, label: subject.number }, { label: t("confirm.title") }]} />
      <PageHeading title={t("confirm.title")} code={subject.number} eyebrow={t("form.eyebrow", { period: pickText(subject.period.label, locale)?.text ?? "" })} lead={t("confirm.lead")}>
        <p><LocalizedText value={subject.title ?? subject.commitment.title} locale={locale} /></p>
      </PageHeading>
      <AssessmentPreviews data={data} draft={draft} />
      {Object.keys(missing).length > 0
        ? <MissingToPublish missing={missing} back={back} />
        : <ClientWords namespaces={["assessments"]}><ConfirmAssessment draft={draft} organisation={pickText(owner.name, locale)?.text ?? ""} supersedes={published && formatDate(published.publishedAt, locale)} done={done} back={back} /></ClientWords>}
    </Page>
  );
}
