import { useTranslations, type Locale } from "next-intl";
import { ProgressMark } from "#components/reporting/progress-mark.tsx";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText } from "#components/ui/localized-text.tsx";
import type { AssessmentPeriod, AssessmentState } from "#lib/assessments/work/queries.ts";
import type { Assessor } from "#lib/assessments/schema.ts";
import { formPath, workPath } from "./assessment-paths.ts";
import { FulfilmentBar } from "./fulfilment-bar.tsx";
import styles from "./assessments.module.css";

interface Props {
  period: AssessmentPeriod;
  assessor: Assessor;
  /** Ids of what was reported anew since it was assessed. */
  anew: ReadonlySet<string>;
  unassessed: boolean;
  locale: Locale;
}

/** Every commitment and milestone of a period with what each voice says of it, or only those not assessed yet; each line leads to its assessment. */
export function AssessmentWork({ period, assessor, anew, unassessed, locale }: Props) {
  const t = useTranslations("assessments.work");
  const states = period.commitments.flatMap((commitment) => [commitment, ...commitment.milestones]);
  if (states.length === 0) return <p>{t("empty")}</p>;
  const shown = unassessed ? states.filter(({ own, involved }) => !own && !involved) : states;
  return (
    <>
      <ShowNav assessor={assessor} period={period.id} unassessed={unassessed} />
      {shown.length === 0 && <p>{t("show.nothing")}</p>}
      <LedgerList label={t("title")}>
        {shown.map((state) => <Line key={state.id} {...{ state, period, assessor, locale }} anew={anew.has(state.id)} />)}
      </LedgerList>
    </>
  );
}

function ShowNav({ assessor, period, unassessed }: { assessor: Assessor; period: string; unassessed: boolean }) {
  const t = useTranslations("assessments.work.show");
  const all = workPath(assessor, { period });
  const some = workPath(assessor, { period, show: "unassessed" });
  return (
    <nav aria-label={t("title")}>
      <ul role="list" className={styles.choices}>
        <li>{unassessed ? <Link href={all}>{t("all")}</Link> : <strong aria-current="page">{t("all")}</strong>}</li>
        <li>{unassessed ? <strong aria-current="page">{t("unassessed")}</strong> : <Link href={some}>{t("unassessed")}</Link>}</li>
      </ul>
    </nav>
  );
}

function Line({ state, anew, period, assessor, locale }: { state: AssessmentState; anew: boolean; period: AssessmentPeriod; assessor: Assessor; locale: Locale }) {
  const [t, late, irm] = [useTranslations("assessments.work"), useTranslations("reporting.late"), useTranslations("assessments.irm")];
  const title = state.title ? <LocalizedText value={state.title} locale={locale} /> : t("untitled");
  const bar = (grade: AssessmentState["secretariat"]) => grade && <FulfilmentBar grade={grade} of={period.scale} locale={locale} />;
  const own = state.own && (bar(state.own.grade) ?? <>{irm("completion")}: <LocalizedText value={state.own.completion?.label} locale={locale} /></>);
  return (
    <LedgerLine code={state.number} href={formPath(assessor, period.id, state.id)} title={title}>
      <span className={styles.axes}>
        <ProgressMark progress={state.progress} locale={locale} />
        {assessor.voice === "independent"
          ? <><span>{t("theirs")}: {bar(state.secretariat) ?? t("notAssessed")}</span>{state.involved ? <span>{t("involved")}</span> : <span>{t("ours")}: {own ?? t("notAssessed")}</span>}</>
          : own ?? <span>{t("notAssessed")}</span>}
        {anew && <strong>{late("mark")}</strong>}
        {state.hasDraft && <strong>{t("draft")}</strong>}
      </span>
    </LedgerLine>
  );
}
