import type { ReactNode } from "react";
import { Link } from "./link.tsx";
import styles from "./ledger-line.module.css";

/** Lines of a ledger between thin rules. */
export function LedgerList({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul role="list" className={styles.list} aria-label={label}>
      {children}
    </ul>
  );
}

interface LineProps {
  code?: string | null;
  title: ReactNode;
  /** Path without its language; the title becomes the link. */
  href?: string;
  /** What stands at the end of the line: a mark, a date, a sum. */
  aside?: ReactNode;
  /** Smaller words under the title. */
  children?: ReactNode;
}

/** One line: number, title, and at its end where it stands. */
export function LedgerLine({ code, title, href, aside, children }: LineProps) {
  return (
    <li className={styles.line}>
      {code && <span className={styles.code}>{code}</span>}
      <div className={styles.main}>
        <div className={styles.title}>{href ? <Link href={href} look="quiet" className={styles.target}>{title}</Link> : title}</div>
        {children && <div className={styles.more}>{children}</div>}
      </div>
      {aside && <div className={styles.aside}>{aside}</div>}
    </li>
  );
}
