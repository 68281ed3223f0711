import { z } from "zod";
import type { Filter, OpenRecord, Resource, Wanted } from "#lib/record/publication/schema.ts";

export const defaultPageSize = 50;
export const largestPage = 200;

/** What was asked of a collection, understood. `address` is the one spelling of it. */
export interface Asked {
  filters: Record<string, string>;
  sort: string;
  descending: boolean;
  limit: number;
  after: Cursor | null;
  address: string;
}

/** Where a page ends: by which order, at which value of it, at which record. */
interface Cursor {
  sort: string;
  value: string | null;
  id: string;
}

/** A parameter that was not understood. */
export interface Misunderstood {
  parameter: string;
  reason: "unknown" | "repeated" | "malformed";
}

const cursorSchema = z.tuple([z.string(), z.string().max(500).nullable(), z.string().regex(/^[a-z0-9-]{1,200}$/)]);
const limitSchema = z.string().regex(/^\d{1,3}$/).transform(Number).pipe(z.int().min(1).max(largestPage));

function writeCursor({ sort, value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString("base64url");
}

function readCursor(text: string): Cursor | null {
  try {
    const [sort, value, id] = cursorSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return { sort, value, id };
  } catch {
    return null;
  }
}

/** True for a value that the column of an order can be compared with. */
function isComparable({ sorts, identity }: Resource, order: string, { sort, value, id }: Cursor): boolean {
  const field = sorts[order.replace(/^-/, "")];
  if (!identity && !z.uuid().safeParse(id).success) return false;
  if (sort !== order || !field || (value === null && !field.nullable)) return false;
  if (value === null) return true;
  return field.kind === "instant" ? z.iso.datetime().safeParse(value).success : !/\p{Cc}/u.test(value) && value.isWellFormed();
}

/** Reads the parameters of a collection; one that it does not have is refused, not passed over: a mistyped filter would give out everything. */
export function readParameters(resource: Resource, query: URLSearchParams): { asked: Asked } | { misunderstood: Misunderstood[] } {
  const misunderstood: Misunderstood[] = [];
  const taken = <T>(parameter: string, read: (value: string) => T | null, otherwise: T): T => {
    const text = query.get(parameter);
    const value = text === null ? otherwise : read(text);
    if (value === null && text !== null) misunderstood.push({ parameter, reason: "malformed" });
    return value ?? otherwise;
  };
  for (const name of new Set(query.keys())) {
    if (!(name in resource.filters) && !["sort", "limit", "cursor"].includes(name)) misunderstood.push({ parameter: name.slice(0, 100), reason: "unknown" });
    else if (query.getAll(name).length > 1) misunderstood.push({ parameter: name, reason: "repeated" });
  }
  const [usual = "id"] = Object.keys(resource.sorts);
  const order = taken("sort", (value) => (Object.hasOwn(resource.sorts, value.replace(/^-/, "")) ? value : null), usual);
  const limit = taken("limit", (value) => limitSchema.safeParse(value).data ?? null, defaultPageSize);
  const after = taken<Cursor | null>("cursor", (value) => { const cursor = readCursor(value); return cursor && isComparable(resource, order, cursor) ? cursor : null; }, null);
  const filters = readFilters(resource.filters, taken);
  if (misunderstood.length > 0) return { misunderstood };
  const address = new URLSearchParams({ ...filters, sort: order, limit: String(limit), ...(after ? { cursor: writeCursor(after) } : {}) });
  return { asked: { filters, sort: order.replace(/^-/, ""), descending: order.startsWith("-"), limit, after, address: address.toString() } };
}

function readFilters(known: Record<string, Filter>, taken: (name: string, read: (value: string) => string | null, otherwise: string) => string): Record<string, string> {
  const read = Object.entries(known).map(([name, { schema }]) => [name, taken(name, (value) => schema.safeParse(value).data ?? null, "")] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== ""));
}

/**
 * What the database is asked for, one stretch after the other until the page is full: the records after the cursor and one more, which tells
 * whether there is a next page. What has no value stands last and is a stretch of its own: an index leads to where a condition with a bound
 * begins, and to nowhere in one that also takes nulls.
 */
export function wantedOf(resource: Resource, asked: Asked): Wanted[] {
  const identity: string = resource.identity ?? "id";
  const { sort, descending, limit } = asked;
  const direction = descending ? "desc" : "asc";
  const byIdentity = { [identity]: direction };
  const ordered = resource.sorts[sort]?.nullable ? { [sort]: { sort: direction, nulls: "last" } } : { [sort]: direction };
  const filtered: object[] = Object.entries(asked.filters).flatMap(([name, value]) => resource.filters[name]?.where(value) ?? []);
  return stretchesOf(resource, identity, asked).map((stretch) => ({ where: { AND: [...filtered, ...stretch] }, orderBy: sort === "id" ? [byIdentity] : [ordered, byIdentity], take: limit + 1 }));
}

/** The conditions of each stretch behind the cursor. */
function stretchesOf({ sorts }: Resource, identity: string, { sort, descending, after }: Asked): object[][] {
  const field = sorts[sort];
  if (!after || !field) return [[]];
  const beyond = descending ? "lt" : "gt";
  const further = { [identity]: { [beyond]: after.id } };
  if (sort === "id") return [[further]];
  if (after.value === null) return [[{ [sort]: null }, further]];
  const value = field.kind === "instant" ? new Date(after.value) : after.value;
  const stated = [{ [sort]: { [`${beyond}e`]: value } }, { OR: [{ [sort]: { [beyond]: value } }, further] }];
  return field.nullable ? [stated, [{ [sort]: null }]] : [stated];
}

/** The records of one page, and the cursor of the next; null: this is the last. */
export function pageOf(records: readonly OpenRecord[], { sort, descending, limit }: Asked): { records: OpenRecord[]; next: string | null } {
  const page = records.slice(0, limit);
  const last = page.at(-1);
  if (records.length <= limit || !last) return { records: page, next: null };
  const value = last[sort];
  return { records: page, next: writeCursor({ sort: `${descending ? "-" : ""}${sort}`, value: typeof value === "string" ? value : null, id: last.id }) };
}
