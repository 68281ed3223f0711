import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { ClientWords } from "#components/layout/client-words.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeading } from "#components/layout/page-heading.tsx";
import { PublishedVersions } from "#components/reports/published-versions.tsx";
import { LateReports } from "#components/reporting/late-reports.tsx";
import { ReportComposer } from "#components/reports/report-composer.tsx";
import { ReportMissing } from "#components/reports/report-missing.tsx";
import { UnansweredComments } from "#components/reports/unanswered-comments.tsx";
import { Link } from "#components/ui/link.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import { requireActor } from "#lib/accounts/queries.ts";
import * as clock from "#lib/platform/clock.ts";
import { listReportedSinceReport } from "#lib/late-reports/queries.ts";
import { getReportForComposer } from "#lib/reports/queries.ts";
import { dayOf } from "#lib/terms/rules.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reports.workspace");
  return { title: t("title") };
}

/** The composer: what is public already, the report's own texts, what is missing, and the step that publishes it. */
export default async function ComposerPage({ params }: { params: Promise<{ reportId: string }> }) {
  const [actor, now] = [await requireActor(), clock.now()];
  const found = (await getReportForComposer(actor, (await params).reportId, now)) ?? notFound();
  const [t, status, locale] = await Promise.all([getTranslations("reports.workspace"), getTranslations("status.report"), getLocale()]);
  const { next, unanswered, ...report } = found;
  const [title, plan] = [pickText(report.texts.title, locale), pickText(next.plan.title, locale)];
  return (
    <Page dense>
      <Breadcrumbs items={[{ href: "/workspace/reports", label: t("title") }, { label: title?.text ?? "" }]} />
      <PageHeading title={title?.text} lang={title && title.lang !== locale ? title.lang : undefined} eyebrow={plan?.text}>
        <p>{status(report.status)}</p>
        <p><Link href={`/workspace/reports/${report.id}/preview`}>{t("preview.open")}</Link></p>
      </PageHeading>
      {report.versions.length > 0 && <PublishedVersions slug={report.slug} versions={report.versions} locale={locale} />}
      <LateReports reports={await listReportedSinceReport(actor, report.id)} since="report" locale={locale} />
      <UnansweredComments comments={unanswered} />
      <ReportMissing snapshot={next} locale={locale} />
      <ClientWords namespaces={["reports"]}>
        <ReportComposer report={report} waiting={unanswered.length} today={dayOf(now)} />
      </ClientWords>
    </Page>
  );
}
