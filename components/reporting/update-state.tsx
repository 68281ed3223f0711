import { useTranslations, type Locale } from "next-intl";
import type { UpdateForm } from "#lib/reporting/queries.ts";
import { formatDateTime } from "#lib/platform/i18n/formats.ts";
import { Notice } from "#components/ui/notice.tsx";
import styles from "./reporting.module.css";

/** Where this period's report stands before anything is typed: returned and why, sent, accepted, or a draft by whom. */
export function UpdateState({ data: { subject, working }, locale }: { data: UpdateForm; locale: Locale }) {
  const t = useTranslations("reporting.form");
  const at = (date: Date | null) => (date ? formatDateTime(date, locale) : "");
  const returned = working && working.status !== "submitted" ? working.returned : null;
  return (
    <>
      {returned && (
        <Notice tone="warning" title={t("returnedTitle")}>
          <p className={styles.note}>{returned.note}</p>
          <p className={styles.soft}>{t("returnedBy", { name: returned.by, at: at(returned.at) })}</p>
        </Notice>
      )}
      {working?.status === "submitted" && <Notice tone="info" title={t("submittedTitle")}><p>{t("submittedText", { at: at(working.submittedAt) })}</p></Notice>}
      {subject.accepted && <Notice tone="info" title={t("acceptedTitle")}><p>{t("acceptedText")}</p></Notice>}
      {working?.status === "draft" && <p className={styles.soft}>{t("draftBy", { name: working.savedBy, at: at(working.savedAt) })}</p>}
    </>
  );
}
