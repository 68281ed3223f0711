import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { answerAssessment } from "#lib/assessments/answers/commands.ts";
import { recordCrosswalk } from "#lib/assessments/crosswalks/commands.ts";
import { cancelEvent, saveAndPublishEvent, saveEvent } from "#lib/process/event-recording/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { statements } from "#lib/platform/testing/statements.ts";
import type { SaveEventInput } from "#lib/process/events/schema.ts";
import { addSection, moveSection, saveSection } from "#lib/reports/sections/commands.ts";
import { createReport } from "#lib/reports/commands.ts";
import { richTextOf } from "#lib/record/rich-text/rules.ts";
import { aGrade, createMonitor, publishIndependent } from "#prisma/assessment-factories.ts";
import { createReportedPlan } from "#prisma/reporting-factories.ts";
import { composeSnapshot } from "./queries.ts";

const now = new Date("2020-06-01T08:00:00Z");
const frame = { version: 1, stage: "consultation", reason: null, publishedAt: now } as const;
const rich = (text: string) => ({ ka: richTextOf(text) ?? undefined });
let set: Awaited<ReturnType<typeof createReportedPlan>>;
let reportId: string;

beforeEach(async () => {
  set = await createReportedPlan();
  reportId = (await createReport(set.reviewer, { planId: set.plan.id, periodId: set.period.id, kind: "annual" }, now)).id;
});

describe("the sections of a snapshot", () => {
  it("stand in the Secretariat's order, its own among them, with what is written of a commitment beside the commitment", async () => {
    const own = `text:${randomUUID()}`;
    const { order } = await addSection(set.reviewer, { reportId, key: own, heading: { ka: "მადლობა", en: undefined } }, now);
    await moveSection(set.reviewer, { reportId, key: own, to: 0, seen: order }, now);
    await saveSection(set.reviewer, { reportId, key: "lessons", version: null, heading: {}, body: rich("გაკვეთილი") }, now);
    await saveSection(set.reviewer, { reportId, key: `commitment:${set.commitment.id}`, version: null, heading: {}, body: rich("როგორ წავიდა") }, now);
    const { sections, commitments } = await composeSnapshot(reportId, frame);
    expect(sections.map(({ key, kind, heading, body }) => [key, kind, heading?.ka, body?.ka?.content.length])).toEqual([
      [own, "text", "მადლობა", undefined], ["introduction", "introduction", undefined, undefined], ["process", "process", undefined, undefined], ["summary", "summary", undefined, undefined],
      ["commitments", "commitments", undefined, undefined], ["lessons", "lessons", undefined, 1], ["annexes", "annexes", undefined, undefined],
    ]);
    expect(commitments.map(({ narrative }) => narrative)).toEqual([rich("როგორ წავიდა")]);
  });
});

