import { useTranslations, type Locale } from "next-intl";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Table } from "#components/ui/table.tsx";
import type { SaidProblem } from "#lib/imports/queries.ts";

interface Props {
  importId: string;
  problems: readonly SaidProblem[];
  /** How many there are in all. */
  count: number;
  /** A workbook of which a marked-up copy can be made. */
  canMarkUp: boolean;
  locale: Locale;
}

/** Everything that has to be put right first, each with its place. */
export function ProblemSection({ importId, problems, count, canMarkUp, locale }: Props) {
  const t = useTranslations("imports.preview");
  if (count === 0) return null;
  const rows = problems.map(({ where, what, expected }, index) => ({ key: String(index), cells: [where, what, expected] }));
  return (
    <>
      <Notice tone="error" title={t("wrong", { count })}><p>{t("wrongNote")}</p></Notice>
      {canMarkUp && <p><a href={`/api/imports/${importId}/marked-up?locale=${locale}`} download>{t("markedUp")}</a></p>}
      <Table caption={t("problems")} columns={[{ label: t("where") }, { label: t("what") }, { label: t("expected") }]} rows={rows} />
      {count > problems.length && <p>{t("more", { count: count - problems.length })}</p>}
    </>
  );
}

/** What a loose document said in words that could not be read as values. */
export function NoteSection({ notes, count }: { notes: readonly SaidProblem[]; count: number }) {
  const t = useTranslations("imports.preview");
  if (count === 0) return null;
  return (
    <Disclosure summary={`${t("notes")} (${count})`}>
      <p>{t("notesLead")}</p>
      <ul>{notes.map(({ where, what }, index) => <li key={index}>{where}: {what}</li>)}</ul>
    </Disclosure>
  );
}
