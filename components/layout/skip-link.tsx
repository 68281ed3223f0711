import { useTranslations } from "next-intl";
import styles from "./skip-link.module.css";

/** First thing on every page for those who go by keyboard. */
export function SkipLink() {
  const t = useTranslations("layout");
  return <a className={styles.skip} href="#main">{t("skip")}</a>;
}
