import { useTranslations } from "next-intl";
import styles from "./contents.module.css";

export interface ContentsItem {
  /** `#id` on this page. */
  href: string;
  label: string;
  code?: string | null;
  level?: 1 | 2;
}

/** The table of contents of a long page. */
export function Contents({ items, title }: { items: readonly ContentsItem[]; title?: string }) {
  const t = useTranslations("layout");
  const heading = title ?? t("contents");
  return (
    <nav className={styles.contents} aria-label={heading}>
      <p className={styles.title} aria-hidden="true">{heading}</p>
      <ol role="list">
        {items.map(({ href, label, code, level = 1 }) => (
          <li key={href} className={level === 2 ? styles.inner : undefined}>
            <a className={styles.link} href={href}>
              {code && <span className={styles.code}>{code}</span>}
              <span>{label}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
