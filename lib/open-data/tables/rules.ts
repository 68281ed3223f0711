import { z } from "zod";
import { localize, locales, type Localized } from "#lib/record/localized/schema.ts";
import { openText, type OpenRecord, type Resource } from "#lib/record/publication/schema.ts";

/** A column of a table, made of a property of the records. */
export interface Column {
  name: string;
  /** The property as the schema names it; null: OGP's own column. */
  field: string | null;
  kind: "text" | "number" | "boolean" | "day" | "instant" | "json";
  cell: (record: OpenRecord) => string | number | null;
}

/** A type without what makes it optional or nullable. */
export function plainType(type: z.core.$ZodType): z.core.$ZodType {
  return type instanceof z.ZodNullable || type instanceof z.ZodOptional ? plainType(type.unwrap()) : type;
}

/** A property of an object that may be null. */
function within(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? ((value as Record<string, unknown>)[name] ?? null) : null;
}

function kindOf(type: z.core.$ZodType): Column["kind"] {
  if (type instanceof z.ZodNumber || type instanceof z.ZodNumberFormat) return "number";
  if (type instanceof z.ZodBoolean) return "boolean";
  if (type instanceof z.ZodISODateTime) return "instant";
  return type instanceof z.ZodArray || type instanceof z.ZodUnknown ? "json" : "text";
}

function scalar(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number") return value;
  return typeof value === "boolean" ? String(value) : Array.isArray(value) && value.length === 0 ? null : JSON.stringify(value);
}

/** One column for a plain value, one a language for a text, those of its parts for an object; a list is one column of JSON. */
function columnsAt(type: z.core.$ZodType, name: string, field: string, take: (record: OpenRecord) => unknown): Column[] {
  const plain = plainType(type);
  if (plain === openText) return locales.map((locale) => ({ name: `${name}_${locale}`, field, kind: "text", cell: (record) => scalar(within(take(record), locale)) }));
  if (plain instanceof z.ZodObject) return Object.entries(plain.shape).flatMap(([key, part]) => columnsAt(part as z.core.$ZodType, `${name}_${key}`, field, (record) => within(take(record), key)));
  return [{ name, field, kind: kindOf(plain), cell: (record) => scalar(take(record)) }];
}

const english = (value: unknown): string | null => localize(value as Localized | null, "en")?.text ?? null;
const joined = (list: unknown, name: string) => (Array.isArray(list) ? list.map((item) => english(within(item, name))).filter(Boolean).join("; ") : "") || null;

/** The columns of OGP's own data on commitments that the record can fill, as OGP names them; in English where there is any. */
const ogpCells: Record<string, (record: OpenRecord) => string | number | null> = {
  "Commitment Unique Identifier": ({ plan, slug }) => `${String(within(plan, "slug"))}/${String(slug)}`,
  "Country/Locality": ({ plan }) => [countryName(String(within(plan, "countryCode"))), english(within(plan, "locality")) ?? english(within(within(plan, "municipality"), "name"))].filter(Boolean).join(", "),
  "Commitment Number": ({ number }) => scalar(number),
  "Commitment Title": ({ title }) => english(title),
  "Short Title": () => null,
  "Full Text": ({ description }) => english(description),
  "Lead Institution": ({ lead }) => english(within(lead, "name")),
  "Supporting Institution(s)": ({ partners, coResponsible }) => [joined(coResponsible, "name"), joined(partners, "name")].filter(Boolean).join("; ") || null,
  "Year Of Submission": () => null,
  Theme: () => null,
  URL: ({ url }) => scalar(within(url, "en")),
  "OGP Values": ({ thematicAreas }) => joined(thematicAreas, "label"),
};

function countryName(code: string): string {
  return new Intl.DisplayNames("en", { type: "region" }).of(code) ?? code;
}

/** The columns of a collection as a table, made of its schema: nothing that the schema lacks can get into a file. */
export function columnsOf({ name, record }: Pick<Resource, "name" | "record">): Column[] {
  const own = Object.entries(record.shape).flatMap(([field, type]) => columnsAt(type as z.core.$ZodType, field, field, (from) => from[field]));
  if (name !== "commitments") return own;
  return [...Object.entries(ogpCells).map(([column, cell]): Column => ({ name: column, field: null, kind: "text", cell })), ...own];
}
