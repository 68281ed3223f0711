import type { ReactNode } from "react";
import styles from "./page.module.css";

interface Props {
  /** Stands beside the text on a wide screen and after it on a narrow one. */
  aside?: ReactNode;
  /** Tables and lists may use the whole width. */
  wide?: boolean;
  /** Less air, for those who work here every day. */
  dense?: boolean;
  children: ReactNode;
}

/** The one main part of a page: a readable column with room for numbers in its margin. */
export function Page({ aside, wide, dense, children }: Props) {
  const classes = [styles.page, wide && styles.wide, dense && styles.dense].filter(Boolean).join(" ");
  return (
    <main id="main" tabIndex={-1} className={classes}>
      <div className={styles.text}>{children}</div>
      {aside && <aside className={styles.aside}>{aside}</aside>}
    </main>
  );
}
