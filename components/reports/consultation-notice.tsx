import { useTranslations, type Locale } from "next-intl";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import type { ConsultationState } from "#lib/reports/rules.ts";
import styles from "./reports.module.css";

/** Whether the public is asked about the report, until when, and where to answer. */
export function ConsultationNotice({ consultation, locale }: { consultation: ConsultationState; locale: Locale }) {
  const t = useTranslations("reports.consultation");
  if (consultation.state === "none") return <p className={styles.consultation}>{t("none")}</p>;
  const until = formatDate(consultation.endsOn, locale);
  if (consultation.state === "closed") return <p className={styles.consultation}>{t("closed", { from: formatDate(consultation.opensOn, locale), until })}</p>;
  return (
    <p className={`${styles.consultation} ${styles.open}`}>
      {t("open", { until, days: consultation.daysLeft })} <a href="#comments" data-screen-only>{t("say")}</a>
    </p>
  );
}
