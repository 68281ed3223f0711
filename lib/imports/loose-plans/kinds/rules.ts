import { plain } from "#lib/imports/workbooks/values.ts";
import { numberBefore, numberIn } from "../entries/rules.ts";
import { headingRows } from "../headings/rules.ts";
import { listIn } from "../lists/rules.ts";
import { partNamed, wordsOf } from "../parts/rules.ts";
import type { ColumnField, ColumnMapping, LooseRow, LooseTable, RowKind } from "../schema.ts";

/** Rows that may state something: in a table, and no headings. */
export function dataRows(table: LooseTable): number[] {
  const heads = headingRows(table);
  return table.rows.flatMap((row, index) => (row.table === 0 || heads.has(index) ? [] : [index]));
}

const total = /^(სულ|ჯამი|ჯამში|სულ ჯამი|total|sum|grand total)(?![a-zა-ჰ])/;

/** What each row is, before a person has said so. */
export function guessKinds(table: LooseTable, columns: readonly ColumnMapping[]): RowKind[] {
  const heads = headingRows(table);
  const at = (field: ColumnField) => columns.findIndex((column) => column.field === field);
  const seen: Seen = { table, columns, number: at("number"), title: at("title"), milestones: at("milestones"), numbered: false };
  const data = dataRows(table);
  seen.numbered = data.filter((row) => numberOf(table.rows[row], seen) !== null).length * 2 >= data.filter((row) => wordsOf(table.rows[row] as LooseRow).length > 1).length;
  const kinds: RowKind[] = [];
  let above: string | null = null;
  table.rows.forEach((row, index) => {
    const kind = row.table === 0 || heads.has(index) ? aroundKind(row) : dataKind(row, table.rows[index + 1], above, seen);
    if (kind === "commitment") above = numberOf(row, seen) ?? "";
    kinds.push(kind);
  });
  return kinds;
}

interface Seen {
  table: LooseTable;
  columns: readonly ColumnMapping[];
  number: number;
  title: number;
  milestones: number;
  /** Most rows of the document have a number. */
  numbered: boolean;
}

/** A paragraph or a row of headings that starts a part, or says nothing of the table. */
function aroundKind(row: LooseRow): RowKind {
  const [first = ""] = wordsOf(row);
  const named = first.length <= 1_000 ? partNamed(first) : null;
  return named && (row.table > 0 || (named.title !== "" && first.split("\n").length === 1)) ? named.kind : "left_out";
}

const cellOf = (row: LooseRow | undefined, column: number) => (column === -1 || row?.cells[column]?.filled === "left" ? "" : (row?.cells[column]?.text ?? ""));

/** The number of a row: in its own column, or before the title. */
function numberOf(row: LooseRow | undefined, { number, title }: Seen): string | null {
  const cell = cellOf(row, number);
  return numberIn(cell) ?? numberBefore(cell)?.number ?? (number === -1 ? (numberBefore(cellOf(row, title))?.number ?? null) : null);
}

function dataKind(row: LooseRow, next: LooseRow | undefined, above: string | null, seen: Seen): RowKind {
  const said = wordsOf(row);
  const [first = ""] = said;
  const named = partNamed(first);
  if (said.length === 0 || total.test(plain(first))) return "left_out";
  if (named && said.length <= 2) return named.kind;
  if (said.length === 1 && numberIn(first) === null && isBanner(row, first, next, seen)) return "objective";
  const own = row.cells[seen.number === -1 ? seen.title : seen.number];
  if (own?.filled === "above" && own.text !== "") return hasOwn(row, seen.milestones) || (seen.milestones === -1 && hasOwn(row, seen.title)) ? "milestone" : "continued";
  const number = numberOf(row, seen);
  if (number !== null) return above && number.startsWith(`${above}.`) ? "milestone" : "commitment";
  return unnumberedKind(row, next, above, seen);
}

const hasOwn = (row: LooseRow, column: number) => column !== -1 && row.cells[column]?.text !== "" && !row.cells[column]?.filled;

/** One text across the table, or alone in its first cell before a row that is whole: a title of what follows. */
function isBanner(row: LooseRow, text: string, next: LooseRow | undefined, seen: Seen): boolean {
  const wide = row.cells.filter(({ filled }) => filled === "left").length >= Math.max(1, Math.floor(row.cells.length / 2) - 1);
  const alone = row.cells[0]?.text === text && next !== undefined && next.table > 0 && numberOf(next, seen) !== null && !lacksTitle(next, seen);
  return wide || (alone && row.cells.length > 2);
}

/** Numbered, but its title is missing, or begins with a point of its list: the beginning was cut off. */
function lacksTitle(row: LooseRow, seen: Seen): boolean {
  const number = numberOf(row, seen);
  const title = cellOf(row, seen.title);
  return number !== null && (title === "" || listIn(title, number)?.lead === "");
}

/** A row without a number in a document that numbers: the piece of a row that a page break has cut. */
function unnumberedKind(row: LooseRow, next: LooseRow | undefined, above: string | null, seen: Seen): RowKind {
  const title = cellOf(row, seen.title);
  if (!seen.numbered) return hasOwn(row, seen.title) ? "commitment" : hasOwn(row, seen.milestones) ? "milestone" : above === null ? "left_out" : "continued";
  const words = title || cellOf(row, seen.number);
  if (words && next && next.table > 0 && lacksTitle(next, seen)) return "begins";
  if (above === null) return "left_out";
  return hasOwn(row, seen.milestones) && numberBefore(cellOf(row, seen.milestones)) !== null ? "milestone" : "continued";
}
