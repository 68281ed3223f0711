import type { MarkShape } from "#components/ui/mark.tsx";
import bars from "./share-bar.module.css";
import styles from "./share-strip.module.css";

/** The bar of counts alone, for a row of a table whose figures stand beside it. */
export function ShareStrip({ parts }: { parts: readonly { key: string; count: number; shape: MarkShape }[] }) {
  return (
    <span className={`${bars.bar} ${styles.strip}`} aria-hidden="true">
      {parts.filter(({ count }) => count > 0).map(({ key, count, shape }) => <span key={key} className={bars[shape]} style={{ flexGrow: count }} />)}
    </span>
  );
}

/** Counts of the grades of a scale, drawn in ink as steps so that they never look like a progress: the better the higher; what has no grade is an open line. */
export function StepStrip({ parts }: { parts: readonly { key: string; count: number; step: number | null }[] }) {
  const highest = Math.max(1, ...parts.map(({ step }) => step ?? 0));
  return (
    <span className={`${styles.steps} ${styles.strip}`} aria-hidden="true">
      {parts.filter(({ count }) => count > 0).map(({ key, count, step }) => (
        <span key={key} className={step === null ? styles.open : styles.step} style={{ flexGrow: count, blockSize: step === null ? undefined : `${Math.max(12, (step / highest) * 100)}%` }} />
      ))}
    </span>
  );
}
