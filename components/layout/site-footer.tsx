import { useTranslations } from "next-intl";
import styles from "./site-footer.module.css";

/** What this is and under which licence the software is. */
export function SiteFooter() {
  const t = useTranslations("layout.footer");
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <p>{t("what")} {t("voices")}</p>
        <p>{t("software")}</p>
      </div>
    </footer>
  );
}
