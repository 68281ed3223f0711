import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { PublishedVersions } from "#components/reports/published-versions.tsx";
import { LateReports } from "#components/reporting/late-reports.tsx";
import { CommitmentFigures, CommitmentMarks } from "#components/reports/commitment-figures.tsx";
import { ReportComposer } from "#components/reports/report-composer.tsx";
import { ReportMissing } from "#components/reports/report-missing.tsx";
import { sectionLines } from "#components/reports/section-lines.ts";
import { UnansweredComments } from "#components/reports/unanswered-comments.tsx";
import { Link } from "#components/ui/link.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import * as clock from "#lib/platform/clock.ts";
import { listReportedSinceReport } from "#lib/boards/late-reports/queries.ts";
import { commitmentKey } from "#lib/reports/sections/rules.ts";
import { getReportForComposer } from "#lib/reports/queries.ts";
import type { SnapshotCommitment } from "#lib/reports/snapshots/schema.ts";
import { dayOf } from "#lib/record/terms/rules.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reports.workspace");
  return { title: t("title") };
}

/** The composer: what is public already, what is missing, what the report says section by section, and the step that publishes it. */
export default async function ComposerPage({ params }: { params: Promise<{ reportId: string }> }) {
  const [actor, now] = [await requireActor(), clock.now()];
  const found = (await getReportForComposer(actor, (await params).reportId, now)) ?? notFound();
  const [t, names, status, locale] = await Promise.all([getTranslations("reports.workspace"), getTranslations("reports.sections"), getTranslations("status.report"), getLocale()]);
  const { next, unanswered, ...report } = found;
  const [title, plan] = [pickText(report.texts.title, locale), pickText(next.plan.title, locale)];
  const { periodId } = report;
  const about = (commitment: SnapshotCommitment) => ({ commitment, snapshot: next, locale });
  const record = next.commitments.map((commitment) => [commitmentKey(commitment.id), { marks: <CommitmentMarks {...about(commitment)} />, figures: <CommitmentFigures {...about(commitment)} periodId={periodId} /> }]);
  return (
    <Page dense wide>
      <Breadcrumbs items={[{ href: "/workspace/reports", label: t("title") }, { label: title?.text ?? "" }]} />
      <PageHeading title={title?.text} lang={title && title.lang !== locale ? title.lang : undefined} eyebrow={plan?.text}>
        <p>{status(report.status)}</p>
        <p><Link href={`/workspace/reports/${report.id}/preview`}>{t("preview.open")}</Link></p>
      </PageHeading>
      {report.versions.length > 0 && <PublishedVersions slug={report.slug} versions={report.versions} locale={locale} />}
      <LateReports reports={await listReportedSinceReport(actor, report.id)} since="report" locale={locale} />
      <UnansweredComments comments={unanswered} />
      <ReportMissing snapshot={next} periodId={periodId} asks={report.status !== "final"} locale={locale} />
      <ClientWords namespaces={["reports", "report-sections", "rich-text"]}>
        <ReportComposer
          report={report} vocabulary={next.plan.vocabulary} lines={sectionLines(next, locale, names)} record={Object.fromEntries(record)}
          person={{ id: actor.accountId ?? "", name: actor.name }} waiting={unanswered.length} today={dayOf(now)}
        />
      </ClientWords>
    </Page>
  );
}
