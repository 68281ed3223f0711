import { useTranslations, type Locale } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Table } from "#components/ui/table.tsx";
import type { Cell, Figure } from "#lib/figures/schema.ts";
import { tellFigure, type ToldCell } from "./told-figure.ts";

const numeric = (cell: Cell | undefined) => cell?.is === "count" || cell?.is === "money" || cell?.is === "blank";

/** A figure as a table; its first cell leads to what the row is about. */
export function FigureTable({ figure, locale }: { figure: Figure; locale: Locale }) {
  const t = useTranslations();
  const told = tellFigure(figure, locale, t);
  const isNumeric = (index: number) => figure.rows.length > 0 && figure.rows.every(({ cells }) => numeric(cells[index])) && figure.rows.some(({ cells }) => cells[index]?.is !== "blank");
  return (
    <Table
      caption={told.title}
      captionHidden
      columns={told.headings.map((label, index) => ({ label, numeric: isNumeric(index) }))}
      rows={told.rows.map(({ key, href, cells }) => ({ key, cells: cells.map((cell, index) => (index === 0 && href ? <Link key="link" href={href}><Told cell={cell} /></Link> : <Told key={index} cell={cell} />)) }))}
    />
  );
}

function Told({ cell: { text, lang } }: { cell: ToldCell }) {
  return lang ? <span lang={lang}>{text}</span> : text;
}
