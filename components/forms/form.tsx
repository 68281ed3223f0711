import type { ReactNode } from "react";
import styles from "./form.module.css";

/** The fields of a form, one below the other. */
export function FormColumn({ children }: { children: ReactNode }) {
  return <div className={styles.column}>{children}</div>;
}

/** The buttons that end a form, and what they say. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
