import { useTranslations, type Locale } from "next-intl";
import type { WorkLine } from "#lib/worklists/queries.ts";
import { formatPartialDate } from "#lib/platform/i18n/formats.ts";
import { OverdueText } from "#components/milestones/standing-text.tsx";
import { LedgerLine } from "#components/ui/ledger-line.tsx";
import { Link } from "#components/ui/link.tsx";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import { TermText } from "#components/ui/term-text.tsx";
import { ProgressMark } from "./progress-mark.tsx";
import styles from "./reporting.module.css";

interface Props {
  line: WorkLine;
  plan: { vocabulary: string; status: string };
  periodId: string;
  /** What the commitment as a whole is called in this plan. */
  whole: string;
  locale: Locale;
  /** The period takes reports. */
  open: boolean;
}

/** One milestone: its term, what was said last time, where this period's report stands, and the one thing to do. */
export function WorkListLine({ line, plan, periodId, whole, locale, open }: Props) {
  const t = useTranslations("reporting.work");
  const action = open ? t(`do.${line.state}`) : t("do.submitted");
  const title = line.whole ? whole : (pickText(line.title, locale)?.text ?? "");
  const state = (
    <span className={styles.state}>
      <span>{t(`state.${line.state}`)}</span>
      {(open || line.state !== "none") && (
        <Link href={`/workspace/periods/${periodId}/${line.subjectId}`} className={styles.do} aria-label={t("doLabel", { action, number: line.number, title })}>{action}</Link>
      )}
    </span>
  );
  return (
    <LedgerLine code={line.whole ? null : line.number} title={line.whole ? whole : <LocalizedText value={line.title} locale={locale} />} aside={state}>
      <div className={styles.facts}>
        <TermLine line={line} plan={plan} locale={locale} />
        <OverdueText standing={line} plan={plan} locale={locale} />
        {line.last && <p>{t("last")}: <LastTime last={line.last} locale={locale} /></p>}
        {line.note && <p className={styles.note}><strong>{t("note")}:</strong> {line.note}</p>}
      </div>
    </LedgerLine>
  );
}

/** Its own term, or the commitment's that counts instead; left out where the sentence about being late says it. */
function TermLine({ line, plan, locale }: Pick<Props, "line" | "plan" | "locale">) {
  const t = useTranslations();
  const inherited = line.deadline?.fromCommitment ? line.deadline.due : null;
  if (inherited && line.overdueMonths !== null) return null;
  return (
    <p>
      {t("reporting.form.term")}: {inherited ? t("milestones.termOfCommitment", { kind: plan.vocabulary, term: formatPartialDate(inherited, locale) }) : <TermText term={line.term} locale={locale} />}
    </p>
  );
}

function LastTime({ last, locale }: { last: NonNullable<WorkLine["last"]>; locale: Locale }) {
  const t = useTranslations("reporting.work");
  return (
    <>
      <ProgressMark progress={last.progress} locale={locale} /> ({t("lastIn", { period: pickText(last.periodLabel, locale)?.text ?? "" })})
    </>
  );
}
