import { columnLetters } from "#lib/sheets/cells.ts";
import { cellText, takeCell } from "./cell-values.ts";
import { workbookLimits, type Cell, type RawSheet } from "#lib/sheets/schema.ts";
import { type Place, type Places, type SheetProblem, type WorkbookTerms } from "./schema.ts";
import { headingField, headingIndex, type Column, type Heading, type SheetModel } from "./sheets.ts";
import { localizedOf, plain } from "./values.ts";

/** One row, its cells as values by their fields; not yet put in its place in the plan. */
export interface Row {
  sheet: string;
  number: number;
  fields: Record<string, unknown>;
  /** What it says it stands under: of milestones and lines. */
  under: { commitment?: string; milestone?: string; parent?: string };
  /** Problems of its cells; their paths follow when it is known where the row belongs. */
  problems: { field: string; message: string; values: Record<string, string> }[];
}

/** A sheet as rows of values. */
export interface Table {
  sheet: string;
  rows: Row[];
  /** Of the sheet as a whole and of its headings. */
  problems: SheetProblem[];
  columns: Places["columns"][string];
}

export function placeIn(sheet: string, row: number | null, column: string | null = null, heading: string | null = null): Place {
  return { sheet, row, column, heading, cell: row !== null && column !== null ? `${column}${row}` : null };
}

function filledColumns(rows: RawSheet["rows"]): Set<number> {
  const filled = new Set<number>();
  for (const { cells } of rows) cells.forEach((cell, index) => (typeof cell !== "string" || cell.trim() !== "") && cell !== undefined && filled.add(index));
  return filled;
}

/** What the first row says the columns are. A column that is headed by nothing we know, and is not empty, is a problem. */
function readHeadings(sheet: RawSheet, model: SheetModel, terms: WorkbookTerms) {
  const known = headingIndex(model, terms);
  const [first, ...rows] = sheet.rows;
  const headings = new Map<number, Heading>();
  const problems: SheetProblem[] = [];
  const columns: Table["columns"] = {};
  const filled = filledColumns(rows);
  const seen = new Set<string>();
  for (let index = 0; index < Math.max(first?.cells.length ?? 0, ...[...filled].map((column) => column + 1)); index += 1) {
    const cell = first?.cells[index];
    const words = cell === undefined ? "" : cellText(cell).trim();
    if (!filled.has(index) && words === "") continue;
    const heading = headingOf(words, known);
    const name = heading ? `${headingField(heading)} ${heading.piece}` : "";
    const place = placeIn(sheet.name, first?.number ?? 1, columnLetters(index), words || null);
    if (!heading) {
      if (filled.has(index)) problems.push({ path: "", message: words ? "unknownHeading" : "noHeading", values: { value: words, sheet: model.name }, place });
    } else if (seen.has(name)) problems.push({ path: "", message: "headingTwice", values: { value: words, sheet: model.name }, place });
    else {
      headings.set(index, heading);
      columns[headingField(heading)] ??= { column: columnLetters(index), heading: words };
      seen.add(name);
    }
  }
  return { headings, problems: [...problems, ...missingColumns(sheet, model, headings)], columns };
}

/** The heading that words name: also a further piece of a long text, "… 2". */
function headingOf(words: string, known: ReadonlyMap<string, Heading>): Heading | undefined {
  const whole = known.get(plain(words));
  const piece = /^(.*\S)\s+(\d{1,2})$/.exec(words);
  if (whole || !piece) return whole;
  const first = known.get(plain(piece[1] ?? ""));
  return first?.column.long && Number(piece[2]) > 1 ? { ...first, piece: Number(piece[2]) - 1 } : undefined;
}

function missingColumns(sheet: RawSheet, model: SheetModel, headings: ReadonlyMap<number, Heading>): SheetProblem[] {
  const there = new Set([...headings.values()].map(({ column }) => column.field));
  return model.columns
    .filter(({ field, required }) => required && !there.has(field))
    .map(({ field }) => ({ path: "", message: "missingColumn", values: { sheet: model.name, field }, place: placeIn(sheet.name, sheet.rows[0]?.number ?? 1) }));
}

/** Cells of one field, in the order of its pieces. */
type Pieces = Map<string, { heading: Heading; cells: Cell[] }>;

function piecesOf(cells: readonly (Cell | undefined)[], headings: ReadonlyMap<number, Heading>): Pieces {
  const pieces: Pieces = new Map();
  for (const [index, heading] of headings) {
    const cell = cells[index];
    if (cell === undefined || (typeof cell === "string" && cell.trim() === "" && !heading.column.long)) continue;
    const field = headingField(heading);
    const found = pieces.get(field) ?? { heading, cells: [] };
    found.cells[heading.piece] = cell;
    pieces.set(field, found);
  }
  return pieces;
}

const joined = (cells: readonly Cell[]): Cell => (cells.length === 1 && cells[0] !== undefined ? cells[0] : cells.map((cell) => (cell === undefined ? "" : cellText(cell))).join(""));

function readRow({ sheet, model }: { sheet: string; model: SheetModel }, { number, cells }: RawSheet["rows"][number], headings: ReadonlyMap<number, Heading>, terms: WorkbookTerms): Row {
  const row: Row = { sheet, number, fields: {}, under: {}, problems: [] };
  const texts = new Map<Column, Record<string, string>>();
  for (const [field, { heading, cells: pieces }] of piecesOf(cells, headings)) {
    const { value, problem } = takeCell(joined(pieces), heading.column, terms);
    if (problem) row.problems.push({ field, ...problem });
    if (heading.locale === null) {
      if (value === "") continue;
      if (model.under?.includes(heading.column.field as "parent")) row.under[heading.column.field as "parent"] = String(value);
      else row.fields[heading.column.field] = value;
    } else texts.set(heading.column, { ...texts.get(heading.column), [heading.locale]: String(value).trim() });
  }
  for (const [column, languages] of texts) {
    const value = localizedOf(languages);
    if (value) row.fields[column.field] = value;
  }
  return row;
}

/** Reads a sheet by its model: headings in any language and order, cells by what their columns hold. */
export function readTable(sheet: RawSheet, model: SheetModel, terms: WorkbookTerms): Table {
  const { headings, problems, columns } = readHeadings(sheet, model, terms);
  const rows = sheet.rows.slice(1, workbookLimits.rows).map((row) => readRow({ sheet: sheet.name, model }, row, headings, terms));
  return { sheet: sheet.name, rows: rows.filter(({ fields, under, problems: wrong }) => Object.keys(fields).length + Object.keys(under).length + wrong.length > 0), problems, columns };
}
