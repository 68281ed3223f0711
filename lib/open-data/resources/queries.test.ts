import { beforeAll, describe, expect, it } from "vitest";
import { commentIn, aMixedRecord } from "#prisma/mixed-factories.ts";
import { db } from "#lib/platform/db/client.ts";
import { statements } from "#lib/platform/testing/statements.ts";
import { eachRecord, findRecord, findResource, listRecords, resources } from "./queries.ts";
import { readParameters } from "./rules.ts";

const now = new Date("2026-11-20T08:00:00Z");
let mixed: Awaited<ReturnType<typeof aMixedRecord>>;

beforeAll(async () => {
  mixed = await aMixedRecord(now);
});

async function listed(name: string, query = "") {
  const resource = findResource(name) ?? expect.unreachable();
  const read = readParameters(resource, new URLSearchParams(query));
  if ("misunderstood" in read) return expect.unreachable(JSON.stringify(read.misunderstood));
  return listRecords(resource, read.asked, now);
}

async function all(name: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of eachRecord(findResource(name) ?? expect.unreachable(), now, 7)) ids.push(id);
  return ids;
}

describe.each(resources.map((resource) => [resource.name, resource] as const))("%s", (name, resource) => {
  it("look as their schema says, and hold nothing else", async () => {
    const { records } = await listed(name, "limit=200");
    for (const record of records) expect(resource.record.parse(record)).toEqual(record);
  });

  it.each(Object.keys(resource.sorts).flatMap((sort) => [sort, `-${sort}`]))("come whole in pages ordered by %s, in one statement a page and one more where values end", async (sort) => {
    const ids: string[] = [];
    let asked = 0;
    for (let cursor: string | null = ""; cursor !== null;) {
      let page: Awaited<ReturnType<typeof listed>> | undefined;
      asked += (await statements(async () => void (page = await listed(name, `limit=20&sort=${sort}${cursor ? `&cursor=${cursor}` : ""}`)))) - 1;
      ids.push(...(page?.records ?? []).map(({ id }) => id));
      cursor = page?.next ?? null;
    }
    expect(asked).toBeLessThanOrEqual(resource.sorts[sort.replace("-", "")]?.nullable ? 1 : 0);
    expect(new Set(ids)).toEqual(new Set(await all(name)));
    expect(ids).toHaveLength(new Set(ids).size);
  });

  it("are each found by their key", async () => {
    const { records: [first] } = await listed(name, "limit=1");
    if (first) expect(await findRecord(resource, String(first[resource.key]), now)).toEqual(first);
    expect(await findRecord(resource, "no-such-thing", now)).toBeNull();
    expect(await findRecord(resource, "'; DROP", now)).toBeNull();
  });

  it.each(Object.entries(resource.filters))("can be filtered by %s", async (filter, { schema }) => {
    const value = ["a-b", "2", "true", "2020-01-01", crypto.randomUUID()].find((candidate) => schema.safeParse(candidate).success);
    expect((await listed(name, `${filter}=${value}`)).records.length).toBeLessThanOrEqual(50);
  });
});

describe("only what everybody may read", () => {
  it("is listed: no draft, no unpublished comment", async () => {
    expect(await findRecord(findResource("plans") ?? expect.unreachable(), mixed.draft, now)).toBeNull();
    const { records } = await listed("comments");
    expect(records.map(({ body, hiddenFor }) => [body, hiddenFor])).toEqual([["Good. Write to …@…", null], [null, "abusive"]]);
    expect(records.map(({ response }) => response)).toEqual([null, null]);
    expect(await db().comment.count()).toBe(5);
  });

  it("filters by what they say", async () => {
    const { records } = await listed("commitments", "plan=dmanisi-2024-2025&limit=200");
    expect(records.length).toBe(await db().commitment.count({ where: { plan: { slug: "dmanisi-2024-2025" } } }));
    expect(records.length).toBeGreaterThan(3);
    await commentIn("published", mixed.subject);
    expect((await listed("comments", `plan=${mixed.subject.plan.slug}`)).records).toHaveLength(3);
    expect((await listed("comments", "plan=dmanisi-2024-2025")).records).toHaveLength(0);
  });
});

describe("commitments and milestones", () => {
  const stands = async (name: string, query: string) => (await listed(name, `limit=200&${query}`)).records;

  it.each(["commitments", "milestones"])("%s can be asked for by where they stand, on each axis by itself", async (name) => {
    const records = await stands(name, "");
    for (const [parameter, none, valueOf] of [
      ["progress", "not_reported", ({ progress }: (typeof records)[number]) => progress as string | null],
      ["fulfilment", "not_assessed", ({ fulfilment }: (typeof records)[number]) => (fulfilment as { code: string } | null)?.code ?? null],
    ] as const) {
      const values = new Set(records.map(valueOf));
      for (const value of values) {
        const found = await stands(name, `${parameter}=${value ?? none}`);
        expect(found.map(({ id }) => id).sort()).toEqual(records.filter((record) => valueOf(record) === value).map(({ id }) => id).sort());
      }
      expect(await stands(name, `${parameter}=no-such`)).toEqual([]);
    }
  });

  it("say whose judgement it is, and of when", async () => {
    const [judged] = await stands("commitments", "fulfilment=not_implemented");
    expect(judged).toMatchObject({ progress: "suspended", fulfilment: { code: "not_implemented", assessor: { slug: expect.any(String) }, period: { slug: "2019-annual" }, publishedAt: expect.any(String) }, shortUrl: expect.stringMatching(/\/c\/[a-z0-9]{8}$/) });
  });
});
