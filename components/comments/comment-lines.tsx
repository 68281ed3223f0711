import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { subjectName } from "#lib/comments/rules.ts";
import type { CommentLine } from "#lib/comments/moderation/queries.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";

interface Props {
  id: string;
  title: string;
  lines: readonly CommentLine[];
  locale: Locale;
  /** Stands where there are no lines. */
  empty: string;
  /** What is said at the end of a line: how long it waits, or how it ended. */
  aside: "days" | "outcome";
}

/** Comments as lines of a ledger: what they begin with, who wrote and on what, how long they wait. */
export function CommentLines({ id, title, lines, locale, empty, aside }: Props) {
  const t = useTranslations("comments");
  const status = useTranslations("status");
  const outcome = ({ status: comment, responseStatus }: CommentLine) =>
    comment === "published" ? status(`response.${responseStatus}`) : status(`comment.${comment}`);
  return (
    <>
      <SectionHeading id={id} note={lines.length > 0 && t("count", { count: lines.length })}>{title}</SectionHeading>
      {lines.length === 0 ? <p>{empty}</p> : (
        <LedgerList>
          {lines.map((line) => (
            <LedgerLine
              key={line.id}
              href={`/workspace/comments/${line.id}`}
              title={<span lang={line.locale === locale ? undefined : line.locale}>{line.beginning}</span>}
              aside={aside === "days" ? t("workspace.days", { days: line.days }) : outcome(line)}
            >
              {t("workspace.by", { name: line.name ?? t("anonymous"), date: formatDate(line.confirmedAt, locale) })}
              <br />
              {subjectName(line.subject, locale)}
            </LedgerLine>
          ))}
        </LedgerList>
      )}
    </>
  );
}
