import { useTranslations, type Locale } from "next-intl";
import { FulfilmentBar } from "#components/assessments/fulfilment-bar.tsx";
import { ProgressMark } from "#components/reporting/progress-mark.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { Table } from "#components/ui/table.tsx";
import type { Snapshot, SnapshotTally } from "#lib/snapshots/schema.ts";
import styles from "./reports.module.css";

/** Counts with their totals in sight, each axis in a table of its own: what is reported is not what is judged. */
export function ReportSummary({ snapshot: { summary, plan }, locale }: { snapshot: Snapshot; locale: Locale }) {
  const t = useTranslations("reports.summary");
  const { commitments, milestones } = summary;
  const subjects = plan.vocabulary === "activity" ? "activity" : "commitment";
  const columns = (first: string) => [{ label: first }, { label: t(`many.${subjects}`), numeric: true }, { label: t(`parts.${subjects}`), numeric: true }];
  const cells = (count: (tally: SnapshotTally) => number) => [commitments, milestones].map((tally) => (tally.total ? t("of", { count: count(tally), total: tally.total }) : "–"));
  const somewhere = (count: (tally: SnapshotTally) => number) => count(commitments) + count(milestones) > 0;
  const ofStatus = (status: string) => (tally: SnapshotTally) => tally.progress.find((row) => row.status === status)?.count ?? 0;
  const ofGrade = (code: string) => (tally: SnapshotTally) => tally.fulfilment.find((row) => row.code === code)?.count ?? 0;
  const progress = commitments.progress.filter(({ status }) => somewhere(ofStatus(status)));
  const grades = [...commitments.fulfilment].reverse();
  return (
    <section aria-labelledby="summary" className={styles.stack}>
      <SectionHeading id="summary">{t("heading")}</SectionHeading>
      <Table
        caption={t("progress")} columns={columns(t("state"))}
        rows={[
          ...progress.map(({ status }) => ({ key: status, cells: [<ProgressMark key="mark" progress={status} locale={locale} />, ...cells(ofStatus(status))] })),
          ...(somewhere((tally) => tally.notReported) ? [{ key: "none", cells: [<ProgressMark key="mark" progress={null} locale={locale} />, ...cells((tally) => tally.notReported)] }] : []),
        ]}
      />
      <Table
        caption={t("fulfilment")} columns={columns(t("grade"))}
        rows={[
          ...grades.map((grade) => ({ key: grade.code, cells: [<FulfilmentBar key="bar" grade={grade} of={grades.length} locale={locale} />, ...cells(ofGrade(grade.code))] })),
          ...(somewhere((tally) => tally.notAssessed) ? [{ key: "none", cells: [t("notAssessed"), ...cells((tally) => tally.notAssessed)] }] : []),
        ]}
      />
    </section>
  );
}
