import { useTranslations, type Locale } from "next-intl";
import type { ConsultationState } from "#lib/record/consultations/rules.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import styles from "./consultation-notice.module.css";

interface Props {
  /** What people are asked about. On a plan's page comments are made on its commitments. */
  of: "plan" | "commitment" | "report";
  consultation: ConsultationState;
  locale: Locale;
}

/** Whether the public is asked about a draft, until when, and where to answer. */
export function ConsultationNotice({ of, consultation, locale }: Props) {
  const t = useTranslations("consultations");
  if (consultation.state === "none") return of === "report" ? <p className={styles.consultation}>{t("none")}</p> : null;
  const [from, until] = [formatDate(consultation.opensOn, locale), formatDate(consultation.endsOn, locale)];
  if (consultation.state === "closed") return <p className={styles.consultation}>{t(`closed.${of}`, { from, until })}</p>;
  return (
    <p className={`${styles.consultation} ${styles.open}`}>
      {t(`open.${of}`, { from, until, days: consultation.daysLeft })} <a href={of === "plan" ? "#commitments" : "#comments"} data-screen-only>{t(`say.${of}`)}</a>
    </p>
  );
}
