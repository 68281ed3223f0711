import { beforeAll, describe, expect, it } from "vitest";
import { SaxesParser } from "saxes";
import { aMixedRecord } from "#prisma/mixed-factories.ts";
import { statements } from "#lib/platform/testing/statements.ts";
import { findScope, listFeed } from "./queries.ts";
import { atomOf } from "./rules.ts";
import type { FeedEntry } from "./schema.ts";

const now = new Date("2026-11-20T08:00:00Z");
let mixed: Awaited<ReturnType<typeof aMixedRecord>>;

beforeAll(async () => {
  mixed = await aMixedRecord(now);
});

/** The texts of an XML document by the names of their elements; throws on what is not well-formed. */
function elementsOf(xml: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const open: { name: string; text: string }[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => { throw error; });
  parser.on("opentag", ({ name }) => void open.push({ name, text: "" }));
  parser.on("text", (text) => { const inner = open.at(-1); if (inner) inner.text += text; });
  parser.on("closetag", () => { const { name, text } = open.pop() ?? { name: "", text: "" }; (found[name] ??= []).push(text); });
  parser.write(xml).close();
  return found;
}

const frame = (title: string) => ({
  locale: "ka" as const, self: "https://example.org/ka/feed.atom", page: "https://example.org/ka", rights: "https://example.org/licence", now,
  words: { title, subtitle: "s", sentence: (kind: FeedEntry["kind"], { about, by }: { about: string; by: string }) => `${kind}: ${about} (${by})` },
});

describe("a feed", () => {
  it("tells what is new, the newest first, in five statements", async () => {
    let entries: FeedEntry[] = [];
    expect(await statements(async () => void (entries = await listFeed({})))).toBe(5);
    expect(entries.length).toBeGreaterThan(5);
    expect(entries.map(({ at }) => at.getTime())).toEqual(entries.map(({ at }) => at.getTime()).sort((a, b) => b - a));
    expect(JSON.stringify(entries)).not.toMatch(/poison|secret\.example/);
  });

  it("can be of one plan or organisation, and of nothing that is not public", async () => {
    const entries = await listFeed({ plan: "georgia-2018-2019" });
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.filter(({ url }) => !/georgia-2018-2019|\/reports\/|\/process\//.test(url.en))).toEqual([]);
    expect(await findScope({ plan: mixed.draft })).toBeNull();
    expect(await listFeed({ plan: mixed.draft })).toEqual([]);
    expect(await listFeed({ organisation: "ogp-georgia-secretariat" })).not.toEqual([]);
    expect(await findScope({ organisation: "nobody" })).toBeNull();
  });

  it("is Atom with what Atom asks for, whatever the texts are", async () => {
    const [first] = await listFeed({});
    const odd = { ...(first ?? expect.unreachable()), about: { ka: '<b>&"\u0000\u000b]]>' } };
    const { entry, id, title, updated, ...rest } = elementsOf(atomOf([odd], frame("ახალი & ძველი")));
    expect([entry?.length, id?.length, updated?.length]).toEqual([1, 2, 2]);
    expect(title).toEqual(["ახალი & ძველი", expect.stringContaining('<b>&"]]>')]);
    expect(rest).toHaveProperty("rights", ["https://example.org/licence"]);
    expect(elementsOf(atomOf([], frame("x"))).updated).toEqual([now.toISOString()]);
  });
});
