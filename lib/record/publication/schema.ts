import { z } from "zod";
import { locales, type Localized } from "#lib/record/localized/schema.ts";

/** A text in the languages it exists in. */
export const openText = z.object({ ka: z.string().optional(), en: z.string().optional() });
/** Null: not stated. */
export const maybeText = openText.nullable();
export const instant = z.iso.datetime();
export const maybeInstant = instant.nullable();
/** As exact as the source gives it: `2018`, `2018-10` or `2018-10-31`. */
export const partialDay = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
export const maybeDay = partialDay.nullable();
export const maybeString = z.string().nullable();
export const id = z.uuid();
/** The page of it in each language. */
export const addresses = z.object({ ka: z.url(), en: z.url() });

export const namedRef = z.object({ slug: z.string(), name: openText });
export const planRef = z.object({ slug: z.string(), title: openText });
export const codedLabel = z.object({ code: z.string(), label: openText });
export const periodRef = z.object({ slug: z.string(), label: openText, startsOn: partialDay, endsOn: partialDay });
export const evidenceItem = z.object({
  id, kind: z.enum(["file", "link"]), title: maybeText, url: z.string(), fileName: maybeString, mediaType: maybeString, size: z.int().nullable(), sha256: maybeString, verificationSource: id.nullable(),
});

/** Anything that is given out: JSON as it is sent. */
export type OpenRecord = { id: string } & Record<string, unknown>;

/** A column of the table behind a resource that its records carry under the same name. */
export interface SortField {
  kind: "text" | "instant";
  nullable: boolean;
}

export interface Filter {
  schema: z.ZodType<string>;
  /** What it asks of the table. */
  where: (value: string) => object;
}

/** Which records are wanted, as Prisma takes it. */
export interface Wanted {
  where: object;
  orderBy: object[];
  take: number;
}

/** One collection of the open data: what its records look like, how it is asked, and how it is read. */
export interface Resource {
  name: ResourceName;
  record: z.ZodObject;
  /** The property by which a single record is asked for. */
  key: "id" | "slug";
  /** The column that tells its rows apart, when it is not the id; the records' `id` is that. */
  identity?: "slug";
  /** The first one is the order when none is asked for. */
  sorts: Record<string, SortField>;
  filters: Record<string, Filter>;
  /** Only what everybody may read; one statement, however many. */
  read: (wanted: Wanted, now: Date) => Promise<OpenRecord[]>;
}

export const resourceNames = [
  "plans", "commitments", "milestones", "periods", "updates", "assessments", "reports", "organisations", "municipalities", "working-groups", "events", "recommendations", "comments", "changes",
] as const;
export type ResourceName = (typeof resourceNames)[number];

const slug = z.string().regex(/^[a-z0-9-]{1,200}$/, "malformed");
const code = z.string().regex(/^[A-Za-z0-9_.-]{1,100}$/, "malformed");

/** Kinds of values that a filter takes; nothing else ever reaches the database. */
export const filterValues = {
  slug, code, id: z.uuid("malformed"),
  flag: z.enum(["true", "false"], "malformed"),
  /** Of an SDG. */
  number: z.string().regex(/^[1-9]\d?$/, "malformed"),
  since: z.union([z.iso.date(), z.iso.datetime()], "malformed"),
};

export const byId = { id: { kind: "text", nullable: false } } as const satisfies Record<string, SortField>;
export const textSort = { kind: "text", nullable: false } as const satisfies SortField;
export const maybeTextSort = { kind: "text", nullable: true } as const satisfies SortField;
export const instantSort = { kind: "instant", nullable: false } as const satisfies SortField;
export const maybeInstantSort = { kind: "instant", nullable: true } as const satisfies SortField;

/** A Json column of a public text as it is given out: in our languages alone; null where nothing is stated. */
export function textOf(value: unknown): Localized | null {
  if (typeof value !== "object" || value === null) return null;
  const texts = value as Localized;
  return Object.fromEntries(locales.flatMap((locale) => (texts[locale] ? [[locale, texts[locale]]] : [])));
}

/** As {@link textOf}, of a column that is never null. */
export function saidText(value: unknown): Localized {
  return textOf(value) ?? {};
}

const address = /[^\s<>(),;]*@[^\s<>(),;]+/gu;

/** What people wrote about themselves, without e-mail addresses: a page is read, but a file of all comments would be harvested. */
export function withoutAddresses(text: string): string {
  return text.replace(address, "…@…");
}
