import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import styles from "./notice.module.css";

interface Props {
  tone: "info" | "success" | "warning" | "error";
  /** Names what kind of notice it is; a word for the tone unless given. */
  title?: string;
  /** Read aloud when it appears. */
  live?: boolean;
  children?: ReactNode;
}

/** What happened, what is kept, what to do: a paragraph with a heavy line at its side. */
export function Notice({ tone, title, live, children }: Props) {
  const t = useTranslations("ui.notice");
  const role = live ? (tone === "error" ? "alert" : "status") : undefined;
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={role}>
      <p className={styles.title}>{title ?? t(tone)}</p>
      {children}
    </div>
  );
}
