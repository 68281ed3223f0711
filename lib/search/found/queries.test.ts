import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { db, inTransaction } from "#lib/platform/db/client.ts";
import { asAmendment } from "#prisma/amendment-factories.ts";
import { createComment, createCommentedPlan } from "#prisma/comment-factories.ts";
import { addCommitment, aDraftPlan, anOpenPlan, anOrganisation } from "#prisma/factories.ts";
import { rebuildIndex } from "#lib/search/commands.ts";
import { facetLabels } from "#lib/search/queries.ts";
import { asTitleQuery, asTsquery } from "#lib/search/rules.ts";
import { parseSearch } from "#lib/search/schema.ts";
import { askedWords, fold, keysOf } from "#lib/record/search-words/rules.ts";
import { suggest } from "#lib/search/suggestions/queries.ts";
import { findPublic } from "./queries.ts";

describe("the database and the rules", () => {
  it("fold every text alike", async () => {
    const letters = fc.stringMatching(/^[ა-ჰᲐ-Ჰa-zA-Z0-9а-яА-Яéüßйİ.,'’ʼ –\-\u00ad\u0301(„“)\n]{0,60}$/);
    const texts = fc.sample(fc.oneof(letters, fc.string({ unit: "grapheme", maxLength: 30 })), { numRuns: 600, seed: 5 }).map((text) => text.replaceAll("\u0000", "").toWellFormed());
    const rows = await db().$queryRaw<{ text: string; folded: string }[]>`SELECT text, search_fold(text) AS folded FROM unnest(${texts}::text[]) text`;
    expect(rows.filter(({ text, folded }) => fold(text) !== folded).map(({ text, folded }) => [text, fold(text), folded])).toEqual([]);
  });

  it("cut every word to the same keys", async () => {
    const endings = ["", "ი", "ა", "ს", "ის", "ით", "ად", "მა", "ებს", "ების", "ებისათვის", "ში", "ზე", "შიც", "თან", "დან", "მდე", "ისკენ", "თა", "ვე", "ia", "s", "ed", "ing", "ies", "es", "y", "is", "shi", "ebis", "tvis", "ss", "e"];
    const stems = fc.oneof(fc.stringMatching(/^[ა-ჰ]{1,9}$/), fc.stringMatching(/^[a-z]{1,9}$/));
    const words = fc.tuple(stems, fc.constantFrom(...endings)).map(([stem, ending]) => stem + ending);
    const texts = fc.sample(fc.oneof(fc.array(words, { maxLength: 6 }).map((all) => all.join(" ")), fc.stringMatching(/^[ა-ჰᲐ-Ჰa-zA-Z0-9а-яéüİ.,'’ –\-\u00ad\u0301_„“\n]{0,60}$/), fc.string({ unit: "grapheme", maxLength: 30 })), { numRuns: 1_500, seed: 11 }).map((text) => text.replaceAll("\u0000", "").toWellFormed());
    const rows = await db().$queryRaw<{ text: string; keys: string }[]>`SELECT text, search_keys(text) AS keys FROM unnest(${texts}::text[]) text`;
    const inOrder = (keys: readonly string[]) => [...new Set(keys)].toSorted().join(" ");
    expect(rows.map(({ text, keys }) => [text, inOrder(keysOf(text)), inOrder(keys.split(" ").filter(Boolean))]).filter(([, rules, database]) => rules !== database)).toEqual([]);
  });

  it("whatever is typed is a query that the database understands", async () => {
    const typed = [...fc.sample(fc.string({ unit: "grapheme", maxLength: 60 }), { numRuns: 200, seed: 7 }), "'a' | b & !c <-> d:*", "\\'; DROP TABLE", "((", "a:*b"].map((text) => text.replaceAll("\u0000", "").toWellFormed());
    const asTitle = (text: string) => asTitleQuery(askedWords(text), ["a"]);
    for (const write of [(text: string) => asTsquery(askedWords(text)), (text: string) => asTsquery(askedWords(text), "any"), asTitle]) {
      const queries = typed.map(write).filter(Boolean);
      await expect(db().$queryRaw`SELECT count(query::tsquery)::int FROM unnest(${queries}::text[]) query`).resolves.toHaveLength(1);
    }
  });
});

const now = new Date("2024-09-01T08:00:00Z");
const find = (q: string, more: Record<string, string> = {}) => findPublic(parseSearch({ q, ...more }), now);
/** What was found: kinds with their paths. */
const paths = async (q: string, more: Record<string, string> = {}) => (await find(q, more))?.hits.map(({ kind, path }) => `${kind} ${path}`) ?? null;

describe("what is public is found", () => {
  let open: Awaited<ReturnType<typeof anOpenPlan>>;
  let path = "";
  let plan = "";

  beforeAll(async () => {
    open = await anOpenPlan();
    await asAmendment(open.plan.id, async () => {
      await db().commitment.update({ where: { id: open.commitment.id }, data: { title: { ka: "მოქალაქეთა ბიუჯეტის პორტალი", en: "A citizens’ budget portal" }, plainSummary: { ka: "ზუგდიდის მერს იდეას ყველა გაუგზავნის." } } });
      await db().milestone.update({ where: { id: open.milestone.id }, data: { title: { ka: "სასმელი წყლის რუკა", en: "A map of drinking water" } } });
    });
    const row = await db().commitment.findUniqueOrThrow({ where: { id: open.commitment.id }, select: { slug: true, plan: { select: { slug: true } } } });
    plan = row.plan.slug;
    path = `commitment /plans/${plan}/commitments/${row.slug}`;
  });

  it.each([
    "ბიუჯეტი", "ბიუჯეტების", "biujetis portali", "zugdidi idea", "ზუგდიდის მერს იდეა", "zugdidis mers idea", "budgets", "წყალი", "wyali", "tsqlis ruka", "drinking water map", "ზუგდიდის მერს", "ბიუჯ",
  ])("%s", async (question) => expect(await paths(question)).toContain(path));

  it("by words that are mistyped, and says so", async () => {
    expect(await find("ბიუჯტის")).toMatchObject({ taken: "alike", hits: [{ path: path.split(" ")[1] }] });
    expect((await find("ბიუჯეტი აეროპორტი"))?.taken).toBe("any");
    expect((await find("ხვხვხვხვხ"))?.hits).toEqual([]);
  });

  it("through a result, once it is accepted, and no sooner", async () => {
    const said = { periodId: open.period.id, commitmentId: open.commitment.id, milestoneId: open.milestone.id, organisationId: open.agency.id, progress: "in_progress", result: { ka: "ჭაბურღილები აღიწერა" }, createdAt: now, savedAt: now };
    const { id } = await db().progressUpdate.create({ data: said });
    expect(await paths("ჭაბურღილი")).toEqual([]);
    await db().progressUpdate.update({ where: { id }, data: { status: "accepted", acceptedAt: now } });
    expect(await paths("ჭაბურღილი")).toEqual([path, `result ${path.split(" ")[1]}#1.1`]);
    expect((await find("ჭაბურღილი"))?.facets.status).toEqual([{ value: "in_progress", count: 1 }, { value: "not_reported", count: 1 }]);
    expect(await paths("ჭაბურღილი", { status: "completed" })).toEqual([]);
    expect((await paths("", { status: "in_progress", plan, agency: open.agency.slug }))?.map((one) => one.split(" ")[0])).toEqual(["commitment", "milestone", "result"]);
    expect(await paths("ჭაბურღილი", { overdue: "yes" })).not.toContainEqual(expect.stringMatching(/^result/));
  });

  it("as the milestone that holds the words, with what it is part of", async () => {
    const found = await find("სასმელი წყალი");
    expect(found?.hits.filter(({ kind }) => kind === "milestone")).toMatchObject([{ path: `${path.split(" ")[1]}#1.1`, title: { en: "A map of drinking water" }, about: { en: "A citizens’ budget portal" } }]);
    expect(found?.counts.milestone).toEqual({ count: 1, more: false });
    await asAmendment(open.plan.id, () => db().milestone.update({ where: { id: open.milestone.id }, data: { removedAt: now } }));
    expect(await paths("სასმელი წყალი")).toEqual([]);
    await asAmendment(open.plan.id, () => db().milestone.update({ where: { id: open.milestone.id }, data: { removedAt: null } }));
    expect(await paths("სასმელი წყალი", { kind: "milestone" })).toEqual([`milestone ${path.split(" ")[1]}#1.1`]);
  });

  it("by the municipality of its plan or of who carries it", async () => {
    await db().municipality.createMany({ data: [{ slug: "zugdidi", name: { en: "Zugdidi Municipality" } }, { slug: "dmanisi", name: { en: "Dmanisi Municipality" } }], skipDuplicates: true });
    await db().organisation.update({ where: { id: open.agency.id }, data: { municipalitySlug: "dmanisi" } });
    expect(await paths("ბიუჯეტი", { municipality: "dmanisi" })).toEqual([path]);
    await db().organisation.update({ where: { id: open.agency.id }, data: { municipalitySlug: null } });
    expect(await paths("ბიუჯეტი", { municipality: "dmanisi" })).toEqual([]);
    await db().plan.update({ where: { id: open.plan.id }, data: { municipalitySlug: "zugdidi" } });
    const found = await find("ბიუჯეტი", { municipality: "zugdidi" });
    expect(found?.facets.municipality).toEqual([{ value: "zugdidi", count: 1 }]);
    expect((await facetLabels(found!.facets)).get("municipality:zugdidi")).toMatchObject({ en: "Zugdidi Municipality" });
    await db().plan.update({ where: { id: open.plan.id }, data: { municipalitySlug: null } });
  });

  it("by what it has in common with others, with counts", async () => {
    const found = await find("ბიუჯეტი");
    expect(found?.counts.commitment).toEqual({ count: 1, more: false });
    expect(found?.facets.agency.map(({ value }) => value)).toContain(open.agency.slug);
    expect(found?.facets.plan).toEqual([{ value: plan, count: 1 }]);
    const labels = await facetLabels(found!.facets);
    expect(labels.get(`plan:${plan}`)).toBeDefined();
  });

  it("is suggested as it is typed", async () => {
    expect((await suggest("biuj")).map(({ path: to }) => `commitment ${to}`)).toContain(path);
    expect((await suggest("ბიუჯეტის პორტალი ა")).map(({ path: to }) => `commitment ${to}`)).toContain(path);
    expect(await suggest("b")).toEqual([]);
    expect(await suggest("%_'\\")).toEqual([]);
  });

  it("leaves with an amendment that takes it out, and comes back with one", async () => {
    await asAmendment(open.plan.id, () => db().commitment.update({ where: { id: open.commitment.id }, data: { removedAt: now } }));
    expect(await paths("ბიუჯეტი")).toEqual([]);
    await asAmendment(open.plan.id, () => db().commitment.update({ where: { id: open.commitment.id }, data: { removedAt: null } }));
    expect(await paths("ბიუჯეტი")).toEqual([path]);
  });
});

describe("a draft", () => {
  it("is not found before it is put to the public", async () => {
    const { plan, reviewer } = await aDraftPlan({ title: { en: "Archipelago of archives" } });
    const commitment = await addCommitment(reviewer, plan.id, (await anOrganisation()).id, { title: { en: "Lighthouse keepers" } });
    await db().organisation.updateMany({ where: { commitments: { some: { id: commitment.id } } }, data: { name: { en: "Lighthouse office" } } });
    expect([await paths("archipelago"), await paths("lighthouses"), await suggest("lightho")]).toEqual([[], [], []]);
    await db().plan.update({ where: { id: plan.id }, data: { status: "in_consultation" } });
    const [{ slug }, { slug: own }] = [await db().plan.findUniqueOrThrow({ where: { id: plan.id } }), await db().commitment.findUniqueOrThrow({ where: { id: commitment.id } })];
    expect(await paths("archipelago")).toEqual([`commitment /plans/${slug}/commitments/${own}`, `plan /plans/${slug}`]);
    await db().plan.update({ where: { id: plan.id }, data: { status: "draft" } });
    expect([await paths("archipelago"), await paths("lighthouses"), await suggest("lightho")]).toEqual([[], [], []]);
  });
});

describe("a comment", () => {
  it("is found while it is published, with its response, and never by who wrote it", async () => {
    const { commitment, plan } = await createCommentedPlan();
    const { id } = await createComment(commitment, { body: "ტროტუარი დასაგებია: vinme@example.ge.", authorName: "გოდერძი", status: "pending" });
    expect(await paths("ტროტუარები")).toEqual([]);
    await db().comment.update({ where: { id }, data: { status: "published", publishedAt: now } });
    const place = `comment /plans/${plan.slug}/commitments/idea#comment-${id}`;
    expect(await paths("trotuari")).toEqual([place]);
    expect((await find("trotuari"))?.hits[0]).toMatchObject({ title: { ka: "შენი იდეა", en: "Your idea" }, summary: { ka: "ტროტუარი დასაგებია: …" } });
    expect(await paths("გოდერძი")).toEqual([]);
    expect(await paths("ტროტუარი", { kind: "comment" })).toEqual([place]);
    expect(await paths("ტროტუარი", { plan: plan.slug, level: "national" })).toEqual([place]);
    expect([await paths("ტროტუარი", { plan: "another" }), await paths("ტროტუარი", { year: "2018" })]).toEqual([[], []]);
    await db().comment.update({ where: { id }, data: { status: "hidden", moderationCode: "off_topic" } });
    expect(await paths("ტროტუარები")).toEqual([]);
  });
});

describe("what nobody may read yet", () => {
  it("touches nothing that is found when it is written", async () => {
    const open = await anOpenPlan();
    const turns = () => inTransaction(async (tx) => {
      const said = { periodId: open.period.id, commitmentId: open.commitment.id, milestoneId: open.milestone.id, organisationId: open.agency.id, progress: "in_progress", createdAt: now, savedAt: now };
      const { id } = await tx.progressUpdate.create({ data: said });
      await tx.progressUpdate.update({ where: { id }, data: { result: { ka: "ჯერ არავინ კითხულობს" }, savedAt: now } });
      await tx.plan.update({ where: { id: open.plan.id }, data: { version: { increment: 1 } } });
      await tx.comment.create({ data: { commitmentId: open.commitment.id, email: "nobody@example.ge", body: "ჯერ არავინ კითხულობს", locale: "ka", confirmTokenHash: crypto.randomUUID(), confirmExpiresAt: now, createdAt: now } });
      return tx.searchTurn.count();
    });
    expect(await turns()).toBe(0);
    expect(await paths("ჯერ არავინ კითხულობს")).toEqual([]);
  });
});

describe("the index", () => {
  const all = () => db().$queryRaw<object[]>`SELECT "kind", "subjectId", "planId", "commitmentId", "path", "title", "summary", "at", "facets", "dueOn", "head"::text, "words"::text FROM "SearchDocument" ORDER BY "kind", "subjectId"`;

  it("is made anew as it was kept", async () => {
    const kept = await all();
    expect(kept.length).toBeGreaterThan(3);
    expect(await rebuildIndex()).toBe(kept.length);
    expect(await all()).toEqual(kept);
  });

  it("is written once for a transaction, leaves nothing behind, and takes nothing with it when that fails", async () => {
    const { agency: organisation } = await anOpenPlan();
    const offices = (q: string) => paths(q, { kind: "organisation" });
    const named = (name: string) => db().organisation.update({ where: { id: organisation.id }, data: { name: { en: name } } });
    await inTransaction(async () => {
      await named("Pomegranate");
      await named("Persimmon");
    });
    expect([await offices("persimmon"), await offices("pomegranate")]).toEqual([[`organisation /organisations/${organisation.slug}`], []]);
    await expect(inTransaction(async () => {
      await named("Quince");
      throw new Error("no");
    })).rejects.toThrow("no");
    expect([await offices("persimmon"), await offices("quince"), await db().searchTurn.count()]).toEqual([[`organisation /organisations/${organisation.slug}`], [], 0]);
  });
});
