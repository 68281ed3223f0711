import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import type { SheetProblem } from "#lib/imports/workbooks/schema.ts";

const told = 12;
const messages = ["termNotRead", "termAndWords", "sumNotRead", "numberNotRead", "sourceNotRead", "numberCounted"] as const;

/** What could not be read as a value, cell by cell, each with its place. */
export function KeptAsText({ notes }: { notes: readonly SheetProblem[] }) {
  const t = useTranslations("loose-plans");
  if (notes.length === 0) return null;
  return (
    <Notice tone="info" title={t("preview.notes")}>
      <p>{t("preview.notesLead", { count: notes.length })}</p>
      <ul>
        {notes.slice(0, told).map(({ message, place, values }, index) => {
          const known = messages.find((one) => one === message);
          return <li key={index}>{t("preview.note", { cell: place?.cell ?? "", value: values.value ?? "" })} {known && t(`notes.${known}`)}</li>;
        })}
        {notes.length > told && <li>{t("preview.moreNotes", { count: notes.length - told })}</li>}
      </ul>
    </Notice>
  );
}
