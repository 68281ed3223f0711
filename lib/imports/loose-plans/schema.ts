import { z } from "zod";
import { localeSchema, type Localized } from "#lib/record/localized/schema.ts";
import type { PlanFile } from "#lib/imports/plan-files/schema.ts";
import { partialDateSchema } from "#lib/record/terms/schema.ts";
import type { Places, SheetProblem } from "#lib/imports/workbooks/schema.ts";

/** A Word file, an HTML page, or text pasted from either, from a sheet or from a PDF. */
export const looseFormats = ["docx", "html", "text"] as const;
export type LooseFormat = (typeof looseFormats)[number];

/** What a document may hold at most; more is refused before it is unpacked or kept. */
export const looseLimits = { fileBytes: 20_000_000, textBytes: 5_000_000, documentBytes: 30_000_000, unpackedBytes: 120_000_000, rows: 6_000, columns: 60, cellCharacters: 50_000, tableCharacters: 10_000_000 } as const;

export const looseRefusalCodes = ["tooLarge", "bomb", "tooManyRows", "passwordProtected", "oldFormat", "macros", "notWord", "damaged", "encoding", "notText", "noTable"] as const;
export type LooseRefusalCode = (typeof looseRefusalCodes)[number];

/** `filled`: the text was not written here; it is that of a merged cell which begins above or to the left. */
const cellSchema = z.strictObject({ text: z.string().max(looseLimits.cellCharacters), filled: z.enum(["above", "left"]).optional() });
export type LooseCell = z.output<typeof cellSchema>;

/** `table` 0 is the text around the tables, whose paragraphs are rows of one cell; `line` is the row in that table, or the paragraph, from 1. */
const rowSchema = z.strictObject({ table: z.int().min(0), line: z.int().min(1), cells: z.array(cellSchema).max(looseLimits.columns) });
export type LooseRow = z.output<typeof rowSchema>;

/** A whole document as one table. `aside`: tables that do not belong to the plan's, by their first words. */
export const looseTableSchema = z.strictObject({
  columns: z.int().min(1).max(looseLimits.columns),
  rows: z.array(rowSchema).max(looseLimits.rows),
  aside: z.array(z.string()),
});
export type LooseTable = z.output<typeof looseTableSchema>;

export type LooseReading =
  | { ok: true; table: LooseTable }
  | { ok: false; refusal: { code: LooseRefusalCode; values: Record<string, string> } };

/** What a column can mean. `budget` may hold a sum, a programme code and words in one; `sum` belongs to one funding source. */
export const columnFields = [
  "ignored", "number", "title", "milestones", "description", "outcome", "indicator_code", "indicator", "baseline", "target", "verification",
  "term", "starts", "ends", "lead", "co_responsible", "partners", "budget", "programme_code", "funding_source", "sum",
] as const;
export type ColumnField = (typeof columnFields)[number];

const columnSchema = z.strictObject({
  field: z.enum(columnFields, "unknownChoice"),
  /** Of `sum`: code of the funding source. */
  source: z.string().max(50, "textTooLong").optional(),
  /** Of sums: 1000 where the heading says "thousand". */
  unit: z.union([z.literal(1), z.literal(1000), z.literal(1_000_000)]).optional(),
  heading: z.string().max(500, "textTooLong"),
});
export type ColumnMapping = z.output<typeof columnSchema>;

/** What a row is. `continued` belongs to the row above (a page ended there), `begins` to the row below. */
export const rowKinds = ["challenge", "objective", "part", "commitment", "milestone", "continued", "begins", "left_out"] as const;
export type RowKind = (typeof rowKinds)[number];
export const partKindsOfRows = ["part", "challenge", "objective"] as const satisfies readonly RowKind[];

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "slug").max(100, "textTooLong");

/** Who a name in the document is: an organisation of the record, a new one, or the same as another name of the document. */
const nameChoiceSchema = z.discriminatedUnion("as", [
  z.strictObject({ as: z.literal("known"), key }),
  z.strictObject({ as: z.literal("new"), kind: z.string().max(50, "textTooLong") }),
  z.strictObject({ as: z.literal("same"), name: z.string().max(300, "textTooLong") }),
]);
export type NameChoice = z.output<typeof nameChoiceSchema>;

const statedDate = z.union([z.literal(""), partialDateSchema]);

/** What the person says of the document as a whole. Empty texts: not stated. */
const factsSchema = z.strictObject({
  slug: z.union([z.literal(""), key]),
  title: z.string().trim().max(1_000, "textTooLong"),
  locality: z.string().trim().max(200, "textTooLong"),
  level: z.enum(["national", "local", "sectoral"], "unknownChoice"),
  vocabulary: z.enum(["commitment", "activity"], "unknownChoice"),
  startsOn: statedDate,
  endsOn: statedDate,
  /** The language in which the document is written. */
  language: localeSchema,
  currency: z.string().regex(/^[A-Z]{3}$/, "currency"),
  /** Rows, counted from 0, whose paragraphs are the plan's introduction; null: none of them. */
  introduction: z.strictObject({ from: z.int().min(0), to: z.int().min(0) }).nullable(),
  /** "2.1.1 … 2.1.2 …" in a commitment's cell: its milestones, or words like any other. */
  lists: z.enum(["milestones", "text"], "unknownChoice"),
  /** A commitment stands in the objective above it, or in the one whose number its own begins with. */
  objectives: z.enum(["above", "number"], "unknownChoice"),
  /** Where commas stand between organisations: only where each piece looks like one, everywhere, nowhere. */
  commas: z.enum(["recognised", "always", "never"], "unknownChoice"),
  slashes: z.boolean(),
  /** Who leads where the document does not say; "": nobody, which has to be put right before the import. */
  lead: z.union([z.literal(""), key]),
});
export type LooseFacts = z.output<typeof factsSchema>;

export const mappingSchema = z.strictObject({
  columns: z.array(columnSchema).max(looseLimits.columns),
  rows: z.array(z.enum(rowKinds, "unknownChoice")).max(looseLimits.rows),
  facts: factsSchema,
  /** By the name as the document has it. Names without a choice are new. */
  names: z.record(z.string().max(500), nameChoiceSchema),
});
export type Mapping = z.output<typeof mappingSchema>;

export interface KnownOrganisation {
  key: string;
  name: Localized;
  kind: string;
  /** Whose body it is, where the record says so; a document does not. */
  municipality?: string | undefined;
}

/** What is there already. `base`: the plan that the document changes. */
export interface LooseContext {
  base: PlanFile | null;
  secretariat: KnownOrganisation;
  organisations: readonly KnownOrganisation[];
}

/** A plan file as a document gave it. `notes` are no faults: what could not be read as a value and was kept as text. */
export interface LoosePlan {
  raw: unknown;
  places: Places;
  problems: SheetProblem[];
  notes: SheetProblem[];
}
