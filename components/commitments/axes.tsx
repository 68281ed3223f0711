import { useTranslations, type Locale } from "next-intl";
import { FulfilmentBar } from "#components/assessments/fulfilment-bar.tsx";
import { ProgressMark } from "#components/reporting/progress-mark.tsx";
import { pickText } from "#components/ui/localized-text.tsx";
import type { CommitmentView } from "#lib/plans/commitments/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import styles from "./axes.module.css";

/** The two axes side by side: what the agency reports, and what the Secretariat judges. */
export function Axes({ commitment, locale }: { commitment: CommitmentView; locale: Locale }) {
  const t = useTranslations("commitments");
  const kind = commitment.plan.vocabulary;
  const [update] = commitment.updates;
  const partly = commitment.milestones.some(({ standing }) => standing.lastUpdatedAt);
  const judged = commitment.assessments.find(({ voice }) => voice === "secretariat");
  const by = (voice: { organisation: { name: Parameters<typeof pickText>[0] }; period: { label: Parameters<typeof pickText>[0] } }, at: Date) =>
    [pickText(voice.organisation.name, locale)?.text, pickText(voice.period.label, locale)?.text, formatDate(at, locale)].filter(Boolean).join(" · ");
  return (
    <dl className={styles.axes}>
      <div className={styles.axis}>
        <dt className={styles.label}>{t("axes.progress")}</dt>
        <dd className={styles.word}><ProgressMark progress={update?.progress ?? null} /></dd>
        {update && <dd className={styles.by}>{by(update, update.acceptedAt)}</dd>}
        {!update && partly && <dd className={styles.by}>{t("axes.notReported", { kind })}</dd>}
      </div>
      <div className={styles.axis}>
        <dt className={styles.label}>{t("axes.fulfilment")}</dt>
        <dd className={styles.word}>{judged?.grade ? <FulfilmentBar grade={judged.grade} of={judged.grade.of} locale={locale} /> : t("axes.notAssessed")}</dd>
        {judged && <dd className={styles.by}>{by(judged, judged.publishedAt)}</dd>}
      </div>
    </dl>
  );
}
