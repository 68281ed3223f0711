import { locales, type Locale } from "#lib/record/localized/schema.ts";
import type { ListName, WorkbookTerms } from "./schema.ts";
import { plain } from "./values.ts";

/**
 * The one model of all sheet formats: which sheets there are, and their columns. What a column is called is said in
 * messages/<locale>/workbooks.json (`sheets.<name>`, `columns.<sheet>.<field>`, or `columns.shared.<field>`).
 */
export interface Column {
  /** Field of the plan file's entry, or, for `of`, what the row stands under. */
  field: string;
  kind: "text" | "localized" | "date" | "number" | "choice" | "choices" | "yesNo" | "organisation" | "organisations" | "goals" | "part" | "commitment" | "milestone";
  list?: ListName;
  /** A row without it cannot be read; a sheet without the column is told so once. */
  required?: boolean;
  /** Derived when the person leaves it out. */
  derived?: boolean;
  /** May be longer than a cell can be: then it goes on in further columns, "… 2". */
  long?: boolean;
  /** In characters. */
  width?: number;
}

export const sheetNames = ["plan", "legalActs", "organisations", "parts", "commitments", "milestones", "indicators", "verificationSources", "budget"] as const;
export type SheetName = (typeof sheetNames)[number];

export interface SheetModel {
  name: SheetName;
  required?: boolean;
  /** Columns that say what a row stands under, and are no fields of its entry. */
  under?: ("commitment" | "milestone" | "parent")[];
  columns: Column[];
}

const text = (field: string, more: Partial<Column> = {}): Column => ({ field, kind: "text", width: 14, ...more });
const localized = (field: string, more: Partial<Column> = {}): Column => ({ field, kind: "localized", width: 40, ...more });
const choice = (field: string, list: ListName, more: Partial<Column> = {}): Column => ({ field, kind: "choice", list, width: 22, ...more });
const date = (field: string, more: Partial<Column> = {}): Column => ({ field, kind: "date", width: 13, ...more });
const of = (kind: "part" | "commitment" | "milestone", more: Partial<Column> = {}): Column => ({ field: kind, kind, width: 18, ...more });

const required = { required: true };
const key = text("key", { derived: true, width: 24 });
const term = [date("startsOn"), date("endsOn")];
const others: Column[] = [{ field: "coResponsible", kind: "organisations", width: 26 }, { field: "partners", kind: "organisations", width: 26 }];
const under: SheetModel["under"] = ["commitment", "milestone"];
const subject = [of("commitment", required), of("milestone")];

export const sheetModels: readonly SheetModel[] = [
  {
    name: "plan",
    required: true,
    columns: [
      text("slug", { derived: true, width: 24 }), localized("title", required), choice("level", "levels", required), text("countryCode", required), localized("locality", { width: 20 }), choice("municipality", "municipalities"),
      choice("vocabulary", "vocabularies", required), date("startsOn", required), date("endsOn", required), { field: "secretariat", kind: "organisation", ...required, width: 26 },
      choice("scale", "scales", required), { field: "consultationDays", kind: "number", width: 14 }, localized("introduction", { long: true, width: 60 }), localized("sourceNote"),
    ],
  },
  {
    name: "legalActs",
    columns: [
      localized("kind", { ...required, width: 18 }), text("number", required), date("date", required), localized("issuingBody", required), localized("title"), localized("text", { long: true, width: 60 }),
      localized("appealTerms"), localized("signatory", { width: 26 }), text("url", { width: 30 }),
    ],
  },
  { name: "organisations", required: true, columns: [key, localized("name", required), choice("kind", "organisationKinds", required), choice("municipality", "municipalities")] },
  {
    name: "parts",
    columns: [key, { field: "parent", kind: "part", width: 18 }, choice("kind", "partKinds", required), text("number"), localized("title", required), localized("description"), localized("note")],
  },
  {
    name: "commitments",
    required: true,
    columns: [
      of("part"), text("number", required), text("slug", { derived: true }), localized("title"), localized("description", { width: 60 }), ...term,
      { field: "lead", kind: "organisation", ...required, width: 26 }, ...others, localized("expectedOutcome"), localized("plainSummary"),
      { field: "thematicAreas", kind: "choices", list: "thematicAreas", width: 26 }, { field: "sdgs", kind: "goals", list: "sdgs", width: 12 }, localized("sourceNote"),
    ],
  },
  {
    name: "milestones",
    under: ["commitment", "parent"],
    columns: [
      of("commitment", required), { field: "parent", kind: "milestone", width: 14 }, text("number", required), localized("title", required), localized("description"), ...term,
      { field: "lead", kind: "organisation", width: 26 }, ...others,
    ],
  },
  { name: "indicators", under, columns: [...subject, text("code"), localized("text", required), { field: "baseline", kind: "number" }, { field: "target", kind: "number" }, localized("unit", { width: 16 })] },
  { name: "verificationSources", under, columns: [...subject, localized("text", required)] },
  {
    name: "budget",
    under,
    columns: [...subject, { field: "amount", kind: "number", width: 16 }, text("currency"), text("programmeCode", { width: 18 }), choice("fundingSource", "fundingSources"), { field: "noAdditionalCost", kind: "yesNo", list: "yesNo", width: 16 }, localized("statedText")],
  },
];

