import { useTranslations, type Locale } from "next-intl";
import { LedgerLine, LedgerList } from "#components/ui/ledger-line.tsx";
import { cellOf } from "#lib/figures/rules.ts";
import type { Figure } from "#lib/figures/schema.ts";
import { tellCell } from "./told-figure.ts";

/** What changed, a sentence each, with a link to where it is told at length. */
export function ChangeList({ figure, locale }: { figure: Figure; locale: Locale }) {
  const t = useTranslations();
  if (figure.rows.length === 0) return null;
  return (
    <LedgerList>
      {figure.rows.map((row) => {
        const [number, title, axis, who, before, after] = ["number", "title", "axis", "who", "before", "after"].map((key) => tellCell(cellOf(figure, row, key), locale, t));
        return (
          <LedgerLine key={row.key} code={number?.text ?? ""} href={row.href ?? ""} title={<span lang={title?.lang}>{title?.text}</span>}>
            <p>{axis?.text} – {t("figures.changes.one", { who: who?.text ?? "", before: before?.text ?? "", after: after?.text ?? "" })}</p>
          </LedgerLine>
        );
      })}
    </LedgerList>
  );
}
