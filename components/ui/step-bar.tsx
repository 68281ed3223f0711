import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import styles from "./step-bar.module.css";

interface Props {
  filled: number;
  of: number;
  /** The judgement in a word or two. */
  word: ReactNode;
  /** Whose judgement and when. */
  detail?: ReactNode;
}

/** A judgement on a scale: ▮▮▮▯, its word, and who gave it when. Drawn in ink, so that it never looks like a mark. */
export function StepBar({ filled, of, word, detail }: Props) {
  const t = useTranslations("ui");
  return (
    <span className={styles.bar}>
      <svg className={styles.steps} viewBox={`0 0 ${of * 10} 14`} style={{ aspectRatio: `${of * 10} / 14` }} role="img" aria-label={t("steps", { filled, of })}>
        {Array.from({ length: of }, (_, step) => (
          <rect key={step} x={step * 10 + 1} y="1" width="6.5" height="12" fill={step < filled ? "currentColor" : "none"} stroke="currentColor" strokeWidth="1.4" />
        ))}
      </svg>
      <span>
        <span className={styles.word}>{word}</span>
        {detail && <span className={styles.detail}>{detail}</span>}
      </span>
    </span>
  );
}
