import { useTranslations, type Locale } from "next-intl";
import { LocalizedParagraphs, LocalizedText } from "#components/ui/localized-text.tsx";
import type { PublicResponse } from "#lib/comments/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import styles from "./comment-entry.module.css";

/** A published response: who answers, what becomes of the comment, why, and after how many days. */
export function ResponseEntry({ response, days, locale }: { response: PublicResponse; days: number; locale: Locale }) {
  const t = useTranslations("comments");
  const status = useTranslations("status.disposition");
  return (
    <div className={styles.response}>
      <p className={styles.organisation}>
        {t("responseOf")} <LocalizedText value={response.organisation} locale={locale} />
      </p>
      <p className={styles.disposition}>{status(response.disposition)}</p>
      <LocalizedParagraphs value={response.text} locale={locale} />
      <p className={styles.quiet}>
        <time dateTime={response.publishedAt.toISOString()}>{formatDate(response.publishedAt, locale)}</time>, {t("answeredAfter", { days })}
      </p>
    </div>
  );
}
