import type { Locale } from "#lib/record/localized/schema.ts";
import type { PlanFile } from "#lib/imports/plan-files/schema.ts";
import { columnLetters } from "#lib/sheets/cells.ts";
import { csvOf, zipOf } from "#lib/sheets/csv.ts";
import { examplePlan } from "./example.ts";
import { readMeRows } from "./read-me.ts";
import { listNames, type ListName, type WorkbookFormat, type WorkbookTerms } from "./schema.ts";
import { fileNameOf, sheetLabel, type Column } from "./sheets.ts";
import { columnOf, tablesOf, type WrittenTable } from "./tables.ts";
import { labelOf } from "./values.ts";
import { quoted, xlsxOf, type Choice, type SheetFile } from "#lib/sheets/xlsx-file.ts";

/** Rows for which a sheet offers its choices. */
const offeredRows = 5_000;

/** A hidden sheet that holds what closed columns offer: one column a list, its name first. */
function listsSheet(locale: Locale, terms: WorkbookTerms): SheetFile {
  const longest = Math.max(...listNames.map((name) => terms.lists[name].length));
  const rows = Array.from({ length: longest + 1 }, (_, row) =>
    listNames.map((name) => {
      const entry = terms.lists[name][row - 1];
      const value = row === 0 ? name : entry ? labelOf(terms.lists[name], entry.code, locale) : null;
      return value === null ? null : { value, look: "plain" as const };
    }),
  );
  return { name: sheetLabel("lists", locale, terms), columns: [], rows, frozen: false, hidden: true };
}

function listSource(list: ListName, locale: Locale, terms: WorkbookTerms): string {
  const column = columnLetters(listNames.indexOf(list));
  return `${quoted(sheetLabel("lists", locale, terms))}!$${column}$2:$${column}$${terms.lists[list].length + 1}`;
}

/** Where the keys stand by which rows of other sheets may be named. */
const keysOf = { organisation: ["organisations", "key"], part: ["parts", "key"], commitment: ["commitments", "slug"] } as const;

function choiceOf(column: Column, cells: string, tables: readonly WrittenTable[], locale: Locale, terms: WorkbookTerms): Choice | null {
  if (column.list && (column.kind === "choice" || column.kind === "yesNo")) return terms.lists[column.list].length > 0 ? { cells, source: listSource(column.list, locale, terms), warned: true } : null;
  if (column.kind !== "organisation" && column.kind !== "part" && column.kind !== "commitment") return null;
  const [sheet, field] = keysOf[column.kind];
  const table = tables.find(({ model }) => model.name === sheet);
  if (!table) return null;
  const letters = columnLetters(columnOf(table, field));
  return { cells, source: `${quoted(sheetLabel(sheet, locale, terms))}!$${letters}$2:$${letters}$${offeredRows}`, warned: false };
}

function sheetOf(table: WrittenTable, tables: readonly WrittenTable[], locale: Locale, terms: WorkbookTerms): SheetFile {
  const looks = table.headings.map(({ column }) => (column.kind === "number" ? ("number" as const) : ("text" as const)));
  return {
    name: sheetLabel(table.model.name, locale, terms),
    columns: table.headings.map(({ column }, index) => ({ width: column.width ?? 14, look: looks[index] ?? "text" })),
    rows: [
      table.labels.map((value, index) => ({ value, look: table.headings[index]?.column.required ? ("required" as const) : ("heading" as const) })),
      ...table.rows.map((cells) => cells.map((value, index) => (value === null ? null : { value, look: typeof value === "number" ? ("number" as const) : (looks[index] ?? "text") }))),
    ],
    frozen: true,
    choices: table.headings.flatMap(({ column }, index) => choiceOf(column, `${columnLetters(index)}2:${columnLetters(index)}${offeredRows}`, tables, locale, terms) ?? []),
  };
}

function readMeSheet(locale: Locale, terms: WorkbookTerms): SheetFile {
  const [title = [], ...rows] = readMeRows(locale, terms);
  return {
    name: sheetLabel("readMe", locale, terms),
    columns: [{ width: 30, look: "words" }, { width: 36, look: "words" }, { width: 18, look: "words" }, { width: 70, look: "words" }],
    rows: [title.map((value) => ({ value, look: "title" as const })), ...rows.map((cells) => cells.map((value) => ({ value, look: cells.length === 1 ? ("plain" as const) : ("words" as const) })))],
    frozen: false,
  };
}

/** A plan in the format asked for: as it is promised, without what happened in its periods; headings and labels in the reader's language. */
export async function writeWorkbook(file: PlanFile, format: WorkbookFormat, locale: Locale, terms: WorkbookTerms): Promise<Uint8Array> {
  if (format === "json") return new TextEncoder().encode(`${JSON.stringify({ ...file, periods: [] }, null, 2)}\n`);
  const tables = tablesOf(file, locale, terms);
  if (format === "csv") return zipOf(Object.fromEntries(tables.map(({ model, labels, rows }) => [`${fileNameOf(model.name)}.csv`, csvOf([labels, ...rows.map((cells) => cells.map((cell) => cell ?? ""))])])));
  return xlsxOf([readMeSheet(locale, terms), ...tables.map((table) => sheetOf(table, tables, locale, terms)), listsSheet(locale, terms)]);
}

/** A short plan of our own, filled in, to be looked at and written over. */
export function writeExample(format: WorkbookFormat, locale: Locale, terms: WorkbookTerms): Promise<Uint8Array> {
  return writeWorkbook(examplePlan, format, locale, terms);
}

/** `dmanisi-2024-2025.xlsx`, `dmanisi-2024-2025-csv.zip`. */
export function workbookFileName(slug: string, format: WorkbookFormat): string {
  return format === "csv" ? `${slug}-csv.zip` : `${slug}.${format}`;
}

export function workbookContentType(format: WorkbookFormat): string {
  return { xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", csv: "application/zip", json: "application/json; charset=utf-8" }[format];
}
