import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AssessedSubject } from "#components/assessments/assessed-subject.tsx";
import { AssessmentForm } from "#components/assessments/assessment-form.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { SubjectHeading } from "#components/reporting/subject-heading.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { getAssessmentForm } from "#lib/assessments/queries.ts";
import { now } from "#lib/platform/clock.ts";
import { orNotFound } from "#lib/platform/or-not-found.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assessments.form");
  return { title: t("title") };
}

/** One assessment: the agency's report and evidence beside the form. */
export default async function AssessmentPage({ params }: { params: Promise<{ periodId: string; subjectId: string }> }) {
  const actor = await requireActor();
  const { periodId, subjectId } = await params;
  const data = await orNotFound(getAssessmentForm(actor, periodId, subjectId));
  const [t, locale] = await Promise.all([getTranslations("assessments"), getLocale()]);
  const period = pickText(data.subject.period.label, locale)?.text ?? "";
  return (
    <Page dense wide>
      <Breadcrumbs items={[{ href: `/workspace/assessments?period=${periodId}`, label: t("work.title") }, { label: data.subject.number }]} />
      <SubjectHeading subject={data.subject} locale={locale} now={now()} eyebrow={t("form.eyebrow", { period })} />
      <ClientWords namespaces={["assessments", "evidence"]}>
        <AssessedSubject data={data} locale={locale}>
          <AssessmentForm key={data.draft?.id ?? "new"} data={data} />
        </AssessedSubject>
      </ClientWords>
    </Page>
  );
}
