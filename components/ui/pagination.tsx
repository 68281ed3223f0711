import { useTranslations } from "next-intl";
import { Link } from "./link.tsx";
import styles from "./pagination.module.css";

interface Props {
  /** From 1. */
  page: number;
  pages: number;
  /** Path without its language for a page. */
  hrefFor: (page: number) => string;
}

/** Earlier and later pages, as links; nothing when all fits on one. */
export function Pagination({ page, pages, hrefFor }: Props) {
  const t = useTranslations("ui.pagination");
  if (pages <= 1) return null;
  return (
    <nav className={styles.pagination} aria-label={t("label")}>
      {page > 1 && <Link href={hrefFor(page - 1)} rel="prev" className={styles.step}>{t("previous")}</Link>}
      <span>{t("current", { page, pages })}</span>
      {page < pages && <Link href={hrefFor(page + 1)} rel="next" className={styles.step}>{t("next")}</Link>}
    </nav>
  );
}
