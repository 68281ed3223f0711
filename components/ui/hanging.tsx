import type { ReactNode } from "react";
import styles from "./hanging.module.css";

interface Props {
  /** "5.2"; null where the source gives no number. */
  code: string | null;
  id?: string;
  as?: "div" | "section" | "article" | "li";
  children: ReactNode;
}

/** A numbered piece of text whose number hangs in the margin, as in a statute book; on a phone it stands above. */
export function Hanging({ code, id, as: As = "div", children }: Props) {
  return (
    <As id={id} className={styles.hanging}>
      {code && <span className={styles.code}>{code}</span>}
      <div className={styles.body}>{children}</div>
    </As>
  );
}