describe("the process in a snapshot", () => {
  const typed = (changes: Partial<SaveEventInput>): SaveEventInput => ({
    id: null, version: null, secretariatId: set.secretariat.id, kind: "forum_meeting", planId: set.plan.id, groupId: null, title: { ka: "სხდომა", en: undefined }, startsOn: "2019-05-14", endsOn: null, place: {}, url: null,
    summary: {}, agenda: {}, minutes: {}, presentsResults: false, attendance: [{ organisationId: null, name: {}, sector: "civil_society", people: 7 }], decisions: [{ text: { ka: "გადაწყვეტილება", en: undefined } }], recommendations: [], evidence: [], ...changes,
  });
  const publish = (changes: Partial<SaveEventInput>) => saveAndPublishEvent(set.reviewer, typed(changes), now);

  it("is what is public of the plan, or of its Secretariat alone, and begins within the period, in the order of its days", async () => {
    await publish({ title: { ka: "მეორე", en: undefined }, startsOn: "2019-12-31" });
    await publish({ title: { ka: "პირველი", en: undefined }, startsOn: "2019-01-01", planId: null });
    await publish({ title: { ka: "სხვა წელი", en: undefined }, startsOn: "2020-01-01" });
    await saveEvent(set.reviewer, typed({ title: { ka: "შავი ვერსია", en: undefined } }), now);
    const called = await publish({ title: { ka: "გაუქმებული", en: undefined }, startsOn: "2019-02-01" });
    await cancelEvent(set.reviewer, { eventId: called.id, version: called.version, reason: { ka: "კვორუმი არ იყო", en: undefined } }, now);
    const other = await createReportedPlan();
    await saveAndPublishEvent(other.reviewer, { ...typed({ title: { ka: "სხვისი", en: undefined } }), secretariatId: other.secretariat.id, planId: other.plan.id }, now);
    const { events } = await composeSnapshot(reportId, frame);
    expect(events.map(({ title, cancelled, cancelReason }) => [title.ka, cancelled, cancelReason?.ka])).toEqual([["პირველი", false, undefined], ["გაუქმებული", true, "კვორუმი არ იყო"], ["მეორე", false, undefined]]);
    expect(events[0]).toMatchObject({ attendance: [{ sector: "civil_society", people: 7 }], decisions: [{ number: 1, text: { ka: "გადაწყვეტილება" } }] });
  });

  it("says what was recommended to whom", async () => {
    await publish({ recommendations: [{ id: randomUUID(), text: { ka: "გამოქვეყნდეს ბიუჯეტი", en: undefined }, addresseeId: set.agency.id, dueOn: "2019-12" }] });
    const { events } = await composeSnapshot(reportId, frame);
    expect(events[0]?.recommendations).toMatchObject([{ number: 1, text: { ka: "გამოქვეყნდეს ბიუჯეტი" }, addressee: { slug: set.agency.slug }, dueOn: "2019-12", response: null, fulfilment: null }]);
  });
});

describe("the voices in a snapshot", () => {
  it("carry an independent judgement by IRM's scales, and the agency's one answer", async () => {
    const watch = await createMonitor();
    await publishIndependent(set, watch, { irm: { verifiable: "verifiable.yes" } }, now);
    const { id: assessmentId } = await db().assessment.findFirstOrThrow({ where: { milestoneId: set.milestone.id, status: "published" } });
    await answerAssessment(set.coordinator, { assessmentId, text: { ka: "ვეთანხმებით", en: undefined } }, now);
    const { commitments, summary } = await composeSnapshot(reportId, frame);
    expect(commitments[0]?.milestones[0]?.assessments).toMatchObject([{
      voice: "independent", grade: null, organisation: { slug: watch.organisation.slug }, answer: { text: { ka: "ვეთანხმებით" }, organisation: { slug: set.agency.slug } },
      irm: { completion: { code: "completion.limited" }, verifiable: { code: "verifiable.yes" }, potential: null, earlyResults: null },
    }]);
    expect(summary.milestones).toMatchObject({ total: 2, notAssessed: 2 });
  });

  it("are read by the newest crosswalk of the plan's scale, or by none", async () => {
    expect((await composeSnapshot(reportId, frame)).crosswalk).toBeNull();
    await aGrade("not", 0);
    const grades = await db().fulfilmentGrade.findMany({ where: { scaleCode: "four" }, orderBy: { rank: "asc" } });
    const record = (number: number, completion: string) =>
      recordCrosswalk(set.reviewer, { secretariatId: set.secretariat.id, scaleCode: "four", number, entries: grades.map(({ code }) => ({ grade: code, completion: code === "not" ? completion : null })), reason: { ka: "შეთანხმდა", en: undefined } }, now);
    await record(1, "completion.limited");
    await record(2, "completion.not_started");
    const { crosswalk } = await composeSnapshot(reportId, frame);
    expect(crosswalk?.number).toBe(2);
    expect(crosswalk?.entries.find(({ grade }) => grade === "not")).toMatchObject({ completion: { code: "completion.not_started", rank: expect.any(Number) as number } });
  });
});

it("is read at one moment: one statement says whose rows they are, another reads all of them", async () => {
  await saveSection(set.reviewer, { reportId, key: "lessons", version: null, heading: {}, body: rich("გაკვეთილი") }, now);
  expect(await statements(() => composeSnapshot(reportId, frame))).toBe(2);
});

it("throws NOT_FOUND for an unknown report", async () => {
  await expect(composeSnapshot(randomUUID(), frame)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
