import type { ReactNode } from "react";
import styles from "./grade-bars.module.css";

export interface GradeBar {
  key: string;
  /** The grade as it is shown everywhere. */
  label: ReactNode;
  count: number;
  /** "1 of 3" */
  said: string;
}

/** How many have which grade: a thin line of ink each, beside its grade and its count, so that the line may be ignored. */
export function GradeBars({ label, bars, total }: { label: string; bars: readonly GradeBar[]; total: number }) {
  if (total === 0) return null;
  return (
    <figure aria-label={label}>
      <ul role="list" className={styles.bars}>
        {bars.map((bar) => (
          <li key={bar.key} className={styles.bar}>
            <span>{bar.label}</span>
            <span className={styles.track} aria-hidden="true"><span className={styles.line} style={{ inlineSize: `${(bar.count / total) * 100}%` }} /></span>
            <span className={styles.said}>{bar.said}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
