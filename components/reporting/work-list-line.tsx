import { useTranslations, type Locale } from "next-intl";
import type { WorkLine } from "#lib/worklists/queries.ts";
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
        <Link href={`/workspace/periods/${periodId}/${line.subjectId}`} aria-label={t("doLabel", { action, number: line.number, title })}>{action}</Link>
      )}
    </span>
  );
  return (
    <LedgerLine code={line.whole ? null : line.number} title={line.whole ? whole : <LocalizedText value={line.title} locale={locale} />} aside={state}>
      <div className={styles.facts}>
        <p><TermText term={line.term} locale={locale} /></p>
        <OverdueText standing={line} plan={plan} locale={locale} />
        <p>{t("last")}: <LastTime line={line} locale={locale} /></p>
        {line.note && <p className={styles.note}><strong>{t("note")}:</strong> {line.note}</p>}
      </div>
    </LedgerLine>
  );
}

function LastTime({ line, locale }: { line: WorkLine; locale: Locale }) {
  const t = useTranslations("reporting.work");
  if (!line.last) return t("never");
  return (
    <>
      <ProgressMark progress={line.last.progress} locale={locale} /> ({t("lastIn", { period: pickText(line.last.periodLabel, locale)?.text ?? "" })})
    </>
  );
}
