import type { Locale } from "#lib/record/localized/schema.ts";
import { cellText } from "./cell-values.ts";
import { cellOf } from "#lib/sheets/cells.ts";
import { readCsvFolder, zipOf } from "#lib/sheets/csv.ts";
import { colourCells, OpenWorkbook } from "./marking.ts";
import { describeProblem } from "./rules.ts";
import type { RawSheet } from "#lib/sheets/schema.ts";
import type { SheetProblem, WorkbookTerms } from "./schema.ts";
import { sheetIndex, sheetLabel } from "./sheets.ts";
import { StyleSheet } from "#lib/sheets/style-sheet.ts";
import { plain } from "./values.ts";
import { quoted, xlsxOf, type SheetCell, type SheetFile } from "#lib/sheets/xlsx-file.ts";
import { isZip, openZip, unpackWhole, type Zip } from "#lib/sheets/zip.ts";
import { readXlsx } from "#lib/sheets/xlsx.ts";

/** A sheet of a plan in which nobody works through more problems than these. */
const problemsTold = 5_000;

/** The sheet that lists the problems, each linked to its cell. `nameOf`: what a sheet is called in the copy. */
function problemsSheet(problems: readonly SheetProblem[], locale: Locale, terms: WorkbookTerms, nameOf: (sheet: string) => string): SheetFile {
  const say = terms.say[locale];
  const headings = ["sheet", "row", "column", "says", "expected"].map((name): SheetCell => ({ value: say(`workbooks.report.${name}`), look: "heading" }));
  const rows = problems.slice(0, problemsTold).map((problem): SheetCell[] => {
    const { what, expected } = describeProblem(problem, locale, terms);
    const { place } = problem;
    const link = place?.cell ? { link: `${quoted(nameOf(place.sheet))}!${place.cell}` } : {};
    const column = place?.column ? `${place.column}${place.heading ? ` (${place.heading})` : ""}` : "";
    const look = place?.cell ? ("link" as const) : ("text" as const);
    return [{ value: place ? nameOf(place.sheet) : problem.path, look, ...link }, { value: place?.row ?? null, look: "text" }, { value: column, look: "text" }, { value: what, look: "text" }, { value: expected, look: "text" }];
  });
  const title: SheetCell[] = [{ value: say("workbooks.report.title", { count: problems.length }), look: "plain" }];
  return {
    name: sheetLabel("problems", locale, terms),
    columns: [24, 9, 28, 52, 60].map((width) => ({ width, look: "text" })),
    rows: [title, [{ value: say("workbooks.report.lead"), look: "plain" }], [], headings, ...rows],
    frozen: false,
  };
}

/** Sheet → row → columns of the cells to colour. */
function wrongCells(problems: readonly SheetProblem[]): Map<string, Map<number, Set<number>>> {
  const sheets = new Map<string, Map<number, Set<number>>>();
  for (const { place } of problems) {
    const cell = cellOf(place?.cell ?? "");
    if (!place || !cell) continue;
    const rows = sheets.get(place.sheet) ?? new Map<number, Set<number>>();
    sheets.set(place.sheet, rows.set(cell.row, (rows.get(cell.row) ?? new Set()).add(cell.column)));
  }
  return sheets;
}

/** Somebody's own workbook, with everything they made in it, its wrong cells coloured and the list of problems first. */
async function markedWorkbook(zip: Zip, problems: readonly SheetProblem[], locale: Locale, terms: WorkbookTerms): Promise<Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const entry of zip.entries.values()) if (!entry.name.endsWith("/")) files.set(entry.name, await unpackWhole(zip, entry));
  const workbook = await OpenWorkbook.open(zip, files);
  const known = sheetIndex(terms);
  const earlier = Object.keys(terms.say).map((language) => plain(sheetLabel("problems", language as Locale, terms)));
  for (const { name } of [...workbook.parts.sheets]) if (earlier.includes(plain(name))) workbook.removeSheet(name);
  const styles = new StyleSheet(workbook.text(workbook.parts.styles ?? ""));
  const wrong = wrongCells(problems);
  for (const { name, part } of workbook.parts.sheets) {
    if (known.get(plain(name)) === "own") continue;
    if (wrong.has(name) || styles.hasMarks) workbook.change(part, (xml) => colourCells(xml, wrong.get(name) ?? new Map(), styles));
  }
  workbook.addFirst(problemsSheet(problems, locale, terms, (name) => name), styles);
  workbook.change(workbook.parts.styles ?? "", () => styles.toString());
  const marked = zipOf(Object.fromEntries(workbook.files));
  // Proof that it is still a workbook: whoever wrote it may write XML in ways that we have not met.
  await collected(readXlsx(openZip(marked), (name) => known.has(plain(name))));
  return marked;
}

/** A workbook made of sheets as they were read: of CSV files, and of workbooks whose insides are too unusual to be changed. */
function remade(sheets: readonly RawSheet[], problems: readonly SheetProblem[], locale: Locale, terms: WorkbookTerms): Uint8Array {
  const known = sheetIndex(terms);
  const nameOf = (name: string) => {
    const model = known.get(plain(name));
    return typeof model === "object" ? sheetLabel(model.name, locale, terms) : name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31) || "–";
  };
  const wrong = wrongCells(problems);
  const kept = sheets.filter(({ name }, index) => known.get(plain(name)) !== "own" && sheets.findIndex((other) => nameOf(other.name) === nameOf(name)) === index);
  const copies = kept.map(({ name, rows }): SheetFile => {
    const marked = wrong.get(name);
    const cells: SheetFile["rows"] = [];
    for (const { number, cells: values } of rows) {
      const width = Math.max(values.length, ...[...(marked?.get(number) ?? [])].map((column) => column + 1));
      cells[number - 1] = Array.from({ length: width }, (_, column) => {
        const value = values[column];
        const look = marked?.get(number)?.has(column) ? ("wrong" as const) : ("text" as const);
        return value === undefined && look === "text" ? null : { value: value === undefined ? null : cellText(value), look };
      });
    }
    return { name: nameOf(name), columns: Array.from({ length: Math.max(1, ...rows.map((row) => row.cells.length)) }, () => ({ width: 24, look: "text" })), rows: Array.from(cells, (row) => row ?? []), frozen: true };
  });
  return xlsxOf([problemsSheet(problems, locale, terms, nameOf), ...copies]);
}

async function collected(sheets: AsyncIterable<RawSheet>): Promise<RawSheet[]> {
  const list: RawSheet[] = [];
  for await (const sheet of sheets) list.push(sheet);
  return list;
}

/**
 * The file given back with its problem cells coloured and the list of problems as its first sheet, always as XLSX: a workbook
 * stays the person's own, a ZIP of CSV files is made into one, and of a plan file there is the list alone.
 */
export async function markUp(bytes: Uint8Array, problems: readonly SheetProblem[], locale: Locale, terms: WorkbookTerms): Promise<Uint8Array> {
  if (!isZip(bytes)) return remade([], problems, locale, terms);
  if (!openZip(bytes).entries.has("[Content_Types].xml")) return remade(await collected(readCsvFolder(openZip(bytes))), problems, locale, terms);
  try {
    return await markedWorkbook(openZip(bytes), problems, locale, terms);
  } catch {
    return remade(await collected(readXlsx(openZip(bytes), (name) => sheetIndex(terms).has(plain(name)))), problems, locale, terms);
  }
}
