import { useTranslations, type Locale } from "next-intl";
import { CommentSection } from "#components/comments/comment-section.tsx";
import { ConsultationNotice } from "#components/consultations/consultation-notice.tsx";
import { DifferencesLink } from "#components/differences/differences-link.tsx";
import { FollowSection } from "#components/followers/follow-section.tsx";
import { Breadcrumbs } from "#components/layout/breadcrumbs.tsx";
import { NarrowContents } from "#components/layout/narrow-contents.tsx";
import { Page } from "#components/layout/page.tsx";
import { ReuseSection } from "#components/open-data/reuse-section.tsx";
import { Link } from "#components/ui/link.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import type { CommentPage } from "#lib/comments/queries.ts";
import { consultationState } from "#lib/record/consultations/rules.ts";
import type { PublishedReport } from "#lib/reports/queries.ts";
import { withoutHidden } from "#lib/reports/snapshots/rules.ts";
import { CommentedSection } from "./commented-section.tsx";
import { ReportContents } from "./report-contents.tsx";
import { ReportDocument } from "./report-document.tsx";
import { ReportDownloads } from "./report-downloads.tsx";
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
  const { slug, versions } = report;
  const snapshot = withoutHidden(report.snapshot, report.hidden);
  const newest = versions[0];
  const contents = <ReportContents snapshot={snapshot} locale={locale} after={comments ? ["downloads", "comments", "versions"] : ["downloads", "versions"]} />;
  const consultation = consultationState(snapshot.report.consultation, newest?.stage === "consultation" ? "in_consultation" : "final", now);
  const asks = comments && !comments.closed && consultation.state === "open" ? report.reportId : null;
  const [plan, title] = [pickText(snapshot.plan.title, locale), pickText(snapshot.report.title, locale)];
  return (
    <Page aside={contents}>
      <Breadcrumbs items={[{ href: `/plans/${snapshot.plan.slug}`, label: plan?.text ?? "" }, { label: title?.text ?? "" }]} />
      <ReportDocument snapshot={snapshot} asks={asks} locale={locale}>
        <ConsultationNotice of="report" consultation={consultation} locale={locale} />
        <OtherVersions report={report} />
        <NarrowContents>{contents}</NarrowContents>
      </ReportDocument>
      <ReportDownloads slug={slug} version={report.number} locale={locale} />
      {comments && (
        // Paper has them in the annex of a version that is final.
        <div data-screen-only={snapshot.comments ? true : undefined}>
          <CommentSection
            subject={{ kind: "report", id: report.reportId }} comments={comments} locale={locale} returnPath={`/reports/${slug}`}
            about={(comment) => <CommentedSection comment={comment} snapshot={snapshot} slug={slug} locale={locale} />}
          />
        </div>
      )}
      {comments && <FollowSection kind="plan" target={snapshot.plan.slug} locale={locale} />}
      {comments && <ReuseSection path={`/reports/${slug}`} title={snapshot.report.title} locale={locale} />}
      <DifferencesLink plan={snapshot.plan.slug} period={snapshot.period.slug} />
      <ReportVersions slug={slug} shown={report.number} versions={versions} site={site} locale={locale} />
    </Page>
  );
}

/** Which version this is among others, and the way to what has changed since the public was asked. */
function OtherVersions({ report: { slug, number, versions } }: { report: PublishedReport }) {
  const t = useTranslations("reports.versions");
  const newest = versions[0];
  if (!newest || versions.length === 1) return null;
  const earlier = newest.number !== number;
  return (
    <p className={styles.others} data-screen-only>
      {earlier && <>{t.rich("newer", { number: newest.number, link: (words) => <Link href={`/reports/${slug}`}>{words}</Link> })} </>}
      <Link href={`/reports/${slug}/comparison${earlier ? `?from=${number}&to=${newest.number}` : ""}`}>{t("compare")}</Link>
    </p>
  );
}
