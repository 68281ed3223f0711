import type { Resource } from "#lib/record/publication/schema.ts";
import { eachRecord, resources } from "#lib/open-data/resources/queries.ts";
import { columnsOf } from "#lib/open-data/tables/rules.ts";
import { xlsxStream, type StreamedSheet } from "#lib/reports/files/xlsx-stream.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import { csvLine } from "#lib/sheets/csv.ts";
import type { DumpFile } from "./schema.ts";

/** How many lines are sent as one piece. */
const together = 100;

async function* pieces(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let [text, count] = ["", 0];
  for await (const line of lines) {
    text += line;
    count += 1;
    if (count % together > 0) continue;
    yield encoder.encode(text);
    text = "";
  }
  if (text) yield encoder.encode(text);
}

async function* jsonLines(resource: Resource, now: Date): AsyncGenerator<string> {
  for await (const record of eachRecord(resource, now)) yield `${JSON.stringify(record)}\n`;
}

async function* csvLines(resource: Resource, now: Date): AsyncGenerator<string> {
  const columns = columnsOf(resource);
  yield csvLine(columns.map(({ name }) => name));
  for await (const record of eachRecord(resource, now)) yield csvLine(columns.map(({ cell }) => cell(record)));
}

function sheetOf(resource: Resource, now: Date): StreamedSheet {
  const columns = columnsOf(resource);
  async function* rows() {
    for await (const record of eachRecord(resource, now)) yield columns.map(({ cell }) => cell(record));
  }
  return { name: resource.name, headings: columns.map(({ name }) => name), rows: rows() };
}

/** A file of everything that everybody may read, piece by piece as it is taken: memory does not grow with the record. */
export function streamDump({ of, format }: DumpFile, now: Date): AsyncGenerator<Uint8Array> {
  const asked = resources.filter(({ name }) => of === "all" || name === of);
  const [only] = asked;
  if (format === "xlsx" || !only) return xlsxStream(asked.map((resource) => sheetOf(resource, now)), dayOf(now));
  return pieces(format === "csv" ? csvLines(only, now) : jsonLines(only, now));
}
