import { locales, type Localized } from "#lib/record/localized/schema.ts";
import type { Axis, Cell, Counted, Figure, FigureColumn, FigureRow, Noun, Word, WordValue } from "./schema.ts";

/** So many rows of a figure stand on a page; the others are added up in one row, and stand each in the CSV. */
export const mostRows = 40;

export const none: Cell = { is: "none" };
export const blank: Cell = { is: "blank" };
export const count = (value: number): Cell => ({ is: "count", value });
export const word = (key: string, values?: Record<string, WordValue>): Word => (values ? { key, values } : { key });
export const saying = (key: string, values?: Record<string, WordValue>): Cell => ({ is: "word", word: word(key, values) });

/** What is counted, by the words of a plan. */
export function nounOf(of: Counted, vocabulary: string): Noun {
  if (vocabulary !== "activity") return of;
  return of === "milestones" ? "subactivities" : "activities";
}

/** Several texts as one, in each language that any of them has. */
export function joined(texts: readonly Localized[]): Localized {
  const said = (locale: (typeof locales)[number]) => texts.map((text) => text[locale] ?? locales.map((other) => text[other]).find(Boolean)).filter(Boolean).join(" · ");
  return Object.fromEntries(locales.filter((locale) => texts.some((text) => text[locale])).map((locale) => [locale, said(locale)]));
}

/** The counts of a row on one axis, by the keys of their columns. */
export function countsOf(figure: Pick<Figure, "columns">, row: FigureRow, axis: Axis): { column: FigureColumn; value: number }[] {
  return figure.columns.flatMap((column, index) => {
    const cell = row.cells[index];
    return column.axis === axis && cell?.is === "count" ? [{ column, value: cell.value }] : [];
  });
}

/** The cell of a row in a column; `none` where there is no such column. */
export function cellOf(figure: Pick<Figure, "columns">, row: FigureRow, key: string): Cell {
  return row.cells[figure.columns.findIndex((column) => column.key === key)] ?? none;
}

/** The count of a row in a column; 0 where it has none. */
export function countIn(figure: Pick<Figure, "columns">, row: FigureRow, key: string): number {
  const cell = cellOf(figure, row, key);
  return cell.is === "count" ? cell.value : 0;
}

/** The figure with so many rows, the others as one row that has the sums of their counts: totals stay what they are. */
export function folded(figure: Figure, most = mostRows): Figure {
  const rest = figure.rows.slice(most - 1);
  if (rest.length <= 1) return figure;
  const cells = figure.columns.map((_, index): Cell => {
    if (index === 0) return saying("figures.rest", { count: rest.length });
    const values = rest.map((row) => row.cells[index] ?? none);
    return values.every((cell) => cell.is === "count") ? count(values.reduce((sum, cell) => sum + (cell.is === "count" ? cell.value : 0), 0)) : blank;
  });
  return { ...figure, notes: [...figure.notes, word("figures.restNote", { count: rest.length })], rows: [...figure.rows.slice(0, most - 1), { key: "rest", cells }] };
}
