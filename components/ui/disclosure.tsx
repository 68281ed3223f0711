import type { ReactNode } from "react";
import styles from "./disclosure.module.css";

/** Words that open more words, with the browser's own details element: no script needed. */
export function Disclosure({ summary, children, open, id }: { summary: ReactNode; children: ReactNode; open?: boolean; id?: string }) {
  return (
    <details className={styles.disclosure} open={open} id={id}>
      <summary className={styles.summary}>{summary}</summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
