import type { ReactNode } from "react";
import styles from "./reporting.module.css";

/** Something to look at while writing: beside the form on a wide screen, before it on a phone. */
export function WithSide({ side, children }: { side: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.withSide}>
      <div className={styles.side}>{side}</div>
      <div className={styles.stack}>{children}</div>
    </div>
  );
}
