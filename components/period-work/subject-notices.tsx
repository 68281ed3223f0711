import { useTranslations, type Locale } from "next-intl";
import styles from "#components/reporting/reporting.module.css";
import { Notice } from "#components/ui/notice.tsx";
import { formatDateTime } from "#lib/platform/i18n/formats.ts";
import type { WorkItem } from "#lib/boards/period-work/queries.ts";

/** What the Secretariat said of it before anything is typed: returned and why, sent, or accepted. */
export function SubjectNotices({ item: { subject, working }, locale }: { item: WorkItem; locale: Locale }) {
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
