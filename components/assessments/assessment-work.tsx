import { useTranslations, type Locale } from "next-intl";
import { ProgressMark } from "#components/reporting/progress-mark.tsx";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { AssessmentPeriod, AssessmentState } from "#lib/assessments/queries.ts";
import { FulfilmentBar } from "./fulfilment-bar.tsx";
import styles from "./assessments.module.css";

/** Every commitment and milestone of a period with where both axes stand; each line leads to its assessment. `anew`: ids of what was reported since. */
export function AssessmentWork({ period, anew, locale }: { period: AssessmentPeriod; anew: ReadonlySet<string>; locale: Locale }) {
  const t = useTranslations("assessments.work");
  if (period.commitments.length === 0) return <p>{t("empty")}</p>;
  return (
    <LedgerList label={t("title")}>
      {period.commitments.flatMap((commitment) => [commitment, ...commitment.milestones]).map((state) => (
        <Line key={state.id} state={state} anew={anew.has(state.id)} period={period} locale={locale} />
      ))}
    </LedgerList>
  );
}

function Line({ state, anew, period, locale }: { state: AssessmentState; anew: boolean; period: AssessmentPeriod; locale: Locale }) {
  const [t, late] = [useTranslations("assessments.work"), useTranslations("reporting.late")];
  const title = state.title ? <LocalizedText value={state.title} locale={locale} /> : t("untitled");
  return (
    <LedgerLine code={state.number} href={`/workspace/assessments/${period.id}/${state.id}`} title={title}>
      <span className={styles.axes}>
        <ProgressMark progress={state.progress} locale={locale} />
        {state.grade ? <FulfilmentBar grade={state.grade} of={period.scale} locale={locale} /> : <span>{t("notAssessed")}</span>}
        {anew && <strong>{late("mark")}</strong>}
        {state.hasDraft && <strong>{t("draft")}</strong>}
      </span>
    </LedgerLine>
  );
}
