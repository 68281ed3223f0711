import { useTranslations, type Locale } from "next-intl";
import type { ReactNode } from "react";
import { CommentEntry } from "#components/comments/comment-entry.tsx";
import { CommentForm } from "#components/comments/comment-form.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { CommentPage, PublicComment } from "#lib/comments/queries.ts";
import type { CommentSubject } from "#lib/comments/schema.ts";
import styles from "./comment-section.module.css";

interface Props {
  subject: CommentSubject;
  comments: CommentPage;
  locale: Locale;
  /** The page this stands on, without its language: "/reports/annual-2019". */
  returnPath: string;
  /** What of the page a comment is about, where it says so. */
  about?: (comment: PublicComment) => ReactNode;
}

/** What people said of a commitment or report, what was answered, and the form to say something. */
export function CommentSection({ subject, comments, locale, returnPath, about }: Props) {
  const t = useTranslations("comments");
  return (
    <section aria-labelledby="comments">
      <SectionHeading id="comments" note={comments.total > 0 && t("count", { count: comments.total })}>{t("heading")}</SectionHeading>
      {comments.items.length === 0 && <p className={styles.empty}>{t("empty")}</p>}
      {comments.items.length > 0 && (
        <ol role="list" className={styles.list}>
          {comments.items.map((comment) => <CommentEntry key={comment.id} comment={comment} locale={locale} about={about?.(comment)} />)}
        </ol>
      )}
      <Pagination page={comments.page} pages={comments.pages} hrefFor={(page) => `${returnPath}?comments=${page}#comments`} />
      {comments.closed ? <p className={styles.closed}>{t(`closed.${subject.kind}.${comments.closed}`)}</p> : (
        <div className={styles.write} data-screen-only>
          <SectionHeading id="write-a-comment" level={3}>{t("form.heading")}</SectionHeading>
          <p className={styles.lead}>{t("form.lead")}</p>
          <CommentForm subject={subject} locale={locale} />
        </div>
      )}
    </section>
  );
}
