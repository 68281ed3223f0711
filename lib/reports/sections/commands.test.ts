import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { systemActor } from "#lib/record/actors/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { plainTextOf, richTextOf } from "#lib/record/rich-text/rules.ts";
import { createReportedPlan } from "#prisma/reporting-factories.ts";
import { addSection, moveSection, removeSection, saveSection } from "./commands.ts";
import { getSection, listSections } from "./queries.ts";
import { commitmentKey, orderedSections } from "./rules.ts";
import { addSectionSchema, mostOwnSections, standingSections, type SaveSectionInput } from "./schema.ts";

const now = new Date("2020-06-01T08:00:00Z");
const own = "text:11111111-1111-7111-8111-111111111111";
let set: Awaited<ReturnType<typeof createReportedPlan>>;
let reportId: string;

beforeEach(async () => {
  set = await createReportedPlan();
  const report = { slug: `report-${randomUUID()}`, planId: set.plan.id, periodId: set.period.id, kind: "annual", title: { ka: "ანგარიში" }, createdAt: now, savedAt: now };
  reportId = (await db().report.create({ data: report })).id;
});

const rich = (text: string) => richTextOf(text) ?? undefined;
const body = (ka: string, en = "") => ({ ka: rich(ka), en: rich(en) });
const input = (changes: Partial<SaveSectionInput> = {}): SaveSectionInput => ({ reportId, key: "introduction", version: null, heading: { ka: undefined, en: undefined }, body: body("შესავალი"), ...changes });
const heading = { ka: "მადლობა", en: undefined };
const save = (changes: Partial<SaveSectionInput> = {}) => saveSection(set.reviewer, input(changes), now);
const add = (key = own) => addSection(set.reviewer, addSectionSchema.parse({ reportId, key, heading }), now);
const reportVersion = async () => (await db().report.findUniqueOrThrow({ where: { id: reportId } })).version;
const trail = () => db().auditEvent.findMany({ where: { entityId: reportId }, orderBy: { id: "asc" } });
const order = async () => orderedSections((await db().report.findUniqueOrThrow({ where: { id: reportId } })).sectionOrder as string[], await listSections(reportId)).map(({ key }) => key);

