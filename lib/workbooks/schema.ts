import { z } from "zod";
import type { Localized, Locale } from "#lib/localized/schema.ts";
import type { Say } from "#lib/platform/i18n/translator.ts";

/** `csv` is a ZIP file with one CSV file a sheet; `json` is the plan file itself. */
export const workbookFormats = ["xlsx", "csv", "json"] as const;
export type WorkbookFormat = (typeof workbookFormats)[number];

/** What a file may hold at most; more is refused before it is unpacked. */
export const workbookLimits = { fileBytes: 20_000_000, partBytes: 60_000_000, unpackedBytes: 120_000_000, ratio: 300, ratioFrom: 5_000_000, rows: 30_000, columns: 300, characters: 25_000_000, parts: 1_000, milestoneDepth: 20 } as const;

/** Choices of a closed column: a code of the plan file and what people call it. */
export interface ListEntry {
  code: string;
  label: Localized;
}
export const listNames = ["levels", "vocabularies", "partKinds", "yesNo", "organisationKinds", "thematicAreas", "fundingSources", "municipalities", "scales", "sdgs"] as const;
export type ListName = (typeof listNames)[number];

/** The words a workbook is written and read with: every language's, and the record's lists. */
export interface WorkbookTerms {
  say: Record<Locale, Say>;
  lists: Record<ListName, ListEntry[]>;
  /** Organisations in the record, so that a row without a key finds its own by name. */
  organisations: { key: string; name: Localized }[];
}

/** Row, column and cell as a spreadsheet shows them: the first row is 1, columns are letters. Null: the whole sheet, the whole row. */
const placeSchema = z.object({
  sheet: z.string(),
  row: z.int().nullable(),
  column: z.string().nullable(),
  heading: z.string().nullable(),
  cell: z.string().nullable(),
});
export type Place = z.output<typeof placeSchema>;

/** Where the entries of a plan file came from; see `placeOf` in rules.ts. Plain JSON. */
export const placesSchema = z.object({
  /** `plan`, `commitments`, `commitments[3].milestones[0]` → its row. `columns` is a key of the other map; the sheet's name when absent. */
  rows: z.record(z.string(), z.object({ sheet: z.string(), row: z.int().nullable(), columns: z.string().optional() })),
  /** Sheet → field (`endsOn`, `title.ka`) → its column. */
  columns: z.record(z.string(), z.record(z.string(), z.object({ column: z.string(), heading: z.string() }))),
});
export type Places = z.output<typeof placesSchema>;

/** A problem of the plan file with its place; of a cell when `message` is one of workbooks.json. Said by `describeProblem`. */
export const sheetProblemSchema = z.object({ path: z.string(), message: z.string(), values: z.record(z.string(), z.string()), place: placeSchema.nullable() });
export type SheetProblem = z.output<typeof sheetProblemSchema>;

export const refusalCodes = [
  "notASheet", "tooLarge", "tooManyRows", "bomb", "damaged", "formulas", "macros", "passwordProtected", "oldFormat", "openDocument", "externalLinks", "entities", "encoding", "csvQuotes", "singleCsv",
  "notJson", "noSheets",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Why nothing of a file is read: `workbooks.refusals.<code>`, filled in with `values`. */
export interface Refusal {
  code: RefusalCode;
  values: Record<string, string>;
}

export type WorkbookReading =
  | { ok: true; format: WorkbookFormat; raw: unknown; places: Places; problems: SheetProblem[] }
  | { ok: false; refusal: Refusal };

/** Ends the reading of a file from deep within it; caught by `readWorkbook`, never seen outside. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(code: RefusalCode, values: Record<string, string> = {}) {
    super(code);
    this.name = "Refused";
    this.refusal = { code, values };
  }
}

/** A cell as the sheet holds it. A date says how exact its format shows it. `odd`: nothing that can be read as a value. */
export type Cell =
  | string
  | { kind: "number"; value: number; text: string }
  | { kind: "date"; value: string }
  | { kind: "boolean"; value: boolean }
  | { kind: "odd"; reason: "time" | "percent" | "error"; text: string };

/** One sheet before anything is understood of it; empty rows are left out. `number` is the row's own, from 1. */
export interface RawSheet {
  name: string;
  rows: { number: number; cells: (Cell | undefined)[] }[];
}
