import { locales, type Locale, type Localized } from "#lib/record/localized/schema.ts";
import type { FileMilestone, PlanFile } from "#lib/imports/plan-files/schema.ts";
import type { WorkbookTerms } from "./schema.ts";
import { headingField, headingLabel, headingsOf, sheetModels, type Column, type Heading, type SheetModel, type SheetName } from "./sheets.ts";
import { labelOf } from "./values.ts";

type Fields = Record<string, unknown>;
export type WrittenCell = string | number | null;

/** A sheet as it is written: its headings in the reader's language, its cells as they will stand. */
export interface WrittenTable {
  model: SheetModel;
  headings: Heading[];
  labels: string[];
  rows: WrittenCell[][];
}

/** Spreadsheets hold 32,767 characters in a cell; a longer text goes on in the next column. */
const cellLength = 32_000;

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const half = at + cellLength < text.length && /[\ud800-\udbff]/.test(text[at + cellLength - 1] ?? "");
    const end = at + cellLength - (half ? 1 : 0);
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}

/** Milestones in reading order, each with the number of the one it stands under. */
function flat(commitment: string, milestones: readonly FileMilestone[], parent?: string): (FileMilestone & { commitment: string; parent: string | undefined })[] {
  return milestones.flatMap((milestone) => [{ ...milestone, commitment, parent }, ...flat(commitment, milestone.milestones ?? [], milestone.number)]);
}

function linesOf(file: PlanFile, name: "indicators" | "verificationSources" | "budget"): Fields[] {
  return file.commitments.flatMap(({ slug, milestones = [], ...commitment }) => [
    ...(commitment[name] ?? []).map((line) => ({ commitment: slug, ...line })),
    ...flat(slug, milestones).flatMap((milestone) => (milestone[name] ?? []).map((line) => ({ commitment: slug, milestone: milestone.number, ...line }))),
  ]);
}

/** The entries that are the rows of a sheet, with what they stand under. */
function entriesOf(file: PlanFile, name: SheetName): Fields[] {
  if (name === "plan") return [file.plan];
  if (name === "milestones") return file.commitments.flatMap(({ slug, milestones }): Fields[] => flat(slug, milestones ?? []).map((milestone) => ({ ...milestone })));
  if (name === "indicators" || name === "verificationSources" || name === "budget") return linesOf(file, name);
  return file[name];
}

function written(value: unknown, column: Column, locale: Locale, terms: WorkbookTerms): WrittenCell {
  if (value === undefined || value === null) return null;
  const list = column.list ? terms.lists[column.list] : [];
  if (column.kind === "choice") return labelOf(list, String(value), locale);
  if (column.kind === "yesNo") return labelOf(list, value ? "yes" : "no", locale);
  if (column.kind === "choices") return (value as string[]).map((code) => labelOf(list, code, locale)).join("; ");
  if (Array.isArray(value)) return value.join("; ");
  return typeof value === "number" ? value : String(value);
}

function tableOf(file: PlanFile, model: SheetModel, locale: Locale, terms: WorkbookTerms): WrittenTable {
  const entries = entriesOf(file, model.name);
  const textOf = (entry: Fields, { column, locale: language }: Heading) => (entry[column.field] as Localized | undefined)?.[language ?? "ka"] ?? "";
  const longest = new Map<string, number>();
  for (const column of model.columns) {
    for (const language of column.long ? locales : []) longest.set(`${column.field}.${language}`, Math.max(...entries.map((entry) => piecesOf(textOf(entry, { column, locale: language, piece: 0 })).length), 1));
  }
  const headings = headingsOf(model, (field) => longest.get(field) ?? 1);
  const rows = entries.map((entry) =>
    headings.map((heading): WrittenCell => (heading.locale === null ? written(entry[heading.column.field], heading.column, locale, terms) : ((heading.column.long ? piecesOf(textOf(entry, heading))[heading.piece] : textOf(entry, heading)) || null))),
  );
  return { model, headings, labels: headings.map((heading) => headingLabel(model.name, heading, locale, terms)), rows };
}

/** A plan as tables, one a sheet, without what happened in its periods. */
export function tablesOf(file: PlanFile, locale: Locale, terms: WorkbookTerms): WrittenTable[] {
  return sheetModels.map((model) => tableOf(file, model, locale, terms));
}

/** The column of a field, as letters need it: its place among the headings. */
export function columnOf(table: { headings: readonly Heading[] }, field: string): number {
  return table.headings.findIndex((heading) => headingField(heading) === field);
}
