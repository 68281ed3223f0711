import { useTranslations } from "next-intl";
import { ShareBar } from "#components/charts/share-bar.tsx";
import { progressShape } from "#components/reporting/progress-mark.tsx";
import { filteredStatuses } from "#lib/plans/rules.ts";
import type { PlanLine } from "#lib/plans/queries.ts";
import type { ProgressCounts } from "#lib/plans/milestones/rules.ts";
import styles from "./status-bar.module.css";

/** How many commitments stand where, and in words what came of the milestones and what is late. */
export function StatusBar({ plan }: { plan: PlanLine }) {
  const t = useTranslations();
  const kind = plan.vocabulary;
  const count = totalOf(plan.commitments);
  const milestones = totalOf(plan.milestones);
  return (
    <div className={styles.status}>
      <p className={styles.count}>{t("plans.count", { count, kind })}</p>
      <ShareBar label={t("plans.bar", { kind })} parts={partsOf(plan.commitments, (status) => t(`status.progress.${status}`))} />
      <p>
        {milestones > 0 && `${t("commitments.milestones.completed", { done: plan.milestones.completed, all: milestones, kind })}. `}
        {count > 0 && `${t("plans.late", { count: plan.overdue, kind })}.`}
      </p>
    </div>
  );
}

/** Counts as parts of a bar, in the order of the life cycle. */
export function partsOf(counts: ProgressCounts, say: (status: string) => string) {
  return filteredStatuses.map((status) => ({ key: status, label: say(status), count: counts[status], shape: progressShape(status === "not_reported" ? null : status) }));
}

function totalOf(counts: ProgressCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
