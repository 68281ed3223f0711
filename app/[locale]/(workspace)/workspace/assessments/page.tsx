import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AssessmentPeriods } from "#components/assessments/assessment-periods.tsx";
import { AssessmentWork } from "#components/assessments/assessment-work.tsx";
import { AssessorChoiceNav } from "#components/assessments/assessor-choice.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { LateReports } from "#components/reporting/late-reports.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { listAssessmentWork } from "#lib/assessments/work/queries.ts";
import { listAssessors } from "#lib/assessments/queries.ts";
import { chosenAssessor } from "#lib/assessments/rules.ts";
import { listReportedSinceAssessment } from "#lib/boards/late-reports/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assessments.work");
  return { title: t("title") };
}

/** What is to be assessed: a voice and a period are chosen, then its commitments and milestones with what each voice says. */
export default async function AssessmentsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor();
  const choices = await listAssessors(actor);
  if (choices.length === 0) notFound();
  const [t, locale, { as, period: asked, done, show }] = [await getTranslations("assessments.work"), await getLocale(), await searchParams];
  const chosen = chosenAssessor(choices, as);
  const periods = chosen ? await listAssessmentWork(actor, chosen.assessor) : [];
  const period = periods.find(({ id }) => id === asked) ?? periods.find(({ waiting }) => waiting > 0) ?? periods[0];
  const late = chosen && period ? await listReportedSinceAssessment(actor, chosen.assessor, period.id) : [];
  const published = period?.commitments.flatMap((commitment) => [commitment, ...commitment.milestones]).find(({ id }) => id === done);
  const scales = await getTranslations("crosswalks");
  const outside = chosen?.assessor.voice === "independent";
  return (
    <Page dense>
      <PageHeading title={t("title")} lead={chosen ? t(outside ? "leadIndependent" : "lead") : undefined} />
      {choices.length > 1 && <AssessorChoiceNav choices={choices} chosen={chosen} locale={locale} />}
      {published && <Notice tone="success" live><p>{t("done", { number: published.number })}</p></Notice>}
      {chosen && periods.length === 0 && <p>{t(outside ? "nothingIndependent" : "nothing")}</p>}
      {chosen && periods.length > 1 && <AssessmentPeriods periods={periods} assessor={chosen.assessor} locale={locale} />}
      {chosen && period && (
        <>
          <SectionHeading id="period" note={period.total > 0 ? t("assessed", { count: period.assessed, total: period.total }) : undefined}>{pickText(period.label, locale)?.text ?? ""}</SectionHeading>
          <p><LocalizedText value={period.planTitle} locale={locale} /></p>
          <LateReports reports={late} since="assessment" locale={locale} />
          {!outside && <p><Link href="/workspace/scales">{scales("workspace.link")}</Link></p>}
          <AssessmentWork period={period} assessor={chosen.assessor} anew={new Set(late.map(({ subjectId }) => subjectId))} unassessed={show === "unassessed"} locale={locale} />
        </>
      )}
    </Page>
  );
}
