import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StepBar } from "#components/ui/step-bar.tsx";
import styles from "./step-shares.module.css";

export interface StepShare {
  key: string;
  word: string;
  count: number;
  /** Which step of the scale; without: it was not judged on it. */
  step?: { filled: number; of: number } | undefined;
}

/** How many were judged how: a bar in shades of ink, so that it never looks like marks, and each count with its steps and its word. */
export function StepShares({ label, parts }: { label: string; parts: readonly StepShare[] }) {
  const t = useTranslations("ui");
  const shown = parts.filter(({ count }) => count > 0);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  return (
    <figure className={styles.figure} aria-label={`${label}. ${t("total", { count: total })}`}>
      <div className={styles.bar} aria-hidden="true">
        {shown.map(({ key, count, step }) => <span key={key} className={step ? styles.step : styles.silent} style={{ flexGrow: count, ...(step ? { "--share": `${Math.round((step.filled / step.of) * 100)}%` } : {}) }} />)}
      </div>
      <ul role="list" className={styles.counts}>
        {shown.map(({ key, count, word, step }) => <li key={key}><Counted step={step}><b>{count}</b> {word}</Counted></li>)}
      </ul>
    </figure>
  );
}

function Counted({ step, children }: { step: StepShare["step"]; children: ReactNode }) {
  return step ? <StepBar filled={step.filled} of={step.of} word={<span className={styles.word}>{children}</span>} /> : <span className={styles.word}>{children}</span>;
}
