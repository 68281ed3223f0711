import { useTranslations, type Locale } from "next-intl";
import { CommentSection } from "#components/comments/comment-section.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { NarrowContents } from "#components/layout/narrow-contents.tsx";
import { Page } from "#components/layout/page.tsx";
import { Link } from "#components/ui/link.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import type { CommentPage } from "#lib/comments/queries.ts";
import type { PublishedReport } from "#lib/reports/queries.ts";
import { consultationState } from "#lib/consultations/rules.ts";
import { ConsultationNotice } from "#components/consultations/consultation-notice.tsx";
import { ReportContents } from "./report-contents.tsx";
import { ReportDocument } from "./report-document.tsx";
import { ReportVersions } from "./report-versions.tsx";
import styles from "./reports.module.css";

interface Props {
  report: PublishedReport;
  /** Null on the page of a single version: comments stand beside the newest one. */
  comments: CommentPage | null;
  /** See ReportVersions. */
  site: string;
  now: Date;
  locale: Locale;
}

/** A published report: the frozen document, then the comments and the versions that live around it. */
export function PublicReport({ report, comments, site, now, locale }: Props) {
  const t = useTranslations("reports");
  const { snapshot, slug, versions } = report;
  const newest = versions[0];
  const contents = <ReportContents snapshot={snapshot} locale={locale} after={comments ? ["comments", "versions"] : ["versions"]} />;
  const consultation = consultationState(snapshot.report.consultation, newest?.stage === "consultation" ? "in_consultation" : "final", now);
  const [plan, title] = [pickText(snapshot.plan.title, locale), pickText(snapshot.report.title, locale)];
  return (
    <Page aside={contents}>
      <Breadcrumbs items={[{ href: `/plans/${snapshot.plan.slug}`, label: plan?.text ?? "" }, { label: title?.text ?? "" }]} />
      <ReportDocument snapshot={snapshot} locale={locale}>
        <ConsultationNotice of="report" consultation={consultation} locale={locale} />
        {newest && newest.number !== report.number && (
          <p className={styles.consultation}>{t.rich("versions.newer", { number: newest.number, link: (words) => <Link href={`/reports/${slug}`}>{words}</Link> })}</p>
        )}
        <NarrowContents>{contents}</NarrowContents>
      </ReportDocument>
      {snapshot.comments && <p className={styles.annex}>{t("annex", { count: snapshot.comments.published.length, answered: snapshot.comments.published.filter(({ response }) => response).length })}</p>}
      {comments && <CommentSection subject={{ kind: "report", id: report.reportId }} comments={comments} locale={locale} returnPath={`/reports/${slug}`} />}
      <ReportVersions slug={slug} shown={report.number} versions={versions} site={site} locale={locale} />
    </Page>
  );
}
