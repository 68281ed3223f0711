import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AssessmentPeriods } from "#components/assessments/assessment-periods.tsx";
import { AssessmentWork } from "#components/assessments/assessment-work.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { LateReports } from "#components/reporting/late-reports.tsx";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import { organisationsOf } from "#lib/actors/policy.ts";
import { listAssessmentWork } from "#lib/assessments/queries.ts";
import { listReportedSinceAssessment } from "#lib/late-reports/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assessments.work");
  return { title: t("title") };
}

/** What is to be assessed: a period is chosen, then its commitments and milestones with both axes. */
export default async function AssessmentsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor();
  if (organisationsOf(actor, "secretariat").length === 0) notFound();
  const [t, locale, periods, { period: asked, done }] = [await getTranslations("assessments.work"), await getLocale(), await listAssessmentWork(actor), await searchParams];
  const period = periods.find(({ id }) => id === asked) ?? periods.find(({ waiting }) => waiting > 0) ?? periods[0];
  const late = period ? await listReportedSinceAssessment(actor, period.id) : [];
  const published = period?.commitments.flatMap((commitment) => [commitment, ...commitment.milestones]).find(({ id }) => id === done);
  return (
    <Page dense>
      <PageHeading title={t("title")} lead={t("lead")} />
      {published && <Notice tone="success"><p>{t("done", { number: published.number })}</p></Notice>}
      {periods.length === 0 && <p>{t("nothing")}</p>}
      {periods.length > 1 && <AssessmentPeriods periods={periods} locale={locale} />}
      {period && (
        <>
          <SectionHeading id="period" note={t("assessed", { count: period.assessed, total: period.total })}>{pickText(period.label, locale)?.text ?? ""}</SectionHeading>
          <p><LocalizedText value={period.planTitle} locale={locale} /></p>
          <LateReports reports={late} since="assessment" locale={locale} />
          <AssessmentWork period={period} anew={new Set(late.map(({ subjectId }) => subjectId))} locale={locale} />
        </>
      )}
    </Page>
  );
}