describe("a section", () => {
  it("is saved under the name of who wrote it, and moves the report on", async () => {
    expect(await save()).toEqual({ version: 1, reportVersion: 2, savedAt: now });
    expect(await save({ version: 1, body: body("შესავალი", "Introduction") })).toMatchObject({ version: 2, reportVersion: 3 });
    const found = await getSection(set.reviewer, reportId, "introduction");
    expect(found?.section).toMatchObject({ heading: null, version: 2, savedBy: set.reviewer.name, body: { ka: rich("შესავალი"), en: rich("Introduction") } });
  });

  it("leaves the passage that changed in the trail, not all of it each time", async () => {
    const text = "ა ".repeat(2_000);
    await save({ body: body(`${text}12 შეხვედრა`) });
    await save({ version: 1, body: body(`${text}13 შეხვედრა`) });
    const [, second] = await trail();
    expect(second).toMatchObject({ action: "report.section_saved", planId: set.plan.id, before: { section: "introduction", ka: expect.stringContaining("12 შეხვედრა") }, after: { ka: expect.stringContaining("13 შეხვედრა") } });
    expect(JSON.stringify(second?.before).length).toBeLessThan(200);
  });

  it("is empty again when everything is taken out, and holds its place in the record", async () => {
    await save();
    await save({ version: 1, body: body("", " \n ") });
    expect(await listSections(reportId)).toMatchObject([{ key: "introduction", body: null, version: 2 }]);
  });

  it("is saved by one of two who began from the same text, and the other is told", async () => {
    await save();
    const saves = await Promise.allSettled(["a", "b"].map((text) => save({ version: 1, body: body(text) })));
    expect(saves.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(saves.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "CONFLICT" } });
  });

  it("is begun by one of two who begin at once", async () => {
    const saves = await Promise.allSettled([save(), save()]);
    expect(saves.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().reportSection.count({ where: { reportId } })).toBe(1);
  });

  it("is saved beside another one, which is no conflict", async () => {
    await Promise.all([save(), save({ key: "summary" }), save({ key: "lessons" })]);
    expect(await listSections(reportId)).toHaveLength(3);
    expect(await reportVersion()).toBe(4);
  });

  it("is a commitment's only for a commitment of the plan", async () => {
    await expect(save({ key: commitmentKey(set.commitment.id) })).resolves.toMatchObject({ version: 1 });
    const another = await createReportedPlan();
    await expect(save({ key: commitmentKey(another.commitment.id) })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await order()).toEqual(standingSections);
  });

  it("is the plan's Secretariat's alone", async () => {
    const [, another] = [await save(), await createReportedPlan()];
    for (const actor of [set.coordinator, set.actorAs("moderator", set.secretariat.id), set.actorAs("monitor", set.secretariat.id), another.reviewer]) {
      await expect(saveSection(actor, input({ version: 1 }), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(moveSection(actor, { reportId, key: "lessons", to: 0, seen: [...standingSections] }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(addSection(actor, addSectionSchema.parse({ reportId, key: own, heading }), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(removeSection(actor, { reportId, key: own, version: 1 }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
      expect(await getSection(actor, reportId, "introduction")).toBeNull();
    }
    expect(await reportVersion()).toBe(2);
    await expect(saveSection(systemActor("import"), input({ key: "summary" }), now)).resolves.toMatchObject({ version: 1 });
    await expect(save({ reportId: randomUUID() })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await getSection(set.reviewer, "nonsense", "introduction")).toBeNull();
  });
});

describe("the order of the sections", () => {
  const move = (key: string, to: number, seen: string[] = [...standingSections]) => moveSection(set.reviewer, { reportId, key, to, seen }, now);

  it("is changed for one section at a time, with its trace", async () => {
    const { order: moved } = await move("lessons", 1);
    expect(moved).toEqual(["introduction", "lessons", "process", "summary", "commitments", "annexes"]);
    expect(await order()).toEqual(moved);
    expect(await trail()).toMatchObject([{ action: "report.section_moved", before: { order: standingSections }, after: { section: "lessons", order: moved } }]);
  });

  it("is the one that the person looked at, or they are told", async () => {
    await move("lessons", 1);
    await expect(move("annexes", 0)).rejects.toMatchObject({ code: "CONFLICT" });
    const moves = await Promise.allSettled([move("process", 0, await order()), move("annexes", 0, await order())]);
    expect(moves.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("has no place for a commitment's narrative or for what is not there", async () => {
    await expect(move(commitmentKey(set.commitment.id), 0)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(move(own, 0)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a section of the Secretariat's own", () => {
  it("is added before the annexes with its heading, once however often it is sent", async () => {
    await add();
    expect((await add()).order).toEqual(["introduction", "process", "summary", "commitments", "lessons", own, "annexes"]);
    expect(await listSections(reportId)).toMatchObject([{ key: own, heading: { ka: "მადლობა" }, body: null, version: 1 }]);
  });

  it("is written under its heading, which it cannot lose", async () => {
    await add();
    await save({ key: own, version: 1, heading: { ka: "სხვა", en: "Other" } });
    await expect(save({ key: own, version: 2 })).rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors: { heading: "requiredInOneLanguage" } });
    expect(await listSections(reportId)).toMatchObject([{ heading: { ka: "სხვა", en: "Other" }, version: 2 }]);
  });

  it("is not written before it is added, nor after a colleague removed it", async () => {
    await expect(save({ key: own, heading })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await add();
    await removeSection(set.reviewer, { reportId, key: own, version: 1 }, now);
    await expect(save({ key: own, heading, version: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is removed with its place, and what it said stays in the trail", async () => {
    await add();
    await save({ key: own, version: 1, heading, body: body("გმადლობთ") });
    await expect(removeSection(set.reviewer, { reportId, key: own, version: 1 }, now)).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await removeSection(set.reviewer, { reportId, key: own, version: 2 }, now)).order).toEqual(standingSections);
    expect((await trail()).at(-1)).toMatchObject({ action: "report.section_removed", before: { section: own, heading: { ka: "მადლობა" }, ka: "გმადლობთ" } });
    expect(await listSections(reportId)).toEqual([]);
  });

  it("stays while there are comments on it that somebody reads or answers", async () => {
    await add();
    const comment = (status: string, sectionKey: string | null) => ({
      reportId, sectionKey, email: "n@example.ge", body: "რატომ?", locale: "ka", status, confirmTokenHash: randomUUID(), confirmExpiresAt: now, createdAt: now, moderationCode: status === "rejected" ? "off_topic" : null,
    });
    await db().comment.createMany({ data: [comment("rejected", own), comment("unconfirmed", own), comment("pending", "introduction"), comment("pending", null)] });
    const { id } = await db().comment.create({ data: comment("pending", own) });
    await expect(removeSection(set.reviewer, { reportId, key: own, version: 1 }, now)).rejects.toMatchObject({ code: "SECTION_HAS_COMMENTS" });
    expect(await order()).toContain(own);
    await db().comment.delete({ where: { id } });
    await expect(removeSection(set.reviewer, { reportId, key: own, version: 1 }, now)).resolves.toMatchObject({ order: standingSections });
  });

  it("is one of so many, and no more", async () => {
    const key = (n: number) => `text:${String(n).padStart(8, "0")}-1111-7111-8111-111111111111`;
    await db().reportSection.createMany({ data: Array.from({ length: mostOwnSections }, (_, n) => ({ reportId, key: key(n), heading, savedAt: now, actorName: "A" })) });
    await expect(add()).rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors: { heading: "tooManySections" } });
  });
});

it("keeps a text as the tree it is", async () => {
  const table = { type: "table" as const, content: [{ type: "tableRow" as const, content: [{ type: "tableHeader" as const, content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: "უწყება", marks: [{ type: "bold" as const }] }] }] }] }] };
  await save({ body: { ka: { type: "doc", content: [table] } } });
  const [section] = await listSections(reportId);
  expect(section?.body?.ka).toEqual({ type: "doc", content: [table] });
  expect(section?.body?.ka && plainTextOf(section.body.ka)).toBe("უწყება");
});
