import { useTranslations, type Locale } from "next-intl";
import { FulfilmentBar } from "#components/assessments/fulfilment-bar.tsx";
import { ReportBudget } from "#components/reports/report-budget.tsx";
import { ProgressMark } from "#components/reporting/progress-mark.tsx";
import { LocalizedText, pickText } from "#components/ui/localized-text.tsx";
import type { SnapshotBudgetLine } from "#lib/reports/snapshots/schema.ts";
import type { FactChange, FactValue } from "#lib/reports/subject-comparisons/schema.ts";
import { LocalizedComparison } from "./localized-comparison.tsx";
import styles from "./report-comparisons.module.css";

interface Props {
  changes: readonly FactChange[];
  /** How many grades the scale has. */
  scale: number;
  locale: Locale;
}

/** Facts that two versions state differently, each as it was and as it is. */
export function FactChanges({ changes, scale, locale }: Props) {
  const t = useTranslations("report-comparisons");
  return (
    <dl className={styles.facts}>
      {changes.map((change, index) => (
        <div key={index} className={styles.fact}>
          <dt>{t(`facts.${change.name}`)}{change.about && <span className={styles.soft}>: {pickText(change.about, locale)?.text}</span>}</dt>
          <dd><Change change={change} scale={scale} locale={locale} /></dd>
        </div>
      ))}
    </dl>
  );
}

function Change({ change, scale, locale }: { change: FactChange; scale: number; locale: Locale }) {
  const t = useTranslations("report-comparisons");
  if (change.name === "other") return t("otherText");
  switch (change.kind) {
    case "text": return <LocalizedComparison before={change.before} after={change.after} locale={locale} />;
    case "list": return <ListChange removed={change.removed} added={change.added} locale={locale} />;
    case "budget": return <><Side word={t("was")}><Budget lines={change.before} locale={locale} /></Side><Side word={t("is")}><Budget lines={change.after} locale={locale} /></Side></>;
    default: return <><Side word={t("was")}><Value value={change.before} scale={scale} locale={locale} /></Side><Side word={t("is")}><Value value={change.after} scale={scale} locale={locale} /></Side></>;
  }
}

function Side({ word, children }: { word: string; children: React.ReactNode }) {
  return <div className={styles.side}><span className={styles.word}>{word}</span> <span>{children}</span></div>;
}

function Budget({ lines, locale }: { lines: readonly SnapshotBudgetLine[]; locale: Locale }) {
  const t = useTranslations("ui");
  return lines.length > 0 ? <ReportBudget lines={lines} locale={locale} /> : t("notStated");
}

function Value({ value, scale, locale }: { value: FactValue | null; scale: number; locale: Locale }) {
  const [t, ui] = [useTranslations("report-comparisons"), useTranslations("ui")];
  switch (value?.type) {
    case "progress": return <ProgressMark progress={value.progress} locale={locale} />;
    case "grade": return <FulfilmentBar grade={value} of={scale} locale={locale} />;
    case "words": return <LocalizedText value={value.words} locale={locale} />;
    case "flag": return t(value.set ? "yes" : "no");
    case "plain": return value.text;
    default: return <span className={styles.soft}>{ui("notStated")}</span>;
  }
}

function ListChange({ removed, added, locale }: { removed: Extract<FactChange, { kind: "list" }>["removed"]; added: Extract<FactChange, { kind: "list" }>["added"]; locale: Locale }) {
  return (
    <ul role="list">
      {removed.map((item, index) => <li key={`removed-${index}`}><del className={styles.removed}><LocalizedText value={item} locale={locale} /></del></li>)}
      {added.map((item, index) => <li key={`added-${index}`}><ins className={styles.added}><LocalizedText value={item} locale={locale} /></ins></li>)}
    </ul>
  );
}
