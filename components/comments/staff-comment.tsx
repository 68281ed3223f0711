import { useTranslations, type Locale } from "next-intl";
import { SectionLink } from "#components/comments/section-link.tsx";
import { SubjectLink } from "#components/comments/subject-link.tsx";
import { FactList } from "#components/ui/fact-list.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import type { StaffComment } from "#lib/comments/moderation/queries.ts";
import { formatDate, formatDateTime } from "#lib/platform/i18n/formats.ts";
import styles from "./comment-entry.module.css";

/** What is known of a comment and its text, for those who decide on it. */
export function StaffCommentText({ comment, locale }: { comment: StaffComment; locale: Locale }) {
  const t = useTranslations("comments");
  const status = useTranslations("status.comment");
  const languages = useTranslations("ui.languages");
  const { moderation, publishedAt } = comment;
  const refused = moderation && [
    { label: t("workspace.reasonLabel"), value: t("workspace.refusedFor", { reason: t(`reason.${moderation.code}`), date: moderation.at ? formatDate(moderation.at, locale) : "" }) },
    ...(moderation.note ? [{ label: t("workspace.noteLabel"), value: moderation.note }] : []),
  ];
  return (
    <>
      <FactList
        facts={[
          { label: t("workspace.about"), value: <SubjectLink subject={comment.subject} locale={locale} part="comments" /> },
          ...(comment.section ? [{ label: t("workspace.section"), value: <SectionLink section={comment.section} path={comment.subject.path} locale={locale} /> }] : []),
          { label: t("workspace.from"), value: comment.name ?? t("anonymous") },
          { label: t("workspace.confirmedAt"), value: formatDateTime(comment.confirmedAt, locale) },
          ...(publishedAt ? [{ label: t("workspace.publishedAt"), value: formatDateTime(publishedAt, locale) }] : []),
          { label: t("workspace.language"), value: languages(comment.locale) },
          { label: t("workspace.status"), value: status(comment.status) },
          ...(refused ?? []),
        ]}
      />
      <SectionHeading id="text">{t("workspace.text")}</SectionHeading>
      <p className={styles.body} lang={comment.locale === locale ? undefined : comment.locale}>{comment.body}</p>
    </>
  );
}