/** Sheets that are written for the reader only and never read. */
export const ownSheets = ["readMe", "problems", "lists"] as const;

/** What a sheet is called in a language; at most 31 characters, none of []:*?/\. */
export function sheetLabel(name: SheetName | (typeof ownSheets)[number], locale: Locale, terms: WorkbookTerms): string {
  return terms.say[locale](`workbooks.sheets.${name}`);
}

/** One column as it stands in a sheet: a text in languages has one for each, a long one more of them. */
export interface Heading {
  column: Column;
  locale: Locale | null;
  /** 0 is the first, 1 is headed "… 2". */
  piece: number;
}

/** `title.ka`, `endsOn`: names a heading in `Places`. */
export function headingField({ column, locale }: Heading): string {
  return locale ? `${column.field}.${locale}` : column.field;
}

const sharedFields = new Set(["key", "number", "title", "description", "startsOn", "endsOn", "lead", "coResponsible", "partners", "sourceNote", "commitment", "milestone", "municipality"]);

/** What a column is called in a language, without saying which language its text is in. */
export function columnLabel(sheet: SheetName, column: Column, locale: Locale, terms: WorkbookTerms): string {
  return terms.say[locale](`workbooks.columns.${sharedFields.has(column.field) ? "shared" : sheet}.${column.field}`);
}

/** What stands in the first row, in the reader's language. */
export function headingLabel(sheet: SheetName, heading: Heading, locale: Locale, terms: WorkbookTerms): string {
  const name = columnLabel(sheet, heading.column, locale, terms);
  const whole = heading.locale ? terms.say[locale]("workbooks.inLanguage", { heading: name, language: terms.say[locale](`workbooks.languages.${heading.locale}`) }) : name;
  return heading.piece > 0 ? `${whole} ${heading.piece + 1}` : whole;
}

/** The headings of a sheet; `pieces` says how many cells the longest text of a field needs. */
export function headingsOf(model: SheetModel, pieces: (field: string) => number = () => 1): Heading[] {
  return model.columns.flatMap((column) => {
    const languages: (Locale | null)[] = column.kind === "localized" ? [...locales] : [null];
    return languages.flatMap((locale) => Array.from({ length: Math.max(1, pieces(headingField({ column, locale, piece: 0 }))) }, (_, piece) => ({ column, locale, piece })));
  });
}

/** Every way to head each column of a sheet: in any language, by the plan file's field, and a text without its language when it is in the heading's own. */
export function headingIndex(model: SheetModel, terms: WorkbookTerms): Map<string, Heading> {
  const index = new Map<string, Heading>();
  const add = (name: string, heading: Heading) => {
    if (!index.has(plain(name))) index.set(plain(name), heading);
  };
  const headings = headingsOf(model);
  for (const heading of headings) for (const locale of locales) add(headingLabel(model.name, heading, locale, terms), heading);
  for (const heading of headings) add(headingField(heading), heading);
  for (const heading of headings) if (heading.locale) add(columnLabel(model.name, heading.column, heading.locale, terms), heading);
  return index;
}

/** Which of our sheets a name is, in any language or by its plan-file name; "own" for those that are not read. */
export function sheetIndex(terms: WorkbookTerms): Map<string, SheetModel | "own"> {
  const index = new Map<string, SheetModel | "own">();
  for (const locale of locales) for (const name of ownSheets) index.set(plain(sheetLabel(name, locale, terms)), "own");
  for (const model of sheetModels) for (const name of [fileNameOf(model.name), model.name, ...locales.map((locale) => sheetLabel(model.name, locale, terms))]) index.set(plain(name), model);
  return index;
}

/** `legal-acts`: what a sheet's CSV file is called, in every language the same. */
export function fileNameOf(name: SheetName): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
