import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byId, filterValues, maybeTextSort, withoutAddresses, type OpenRecord, type Resource } from "#lib/record/publication/schema.ts";
import { planRecord } from "#lib/open-data/plans/schema.ts";
import { pageOf, readParameters, wantedOf, type Asked } from "./rules.ts";

const resource: Resource = {
  name: "plans", record: planRecord, key: "slug", sorts: { ...byId, endsOn: maybeTextSort }, filters: { plan: { schema: filterValues.slug, where: (slug) => ({ slug }) } }, read: () => Promise.resolve([]),
};

function understood(query: string): Asked {
  const read = readParameters(resource, new URLSearchParams(query));
  if ("misunderstood" in read) return expect.unreachable(JSON.stringify(read.misunderstood));
  return read.asked;
}

describe("what is asked of a collection", () => {
  it("is the whole of it, by id, when nothing is said", () => {
    expect(understood("")).toEqual({ filters: {}, sort: "id", descending: false, limit: 50, after: null, address: "sort=id&limit=50" });
  });

  it("has one spelling", () => {
    expect(understood("limit=10&sort=-endsOn&plan=a").address).toBe(understood("plan=a&sort=-endsOn&limit=10").address);
  });

  it.each([
    ["plam=a", "plam", "unknown"], ["plan=a&plan=b", "plan", "repeated"], ["plan=%00", "plan", "malformed"], ["plan=' OR 1=1", "plan", "malformed"], ["sort=createdAt", "sort", "malformed"],
    ["sort=constructor", "sort", "malformed"], ["limit=0", "limit", "malformed"], ["limit=201", "limit", "malformed"], ["limit=1e2", "limit", "malformed"], ["cursor=x", "cursor", "malformed"],
  ])("%s is refused", (query, parameter, reason) => {
    expect(readParameters(resource, new URLSearchParams(query))).toEqual({ misunderstood: [{ parameter, reason }] });
  });

  it("cannot go on by another order than it began with", () => {
    const [first, second] = [{ id: crypto.randomUUID() }, { id: crypto.randomUUID() }];
    const { next } = pageOf([first, second], understood("limit=1"));
    expect(readParameters(resource, new URLSearchParams({ cursor: next ?? "", sort: "endsOn" }))).toHaveProperty("misunderstood");
    expect(understood(new URLSearchParams({ cursor: next ?? "" }).toString()).after).toEqual({ sort: "id", value: first.id, id: first.id });
  });
});

/** What the database does with the condition that a cursor makes, for one column that may be null. */
function matches(record: OpenRecord, where: unknown): boolean {
  return Object.entries(where as Record<string, unknown>).every(([key, condition]) => {
    if (key === "AND") return (condition as object[]).every((part) => matches(record, part));
    if (key === "OR") return (condition as object[]).some((part) => matches(record, part));
    const value = record[key] as string | null;
    if (condition === null || typeof condition === "string") return value === condition;
    const { gt, lt, gte, lte } = condition as { gt?: string; lt?: string; gte?: string; lte?: string };
    return value !== null && (gt === undefined || value > gt) && (lt === undefined || value < lt) && (gte === undefined || value >= gte) && (lte === undefined || value <= lte);
  });
}

describe("pages", () => {
  const records = fc.uniqueArray(fc.record({ id: fc.uuid(), endsOn: fc.constantFrom(null, "2018", "2018-10", "2019") }), { selector: ({ id }) => id, maxLength: 30 });

  it("one after the other are the whole, each record once, in order", () => {
    fc.assert(fc.property(records, fc.constantFrom("id", "-id", "endsOn", "-endsOn"), fc.integer({ min: 1, max: 7 }), (all, sort, limit) => {
      const got: OpenRecord[] = [];
      let cursor: string | null = null;
      do {
        const asked = understood(new URLSearchParams({ sort, limit: String(limit), ...(cursor ? { cursor } : {}) }).toString());
        const key = asked.sort as "id" | "endsOn";
        const turn = asked.descending ? -1 : 1;
        const ordered = all.toSorted((a, b) => compare(a[key], b[key], turn) || compare(a.id, b.id, turn));
        const page = pageOf(wantedOf(resource, asked).flatMap(({ where }) => ordered.filter((record) => matches(record, where))).slice(0, limit + 1), asked);
        got.push(...page.records);
        cursor = page.next;
      } while (cursor);
      expect(new Set(got.map(({ id }) => id)).size).toBe(all.length);
      expect(got).toHaveLength(all.length);
    }));
  });
});

/** Nulls last, whichever way the order goes. */
function compare(a: string | null, b: string | null, turn: number): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -turn : turn;
}

describe("what people wrote", () => {
  it("is given out without e-mail addresses", () => {
    fc.assert(fc.property(fc.emailAddress(), fc.string(), (address, text) => {
      expect(withoutAddresses(`${text} ${address}, ${text}`)).not.toContain(address);
    }));
    expect(withoutAddresses("მომწერეთ: nino@example.ge, გმადლობთ")).toBe("მომწერეთ: …@…, გმადლობთ");
  });
});
