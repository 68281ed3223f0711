import { useTranslations, type Locale } from "next-intl";
import type { ReactNode } from "react";
import { ResponseEntry } from "#components/comments/response-entry.tsx";
import type { PublicComment } from "#lib/comments/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import styles from "./comment-entry.module.css";

interface Props {
  comment: PublicComment;
  locale: Locale;
  /** What of the page it is about, where the comment says so. */
  about?: ReactNode;
}

/** One entry of the ledger: who said what and when, and under it the response or how long it is awaited. */
export function CommentEntry({ comment, locale, about }: Props) {
  const t = useTranslations("comments");
  const date = formatDate(comment.publishedAt, locale);
  if (comment.hiddenFor) {
    return (
      <li id={`comment-${comment.id}`} className={styles.entry}>
        <p className={styles.quiet}>{t("hidden")} {t("why", { reason: t(`reason.${comment.hiddenFor}`) })}</p>
      </li>
    );
  }
  return (
    <li id={`comment-${comment.id}`} className={styles.entry}>
      <p className={styles.head}>
        <span className={comment.name ? styles.name : styles.anonymous}>{comment.name ?? t("anonymous")}</span>{" "}
        <a href={`#comment-${comment.id}`} className={styles.date}><time dateTime={comment.publishedAt.toISOString()}>{date}</time></a>
      </p>
      {about && <p className={styles.quiet}>{about}</p>}
      <p className={styles.body} lang={comment.locale === locale ? undefined : comment.locale}>{comment.body}</p>
      {comment.response
        ? <ResponseEntry response={comment.response} days={comment.days} locale={locale} />
        : <p className={styles.waiting}>{t("waiting", { days: comment.days })}</p>}
    </li>
  );
}
