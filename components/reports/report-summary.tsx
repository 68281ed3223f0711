import { useTranslations, type Locale } from "next-intl";
import { FulfilmentBar } from "#components/assessments/fulfilment-bar.tsx";
import { GradeBars } from "#components/charts/grade-bars.tsx";
import { ShareBar } from "#components/charts/share-bar.tsx";
import { ProgressMark, progressShape } from "#components/reporting/progress-mark.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { Table } from "#components/ui/table.tsx";
import type { Snapshot, SnapshotTally } from "#lib/reports/snapshots/schema.ts";
import styles from "./reports.module.css";

/** Counts with their totals in sight, each axis on its own: what is reported is not what is judged. */
export function ReportSummary({ snapshot: { summary, plan }, locale }: { snapshot: Snapshot; locale: Locale }) {
  const t = useTranslations("reports.summary");
  const subjects = plan.vocabulary === "activity" ? "activity" : "commitment";
  const shown = [
    { key: "commitments", label: t(`many.${subjects}`).replaceAll("\u00ad", ""), tally: summary.commitments }, { key: "milestones", label: t(`parts.${subjects}`).replaceAll("\u00ad", ""), tally: summary.milestones },
  ].filter(({ tally }) => tally.total > 0);
  return (
    <div className={styles.stack}>
      <SectionHeading id="progress" level={3}>{t("progress")}</SectionHeading>
      {shown.map(({ key, label, tally }) => <div key={key}><p className={styles.label}>{label}</p><ProgressShares label={label} tally={tally} /></div>)}
      <ProgressTable summary={summary} subjects={subjects} locale={locale} />
      <SectionHeading id="fulfilment" level={3}>{t("fulfilment")}</SectionHeading>
      {shown.map(({ key, label, tally }) => <div key={key}><p className={styles.label}>{label}</p><Judged label={label} tally={tally} locale={locale} /></div>)}
      <FulfilmentTable summary={summary} subjects={subjects} locale={locale} />
    </div>
  );
}

function ProgressShares({ label, tally }: { label: string; tally: SnapshotTally }) {
  const words = useTranslations("status.progress");
  const parts = tally.progress.map(({ status, count }) => ({ key: status, label: words(status), count, shape: progressShape(status) }));
  return <ShareBar label={label} parts={[...parts, { key: "none", label: words("not_reported"), count: tally.notReported, shape: progressShape(null) }]} />;
}

function Judged({ label, tally, locale }: { label: string; tally: SnapshotTally; locale: Locale }) {
  const t = useTranslations("reports.summary");
  const of = tally.fulfilment.length;
  const bars = [...tally.fulfilment].reverse().map((grade) => ({ key: grade.code, label: <FulfilmentBar grade={grade} of={of} locale={locale} />, count: grade.count, said: t("of", { count: grade.count, total: tally.total }) }));
  const none = tally.notAssessed > 0 ? [{ key: "none", label: t("notAssessed"), count: tally.notAssessed, said: t("of", { count: tally.notAssessed, total: tally.total }) }] : [];
  return <GradeBars label={label} bars={[...bars, ...none]} total={tally.total} />;
}

interface TableProps {
  summary: Snapshot["summary"];
  subjects: "commitment" | "activity";
  locale: Locale;
}

function useCells({ commitments, milestones }: Snapshot["summary"], subjects: TableProps["subjects"]) {
  const t = useTranslations("reports.summary");
  return {
    columns: (first: string) => [{ label: first }, { label: t(`many.${subjects}`), numeric: true }, { label: t(`parts.${subjects}`), numeric: true }],
    cells: (count: (tally: SnapshotTally) => number) => [commitments, milestones].map((tally) => (tally.total ? t("of", { count: count(tally), total: tally.total }) : "–")),
    somewhere: (count: (tally: SnapshotTally) => number) => count(commitments) + count(milestones) > 0,
  };
}

function ProgressTable({ summary, subjects, locale }: TableProps) {
  const t = useTranslations("reports.summary");
  const { columns, cells, somewhere } = useCells(summary, subjects);
  const ofStatus = (status: string) => (tally: SnapshotTally) => tally.progress.find((row) => row.status === status)?.count ?? 0;
  const progress = summary.commitments.progress.filter(({ status }) => somewhere(ofStatus(status)));
  return (
    <Table
      caption={t("progress")} captionHidden columns={columns(t("state"))}
      rows={[
        ...progress.map(({ status }) => ({ key: status, cells: [<ProgressMark key="mark" progress={status} locale={locale} />, ...cells(ofStatus(status))] })),
        ...(somewhere((tally) => tally.notReported) ? [{ key: "none", cells: [<ProgressMark key="mark" progress={null} locale={locale} />, ...cells((tally) => tally.notReported)] }] : []),
      ]}
    />
  );
}

function FulfilmentTable({ summary, subjects, locale }: TableProps) {
  const t = useTranslations("reports.summary");
  const { columns, cells, somewhere } = useCells(summary, subjects);
  const ofGrade = (code: string) => (tally: SnapshotTally) => tally.fulfilment.find((row) => row.code === code)?.count ?? 0;
  const grades = [...summary.commitments.fulfilment].reverse();
  return (
    <Table
      caption={t("fulfilment")} captionHidden columns={columns(t("grade"))}
      rows={[
        ...grades.map((grade) => ({ key: grade.code, cells: [<FulfilmentBar key="bar" grade={grade} of={grades.length} locale={locale} />, ...cells(ofGrade(grade.code))] })),
        ...(somewhere((tally) => tally.notAssessed) ? [{ key: "none", cells: [t("notAssessed"), ...cells((tally) => tally.notAssessed)] }] : []),
      ]}
    />
  );
}
