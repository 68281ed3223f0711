import { beforeAll, describe, expect, it } from "vitest";
import { SaxesParser } from "saxes";
import { aMixedRecord } from "#prisma/mixed-factories.ts";
import { db } from "#lib/platform/db/client.ts";
import { statements } from "#lib/platform/testing/statements.ts";
import { findScope } from "#lib/news/feed-scopes/queries.ts";
import { feedSentences, listFeed } from "./queries.ts";
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
  words: { title, subtitle: "s", sentence: ({ kind, about, by }: FeedEntry) => `${kind}: ${about?.ka} (${by?.ka})` },
});

describe("a feed", () => {
  it("tells what is new, the newest first, in eight statements", async () => {
    let entries: FeedEntry[] = [];
    expect(await statements(async () => void (entries = await listFeed({})))).toBe(8);
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

  it("can be of one commitment, topic, goal or municipality", async () => {
    const all = await listFeed({}, { most: 1_000 });
    const idsOf = (entries: FeedEntry[]) => entries.map(({ id }) => id);
    const subjects = await db().assessment.findMany({ where: { status: "published" }, select: { id: true, commitment: { select: { slug: true, planId: true, plan: { select: { slug: true } }, thematicAreas: true, sdgs: true } } } });
    const { commitment } = subjects.find((one) => one.commitment.thematicAreas.length > 0 && one.commitment.sdgs.length > 0) ?? expect.unreachable();
    const [area, sdg] = [commitment.thematicAreas[0]?.code ?? "", String(commitment.sdgs[0]?.number)];
    const ofCommitment = await listFeed({ plan: commitment.plan.slug, commitment: commitment.slug });
    expect(ofCommitment.length).toBeGreaterThan(0);
    expect(ofCommitment.every(({ url }) => url.en.includes(`/plans/${commitment.plan.slug}/commitments/${commitment.slug}`))).toBe(true);
    for (const scope of [{ area }, { sdg }]) {
      const entries = await listFeed(scope, { most: 1_000 });
      expect(idsOf(entries)).toEqual(expect.arrayContaining(idsOf(ofCommitment)));
      expect(idsOf(all)).toEqual(expect.arrayContaining(idsOf(entries)));
    }
    await db().municipality.create({ data: { slug: "a-town", name: { ka: "ქალაქი" }, region: {}, position: 1 } });
    expect(await listFeed({ municipality: "a-town" })).toEqual([]);
    await db().plan.update({ where: { id: commitment.planId }, data: { municipalitySlug: "a-town" } });
    expect(idsOf(await listFeed({ municipality: "a-town" }, { most: 1_000 }))).toEqual(idsOf(await listFeed({ plan: commitment.plan.slug }, { most: 1_000 })));
    expect(await findScope({ municipality: "a-town" })).toEqual({ name: { ka: "ქალაქი" }, path: "/municipalities/a-town" });
    expect([await findScope({ area: "nothing" }), await findScope({ sdg: "18" }), await findScope({ sdg: "x" }), await findScope({ commitment: commitment.slug })]).toEqual([null, null, null, null]);
  });

  it("comes in windows that follow on each other, without a gap and without saying anything twice", async () => {
    const all = await listFeed({}, { most: 1_000 });
    const middle = all[Math.floor(all.length / 2)]?.at ?? now;
    const [later, earlier] = [await listFeed({}, { since: middle, most: 1_000 }), await listFeed({}, { until: middle, most: 1_000 })];
    expect([...later, ...earlier]).toEqual(all);
    expect(later.length * earlier.length).toBeGreaterThan(0);
    expect(await listFeed({}, { most: 2 })).toEqual(all.slice(0, 2));
  });

  it("tells of an answer to a comment once both are public, in a sentence", async () => {
    const answered = await listFeed({ plan: mixed.subject.plan.slug });
    expect(answered.filter(({ kind }) => kind === "answers")).toEqual([]);
    const response = await db().response.findFirstOrThrow({ where: { comment: { commitmentId: mixed.subject.commitment.id } } });
    await db().response.update({ where: { id: response.id }, data: { status: "published", publishedAt: now, disposition: "accepted", text: { en: "Yes, we will." } } });
    const [entry] = await listFeed({ plan: mixed.subject.plan.slug, commitment: "idea" });
    expect(entry).toMatchObject({ id: `urn:uuid:${response.id}`, kind: "answers", summary: { en: "Yes, we will." }, url: { en: expect.stringMatching(/#comments$/) } });
    const say = await feedSentences("en");
    expect(say(entry ?? expect.unreachable())).toMatch(/^Comment answered: .* \(.+\)$/);
    for (const locale of ["ka", "en"] as const) {
      const sentence = await feedSentences(locale);
      for (const one of await listFeed({}, { most: 1_000 })) expect(sentence(one)).not.toMatch(/open-data\.|undefined|none|\{/);
    }
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
