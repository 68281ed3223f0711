import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import styles from "./section-heading.module.css";

interface Props {
  id: string;
  level?: 2 | 3 | 4 | 5;
  /** A short fact beside the heading, such as a count. */
  note?: ReactNode;
  children: string;
}

/** A heading that can be linked to; level 2 opens with a rule. */
export function SectionHeading({ id, level = 2, note, children }: Props) {
  const t = useTranslations("ui");
  const Tag = `h${level}` as const;
  return (
    <div className={`${styles.heading} ${level === 2 ? styles.ruled : ""}`}>
      <Tag id={id}>{children}</Tag>
      {note && <span className={styles.note}>{note}</span>}
      <a className={styles.link} href={`#${id}`} aria-label={t("sectionLink", { title: children })} data-screen-only>
        #
      </a>
    </div>
  );
}
