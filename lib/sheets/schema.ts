/** What a file may hold at most; more is refused before it is unpacked. */
export const workbookLimits = { fileBytes: 20_000_000, partBytes: 60_000_000, unpackedBytes: 120_000_000, ratio: 300, ratioFrom: 5_000_000, rows: 30_000, columns: 300, characters: 25_000_000, parts: 1_000, milestoneDepth: 20 } as const;

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
