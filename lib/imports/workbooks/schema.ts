import { z } from "zod";
import type { Localized, Locale } from "#lib/record/localized/schema.ts";
import type { Say } from "#lib/platform/i18n/translator.ts";
import type { Refusal } from "#lib/sheets/schema.ts";

/** `csv` is a ZIP file with one CSV file a sheet; `json` is the plan file itself. */
export const workbookFormats = ["xlsx", "csv", "json"] as const;
export type WorkbookFormat = (typeof workbookFormats)[number];

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

export type WorkbookReading =
  | { ok: true; format: WorkbookFormat; raw: unknown; places: Places; problems: SheetProblem[] }
  | { ok: false; refusal: Refusal };

