import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AssessedSubject } from "#components/assessments/assessed-subject.tsx";
import { AssessmentForm } from "#components/assessments/assessment-form.tsx";
import { workPath } from "#components/assessments/assessment-paths.ts";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { SubjectHeading } from "#components/reporting/subject-heading.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { now } from "#lib/platform/clock.ts";
import { assessed, type AssessedPageProps } from "./assessed.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assessments.form");
  return { title: t("title") };
}

/** One assessment: the agency's report and evidence and the other voices beside the form. */
export default async function AssessmentPage(props: AssessedPageProps) {
  const data = await assessed(props);
  const [t, locale] = await Promise.all([getTranslations("assessments"), getLocale()]);
  const period = pickText(data.subject.period.label, locale)?.text ?? "";
  return (
    <Page dense wide>
      <Breadcrumbs items={[{ href: workPath(data.assessor, { period: data.subject.period.id }), label: t("work.title") }, { label: data.subject.number }]} />
      <SubjectHeading subject={data.subject} locale={locale} now={now()} eyebrow={t("form.eyebrow", { period })} />
      <ClientWords namespaces={["assessments", "evidence"]}>
        <AssessedSubject data={data} locale={locale}>
          {data.involved
            ? <Notice tone="warning" title={t("form.involved")}><p>{t("form.involvedText")}</p></Notice>
            : <AssessmentForm key={data.draft?.id ?? "new"} data={data} />}
        </AssessedSubject>
      </ClientWords>
    </Page>
  );
}
