import { useTranslations, type Locale } from "next-intl";
import { FulfilmentBar } from "#components/assessments/fulfilment-bar.tsx";
import { GradeBars } from "#components/charts/grade-bars.tsx";
import { ShareBar } from "#components/charts/share-bar.tsx";
import { partsOf } from "#components/plans/status-bar.tsx";
import type { ProgressCounts } from "#lib/plans/milestones/rules.ts";
import type { Summary } from "#lib/record/summaries/schema.ts";
import styles from "./topics.module.css";

/** Where the commitments stand: what agencies report, and apart from it what the Secretariat judged, by one scale at a time. */
export function Standing({ summary, locale }: { summary: Summary; locale: Locale }) {
  const t = useTranslations();
  const { total, overdue, grades, unjudged } = summary;
  if (total === 0) return null;
  return (
    <div className={styles.standing}>
      <h2>{t("status.axes.progress")}</h2>
      <ShareBar label={t("topics.bar")} parts={partsOf(summary.progress as ProgressCounts, (status) => t(`status.progress.${status}`))} />
      <p>{t("topics.late", { count: overdue, total })}</p>
      <h2>{t("status.voice.secretariat")}</h2>
      {[...Map.groupBy(grades, ({ scale }) => scale).values()].map((ofScale) => {
        const judged = ofScale.reduce((sum, { count }) => sum + count, 0);
        const bars = ofScale.map((grade) => ({ key: grade.grade, label: <FulfilmentBar grade={grade} of={grade.of} locale={locale} />, count: grade.count, said: t("topics.ofJudged", { count: grade.count, total: judged }) }));
        return <GradeBars key={ofScale[0]?.scale} label={t("status.voice.secretariat")} bars={bars} total={judged} />;
      })}
      <p>{t("topics.unjudged", { count: unjudged, total })}</p>
    </div>
  );
}
