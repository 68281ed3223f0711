import type { Locale } from "#lib/record/localized/schema.ts";
import type { Say } from "#lib/platform/i18n/translator.ts";
import type { Snapshot } from "#lib/reports/snapshots/schema.ts";
import { csvOf, zipOf } from "#lib/sheets/csv.ts";
import { xlsxOf, type SheetFile } from "#lib/sheets/xlsx-file.ts";
import { ogpTable } from "./ogp-table.ts";
import { processTables } from "./process-tables.ts";
import { recordTables } from "./record-tables.ts";
import { aboutTable, commentsTable, legalActsTable, partsTable, refusedTable, scaleTable, summaryTable, textsTable } from "./report-tables.ts";
import type { ReportSource } from "./schema.ts";
import type { DataTable, Telling } from "./table-cells.ts";

/** Everything a version of a report states, as tables: one row an entry, labels in one language, texts in it or else in the other. */
export function reportTables(snapshot: Snapshot, source: ReportSource, say: Say, locale: Locale): DataTable[] {
  const telling: Telling = { say, locale };
  return [
    aboutTable(snapshot, source, telling), summaryTable(snapshot, telling), ...recordTables(snapshot, telling), ...processTables(snapshot, telling), commentsTable(snapshot, telling), refusedTable(snapshot, telling),
    textsTable(snapshot, telling), partsTable(snapshot, telling), legalActsTable(snapshot, telling), scaleTable(snapshot, telling), ogpTable(snapshot, source),
  ];
}

const wide = new Set(["description", "result", "reasons", "narrative", "comment", "answer", "text", "minutes", "agenda", "summary", "statedText", "indicator", "decision", "recommendation", "value", "Full Text", "sourceNote"]);
const middling = new Set(["title", "lead", "partners", "organisation", "sha256", "url", "expectedOutcome", "plainSummary", "fact", "event", "verificationSource", "part", "sdgs", "thematicAreas", "state", "axis", "grade", "Commitment Title", "URL"]);

/** In characters. */
function widthOf(column: string): number {
  return wide.has(column) ? 60 : middling.has(column) ? 32 : 16;
}

/** What is called otherwise where a plan has activities in place of commitments. */
const calledOtherwise = new Set(["sheets.commitments", "sheets.milestones", "columns.commitmentKey", "columns.commitment", "columns.milestone", "columns.milestonesCompleted", "columns.milestonesTotal"]);

function wordOf(key: string, { plan }: Snapshot, say: Say): string {
  return say(`report-tables.${plan.vocabulary === "activity" && calledOtherwise.has(key) ? "activity." : ""}${key}`);
}

/** OGP's column names are names, not words of ours. */
function labelsOf(table: DataTable, snapshot: Snapshot, say: Say): string[] {
  return table.columns.map((column) => (table.name === "ogp" ? column : wordOf(`columns.${column}`, snapshot, say)));
}

function sheetOf(table: DataTable, snapshot: Snapshot, say: Say): SheetFile {
  return {
    name: wordOf(`sheets.${table.name}`, snapshot, say),
    columns: table.columns.map((column) => ({ width: widthOf(column), look: "text" })),
    rows: [
      labelsOf(table, snapshot, say).map((value) => ({ value, look: "required" })),
      ...table.rows.map((row) => table.columns.map((column) => {
        const value = row[column] ?? null;
        return value === null ? null : { value, look: typeof value === "number" ? ("number" as const) : ("text" as const) };
      })),
    ],
    frozen: true,
  };
}

/** A workbook with a sheet for each table, headings frozen, numbers as numbers. */
export function makeXlsx(snapshot: Snapshot, source: ReportSource, say: Say, locale: Locale): Uint8Array {
  return xlsxOf(reportTables(snapshot, source, say, locale).map((table) => sheetOf(table, snapshot, say)));
}

/** A ZIP of CSV files, one a table, named the same in every language. */
export function makeCsvZip(snapshot: Snapshot, source: ReportSource, say: Say, locale: Locale): Uint8Array {
  const files = reportTables(snapshot, source, say, locale).map((table, index) => {
    const rows = table.rows.map((row) => table.columns.map((column) => row[column] ?? ""));
    return [`${String(index + 1).padStart(2, "0")}-${fileNameOf(table.name)}.csv`, csvOf([labelsOf(table, snapshot, say), ...rows])] as const;
  });
  return zipOf(Object.fromEntries(files));
}

/** `verificationSources` → `verification-sources` */
function fileNameOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
