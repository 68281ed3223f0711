import { rowXml, sheetFrame, workbookFrame, type SheetCell } from "#lib/sheets/xlsx-file.ts";
import { zipStream, type ZippedFile } from "./zip-stream.ts";

/** A sheet that is written while its rows come in. */
export interface StreamedSheet {
  name: string;
  headings: readonly string[];
  rows: AsyncIterable<readonly (string | number | null)[]>;
}

/** What Excel opens: rows of a sheet, characters of a cell. */
const mostRows = 1_048_576;
const longestCell = 32_767;
const together = 200;

function cellOf(value: string | number | null): SheetCell | null {
  if (value === null || value === "") return null;
  if (typeof value === "number") return { value, look: "number" };
  return { value: value.length > longestCell ? `${value.slice(0, longestCell - 1).toWellFormed()}…` : value, look: "text" };
}

async function* sheetPieces({ headings, rows }: StreamedSheet, isFirst: boolean): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const [before, after] = sheetFrame(headings.length, isFirst);
  let text = before + rowXml(headings.map((value) => ({ value, look: "heading" as const })), 1);
  let number = 1;
  for await (const row of rows) {
    number += 1;
    if (number > mostRows) break;
    text += rowXml(row.map(cellOf), number);
    if (number % together === 0) {
      yield encoder.encode(text);
      text = "";
    }
  }
  yield encoder.encode(text + after);
}

/** An XLSX file as it is made, never more of it in memory than a few hundred rows. Texts are written as texts, never as formulas. */
export function xlsxStream(sheets: readonly StreamedSheet[], day: string): AsyncGenerator<Uint8Array> {
  async function* files(): AsyncGenerator<ZippedFile> {
    for (const [path, content] of Object.entries(workbookFrame(sheets.map(({ name }) => name)))) yield { path, compress: true, pieces: [new TextEncoder().encode(content)] };
    for (const [index, sheet] of sheets.entries()) yield { path: `xl/worksheets/sheet${index + 1}.xml`, compress: true, pieces: sheetPieces(sheet, index === 0) };
  }
  return zipStream(files(), day);
}
