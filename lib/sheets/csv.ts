import { parse } from "csv-parse/sync";
import { zipSync, type Zippable } from "fflate";
import { Refused, workbookLimits, type RawSheet } from "./schema.ts";
import { unpackWhole, type Zip } from "./zip.ts";

const dangerous = /^'*[=+\-@\t\r]/;

/** A text that a spreadsheet would run as a formula gets an apostrophe before it; {@link csvTextOf} takes it off again. */
function guarded(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

/** The text of a CSV field, without the apostrophe that kept it from being run. */
export function csvTextOf(field: string): string {
  return field.startsWith("'") && dangerous.test(field) ? field.slice(1) : field;
}

function csvField(value: string | number): string {
  const text = typeof value === "number" ? String(value) : guarded(value);
  return /[";,\t\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One row for programs, as RFC 4180 has it: separated by commas. What a spreadsheet would run is guarded all the same. */
export function csvLine(row: readonly (string | number | null)[]): string {
  return `${row.map((value) => csvField(value ?? "")).join(",")}\r\n`;
}

/** One table as CSV for Georgian and other European spreadsheets: separated by semicolons, UTF-8 that says so at its start. */
export function csvOf(rows: readonly (string | number)[][]): string {
  return `\ufeff${rows.map((row) => `${row.map(csvField).join(";")}\r\n`).join("")}`;
}

/** A ZIP file of texts. All are dated the same, so that the same plan makes the same bytes. */
export function zipOf(files: Record<string, string | Uint8Array>): Uint8Array {
  const packed: Zippable = Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === "string" ? new TextEncoder().encode(content) : content]));
  return zipSync(packed, { level: 6, mtime: new Date(1980, 1, 1) });
}

/** UTF-8, or UTF-16 that says so at its start. Anything else would be guessed, and is refused. */
export function decodeText(bytes: Uint8Array, file: string): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes("\u0000")) return text;
  } catch {
    // Told below: no text in this encoding.
  }
  throw new Refused("encoding", { file });
}

/** The separator that the first line uses most, outside of quotation marks. */
function separatorOf(text: string): string {
  const [first = ""] = text.replace(/"(?:[^"]|"")*"/g, "").split(/\r?\n/, 1);
  const counts = [";", ",", "\t"].map((separator) => first.split(separator).length);
  return [";", ",", "\t"][counts.indexOf(Math.max(...counts))] ?? ";";
}

/** The rows of a CSV file by their numbers in a spreadsheet, where a row may have several lines. */
export function parseCsv(text: string, file: string): RawSheet["rows"] {
  const stated = /^sep=(.)\r?\n/.exec(text);
  const body = stated ? text.slice(stated[0].length) : text;
  const delimiter = stated?.[1] ?? separatorOf(body.slice(0, 100_000));
  const rows: RawSheet["rows"] = [];
  let number = stated ? 1 : 0;
  eachRecord(body, delimiter, file, (fields) => {
    number += 1;
    if (!fields.some((field) => field.trim())) return;
    if (rows.length >= workbookLimits.rows) throw new Refused("tooManyRows", { sheet: file, rows: String(workbookLimits.rows) });
    if (fields.length > workbookLimits.columns) throw new Refused("tooLarge");
    rows.push({ number, cells: fields.map((field) => csvTextOf(field) || undefined) });
  });
  return rows;
}

/** Hands over one record after the other, so that a large file is not in memory twice. */
function eachRecord(text: string, delimiter: string, file: string, take: (fields: string[]) => void): void {
  const on_record = (fields: string[]): null => {
    take(fields);
    return null;
  };
  try {
    parse(text, { delimiter, relax_column_count: true, on_record });
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused("csvQuotes", { file, line: typeof error === "object" && error !== null && "lines" in error ? String(error.lines) : "?" });
  }
}

/** The CSV files of an archive, one a sheet, named as they are called; whatever folder they are in. One after the other. */
export async function* readCsvFolder(zip: Zip): AsyncGenerator<RawSheet> {
  const files = [...zip.entries.values()].filter(({ name }) => /\.(csv|tsv|txt)$/i.test(name) && !/(^|\/)(\.|__MACOSX\/)/.test(name));
  if (files.length === 0) throw new Refused("notASheet");
  for (const entry of files) {
    const file = entry.name.slice(entry.name.lastIndexOf("/") + 1);
    yield { name: file.replace(/\.\w+$/, ""), rows: parseCsv(decodeText(await unpackWhole(zip, entry), file), file) };
  }
}
