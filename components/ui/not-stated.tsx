import { useTranslations } from "next-intl";
import styles from "./not-stated.module.css";

/** A value that the source does not give: said, never guessed. */
export function NotStated() {
  return <span className={styles.word}>{useTranslations("ui")("notStated")}</span>;
}
