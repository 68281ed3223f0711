import type { ReactNode } from "react";
import styles from "./page-heading.module.css";

interface Props {
  title: ReactNode;
  /** What kind of thing this is, above the title. */
  eyebrow?: ReactNode;
  /** Its number, which hangs in the margin. */
  code?: string | null;
  /** One sentence. */
  lead?: ReactNode;
  /** The language of the title, where it is not the page's. */
  lang?: string;
  /** A line of facts under the title. */
  children?: ReactNode;
}

/** The one first-level heading of a page and what belongs to it. */
export function PageHeading({ title, eyebrow, code, lead, lang, children }: Props) {
  return (
    <header className={styles.heading}>
      {eyebrow && <p className={styles.eyebrow}>{eyebrow}</p>}
      <h1 className={styles.title} lang={lang}>
        {code && <span className={styles.code}>{code} </span>}
        {title}
      </h1>
      {lead && <p className={styles.lead}>{lead}</p>}
      {children && <div className={styles.facts}>{children}</div>}
    </header>
  );
}
