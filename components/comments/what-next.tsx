import { useTranslations } from "next-intl";
import styles from "./what-next.module.css";

/** The way of a confirmed comment, step by step. */
export function WhatNext() {
  const t = useTranslations("comments.confirmed");
  return (
    <ol className={styles.steps}>
      <li>{t("read")}</li>
      <li>{t("shown")}</li>
      <li>{t("answered")}</li>
    </ol>
  );
}
