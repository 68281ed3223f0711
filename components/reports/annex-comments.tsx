import { useTranslations, type Locale } from "next-intl";
import { LocalizedParagraphs, LocalizedText } from "#components/ui/localized-text.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { Table } from "#components/ui/table.tsx";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import { findSection } from "#lib/reports/snapshots/rules.ts";
import type { Snapshot, SnapshotComment } from "#lib/reports/snapshots/schema.ts";
import { anchorOfSection } from "./anchor.ts";
import { nameOfSection } from "./section-name.ts";
import styles from "./reports.module.css";

interface Props {
  comments: NonNullable<Snapshot["comments"]>;
  snapshot: Snapshot;
  locale: Locale;
}

/** Every published comment with its response, and how many were not published, by reason. */
export function AnnexComments({ comments: { published, refused }, snapshot, locale }: Props) {
  const t = useTranslations("reports.annexes");
  const reasons = useTranslations("comments.reason");
  return (
    <>
      <SectionHeading id="comments-and-responses" level={3}>{t("comments")}</SectionHeading>
      <p>{t("commentsLead", { count: published.length, answered: published.filter(({ response }) => response).length })}</p>
      {published.length > 0 && (
        <Table
          caption={t("comments")} captionHidden columns={[{ label: t("who") }, { label: t("comment") }, { label: t("response") }]}
          rows={published.map((comment) => ({
            key: comment.id,
            cells: [<Who key="who" comment={comment} locale={locale} />, <Said key="said" comment={comment} snapshot={snapshot} locale={locale} />, <Answered key="answered" comment={comment} locale={locale} />],
          }))}
        />
      )}
      {refused.length > 0 && (
        <Table
          caption={t("refused")} columns={[{ label: t("reason") }, { label: t("count"), numeric: true }]}
          rows={refused.map(({ code, count }) => ({ key: code, cells: [reasons.has(code) ? reasons(code) : code, count] }))}
        />
      )}
    </>
  );
}

function Who({ comment: { author, publishedAt, reportVersion }, locale }: { comment: SnapshotComment; locale: Locale }) {
  const [t, comments] = [useTranslations("reports.annexes"), useTranslations("comments")];
  return (
    <>
      {author ?? comments("anonymous")}
      <p className={styles.fine}>{formatDate(new Date(publishedAt), locale)}{reportVersion !== null && `; ${t("onVersion", { number: reportVersion })}`}</p>
    </>
  );
}

function Said({ comment: { body, locale: lang, sectionKey }, snapshot, locale }: { comment: SnapshotComment; snapshot: Snapshot; locale: Locale }) {
  const [t, sections] = [useTranslations("reports.annexes"), useTranslations("reports.sections")];
  const section = sectionKey === null ? null : findSection(snapshot, sectionKey);
  return (
    <>
      <p className={styles.fine}>{sectionKey === null ? t("whole") : section ? <a href={`#${anchorOfSection(section)}`}>{nameOfSection(section, locale, sections)}</a> : t("gone")}</p>
      <p className={styles.said} lang={lang === locale ? undefined : lang}>{body}</p>
    </>
  );
}

function Answered({ comment: { response }, locale }: { comment: SnapshotComment; locale: Locale }) {
  const [words, none] = [useTranslations("status.disposition"), useTranslations("status.response")];
  if (!response) return <span className={styles.soft}>{none("none")}</span>;
  return (
    <>
      <b>{words.has(response.disposition) ? words(response.disposition) : response.disposition}</b>
      <LocalizedParagraphs value={response.text} locale={locale} />
      <p className={styles.fine}><LocalizedText value={response.organisation.name} locale={locale} />, {formatDate(new Date(response.publishedAt), locale)}</p>
    </>
  );
}
