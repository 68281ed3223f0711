import { useTranslations, type Locale } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { LocalizedParagraphs } from "#components/ui/localized-text.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { eventPath } from "#lib/process/rules.ts";
import type { EventRecord } from "#lib/process/events/queries.ts";
import styles from "./process.module.css";

interface Props {
  record: EventRecord;
  /** What was just done: "saved", "published". */
  done: string;
  locale: Locale;
}

/** What was just done with an event, since when it is public and edited, and why it was cancelled. */
export function EventNotices({ record: { status, slug, publishedAt, editedAt, cancelReason }, done, locale }: Props) {
  const t = useTranslations("process.event");
  return (
    <>
      {done === "published" && status === "published" && <Notice tone="success" live title={t("published")} />}
      {done === "saved" && status === "draft" && <Notice tone="success" live title={t("savedDraft")} />}
      {cancelReason && <Notice tone="info" title={t("cancelReason")}><LocalizedParagraphs value={cancelReason} locale={locale} /></Notice>}
      {publishedAt && (
        <p className={styles.apart}>
          {t("publishedOn", { date: formatDate(publishedAt, locale) })} {editedAt && t("editedOn", { date: formatDate(editedAt, locale) })} <Link href={eventPath(slug)}>{t("publicPage")}</Link>
        </p>
      )}
    </>
  );
}
