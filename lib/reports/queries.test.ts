import { createHash, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { answerAssessment } from "#lib/assessments/answers/commands.ts";
import { saveAndPublishAssessment } from "#lib/assessments/commands.ts";
import { noIrm } from "#lib/assessments/schema.ts";
import { saveAndPublishEvent, saveEvent } from "#lib/process/event-recording/commands.ts";
import { uploadEvidence } from "#lib/evidence/commands.ts";
import { getEvidenceFile } from "#lib/evidence/queries.ts";
import { hideComment } from "#lib/comments/moderation/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import type { SaveEventInput } from "#lib/process/events/schema.ts";
import { makeReportFiles } from "#lib/reports/files/commands.ts";
import { addSection, moveSection, removeSection, saveSection } from "#lib/reports/sections/commands.ts";
import { richTextOf } from "#lib/record/rich-text/rules.ts";
import { asAmendment } from "#prisma/amendment-factories.ts";
import { aGrade, createMonitor, publishIndependent } from "#prisma/assessment-factories.ts";
import { createReportedPlan } from "#prisma/reporting-factories.ts";
import { correctReport, createReport, finaliseReport, publishReportForConsultation, saveReport } from "./commands.ts";
import { getPublishedReport } from "./queries.ts";

const opened = new Date("2020-06-01T08:00:00Z");
const after = new Date("2020-06-20T08:00:00Z");
const later = new Date("2021-03-01T08:00:00Z");
const both = (text: string) => ({ ka: text, en: text });
const rich = (text: string) => ({ ka: richTextOf(text) ?? undefined, en: richTextOf(text) ?? undefined });
const subject = () => ({ commitmentId: set.commitment.id, milestoneId: null });

let set: Awaited<ReturnType<typeof createReportedPlan>>;
let watch: Awaited<ReturnType<typeof createMonitor>>;
let report: { id: string; version: number; slug: string };
let own: string;
let comment: { id: string; version: number };
let event: { id: string; version: number };

const typedEvent = (changes: Partial<SaveEventInput> = {}): SaveEventInput => ({
  id: null, version: null, secretariatId: set.secretariat.id, kind: "results_meeting", planId: set.plan.id, groupId: null, title: both("Results"), startsOn: "2019-05-14", endsOn: null, place: both("Zugdidi"), url: null,
  summary: both("Summary"), agenda: both("Agenda"), minutes: both("Minutes"), presentsResults: true, attendance: [{ organisationId: set.other.id, name: {}, sector: "government", people: 3 }], decisions: [{ text: both("Decided") }],
  recommendations: [{ id: randomUUID(), text: both("Publish it"), addresseeId: set.agency.id, dueOn: "2019-12" }], evidence: [], ...changes,
});

/** Something of everything that a report can show, then two versions: for consultation, and final. */
beforeEach(async () => {
  set = await createReportedPlan();
  const gradeId = await aGrade("not", 0);
  const update = { periodId: set.period.id, organisationId: set.agency.id, status: "submitted", progress: "suspended", result: both("Stopped"), createdAt: opened, savedAt: opened };
  const evidence = { create: { kind: "link", url: "https://mms.gov.ge/", organisationId: set.agency.id, uploadedAt: opened } };
  const { id } = await db().progressUpdate.create({ data: { ...update, ...subject(), evidence } });
  await db().progressUpdate.update({ where: { id }, data: { status: "accepted", acceptedAt: opened } });
  await saveAndPublishAssessment(set.reviewer, { id: null, version: null, periodId: set.period.id, subject: subject(), assessor: { voice: "secretariat" }, irm: noIrm, gradeId, narrative: both("Not fulfilled"), evidence: [] }, opened);
  watch = await createMonitor();
  await publishIndependent(set, watch, {}, opened);
  const minutes = await uploadEvidence(set.reviewer, { organisationId: set.secretariat.id, fileName: "minutes.pdf", bytes: new TextEncoder().encode("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n") }, opened);
  event = await saveAndPublishEvent(set.reviewer, typedEvent({ evidence: [{ evidenceId: minutes.id, title: {} }] }), opened);
  const { id: reportId } = await createReport(set.reviewer, { planId: set.plan.id, periodId: set.period.id, kind: "annual" }, opened);
  own = `text:${randomUUID()}`;
  const write = (key: string, version: number | null = null) => saveSection(set.reviewer, { reportId, key, version, heading: both("Thanks"), body: rich(`What stood in ${key}`) }, opened);
  await addSection(set.reviewer, { reportId, key: own, heading: both("Thanks") }, opened);
  await write(own, 1);
  for (const key of ["introduction", "process", "lessons", `commitment:${set.commitment.id}`]) await write(key);
  const { reportVersion } = await write("summary");
  const consulted = await publishReportForConsultation(set.reviewer, { reportId, version: reportVersion }, opened);
  const said = { reportId, sectionKey: "introduction", email: "n@example.ge", body: "რატომ?", locale: "ka", confirmTokenHash: randomUUID(), confirmExpiresAt: after, createdAt: opened, confirmedAt: opened, publishedAt: opened };
  comment = await db().comment.create({ data: { ...said, status: "published" } });
  await db().response.create({ data: { commentId: comment.id, status: "published", disposition: "accepted", text: both("Because"), organisationId: set.secretariat.id, actorName: "S", savedAt: opened, publishedAt: opened } });
  report = await finaliseReport(set.reviewer, { reportId, version: consulted.version }, after);
  for (const { id: reportVersionId } of await db().reportVersion.findMany({ where: { reportId } })) await makeReportFiles({ reportVersionId }, after);
});

async function everythingFrozen() {
  const versions = await db().reportVersion.findMany({ where: { reportId: report.id }, orderBy: { number: "asc" }, include: { files: { orderBy: [{ format: "asc" }, { locale: "asc" }] } } });
  return versions.map(({ number, snapshot, sha256, files }) => ({ number, snapshot, sha256, files: files.map(({ format, locale, bytes, sha256: sum }) => ({ format, locale, sum, size: bytes.length, computed: createHash("sha256").update(bytes).digest("hex") })) }));
}

/** Everything that people, amendments and time can do to what a report was made of. */
const changes: [string, () => Promise<unknown>][] = [
  ["updates are superseded", () => db().progressUpdate.updateMany({ where: { periodId: set.period.id }, data: { status: "superseded" } })],
  ["a monitor judges anew, and the agency answers", async () => {
    const { id: assessmentId } = await db().assessment.findFirstOrThrow({ where: { organisationId: watch.organisation.id, status: "published" } });
    await answerAssessment(set.coordinator, { assessmentId, text: both("Answer") }, later);
    await publishIndependent(set, watch, { irm: { completion: "completion.complete" }, narrative: both("It works now") }, later);
  }],
  ["the Secretariat's assessment is superseded", () => db().assessment.updateMany({ where: { periodId: set.period.id, voice: "secretariat" }, data: { status: "superseded" } })],
  ["the plan is amended", () => asAmendment(set.plan.id, async () => {
    await db().commitment.update({ where: { id: set.commitment.id }, data: { title: both("Another"), endsOn: "2024" } });
    await db().milestone.update({ where: { id: set.milestone.id }, data: { removedAt: later } });
    await db().indicator.updateMany({ where: { milestoneId: set.milestone.id }, data: { target: 99 } });
  })],
  ["organisations are renamed", () => db().organisation.updateMany({ data: { name: both("Renamed") } })],
  ["lists are worded otherwise", async () => {
    const reworded = { data: { label: both("Reworded") } };
    await Promise.all([db().fulfilmentGrade.updateMany(reworded), db().fulfilmentScale.updateMany(reworded), db().irmGrade.updateMany(reworded), db().thematicArea.updateMany(reworded), db().sdg.updateMany(reworded)]);
    await db().reportingPeriod.update({ where: { id: set.period.id }, data: { label: both("Another year") } });
  }],
  ["a comment is hidden", () => hideComment(set.reviewer, { commentId: comment.id, version: comment.version, code: "personal_data", note: null }, later)],
  ["events are edited", () => saveEvent(set.reviewer, typedEvent({ id: event.id, version: event.version, title: both("Another meeting"), minutes: both("Other minutes"), attendance: [], decisions: [], recommendations: [] }), later)],
  ["sections are rewritten, moved and removed", async () => {
    await saveSection(set.reviewer, { reportId: report.id, key: "introduction", version: 1, heading: {}, body: rich("Rewritten") }, later);
    const { sections } = (await getPublishedReport(report.slug))?.snapshot ?? { sections: [] };
    await moveSection(set.reviewer, { reportId: report.id, key: "summary", to: 0, seen: sections.map(({ key }) => key) }, later);
  }],
  ["the report gets another title", async () => {
    const { version } = await db().report.findUniqueOrThrow({ where: { id: report.id } });
    await saveReport(set.reviewer, { reportId: report.id, version, title: both("Another title") }, later);
  }],
];

describe("what was published", () => {
  it("keeps every byte of every version and of every file, whatever is changed afterwards, even by a correction", async () => {
    const before = await everythingFrozen();
    expect(before.map(({ number, files }) => [number, files.map(({ format, locale }) => `${format} ${locale}`)])).toEqual([1, 2].map((number) => [number, ["pdf en", "pdf ka", "summary_pdf en", "summary_pdf ka"]]));
    for (const { snapshot, sha256, files } of before) {
      expect(createHash("sha256").update(snapshot).digest("hex")).toBe(sha256);
      for (const { sum, computed } of files) expect(computed).toBe(sum);
    }
    for (const [what, change] of changes) {
      await change();
      expect(await everythingFrozen(), what).toEqual(before);
    }
    const { version } = await db().report.findUniqueOrThrow({ where: { id: report.id } });
    const corrected = await correctReport(set.reviewer, { reportId: report.id, version, reason: both("A wrong date") }, later);
    expect((await everythingFrozen()).slice(0, 2)).toEqual(before);
    const [third] = (await everythingFrozen()).slice(2);
    expect([corrected.number, third?.snapshot === before[1]?.snapshot]).toEqual([3, false]);
  });

  it("holds all that its page shows: with the rest of the record gone from sight, it reads the same", async () => {
    const before = await getPublishedReport(report.slug);
    for (const [, change] of changes) await change();
    expect((await getPublishedReport(report.slug))?.snapshot).toEqual(before?.snapshot);
    expect(before?.snapshot).toMatchObject({
      sections: expect.arrayContaining([expect.objectContaining({ key: own, heading: both("Thanks") })]) as unknown, events: [{ title: both("Results"), minutes: both("Minutes"), recommendations: [{ text: both("Publish it") }] }],
      commitments: [{ narrative: rich(`What stood in commitment:${set.commitment.id}`), update: { progress: "suspended" }, assessments: [{ voice: "secretariat" }], milestones: [{ assessments: [{ voice: "independent" }] }, {}] }],
      comments: { published: [{ body: "რატომ?", sectionKey: "introduction", response: { text: both("Because") } }] },
    });
  });

  it("cannot be deleted or changed, nor its report, nor its files, nor its evidence, while a section that is taken out stays in it", async () => {
    const [version] = await db().reportVersion.findMany({ where: { reportId: report.id } });
    const refused = [
      db().report.delete({ where: { id: report.id } }), db().reportVersion.deleteMany({ where: { reportId: report.id } }), db().reportVersion.updateMany({ where: { reportId: report.id }, data: { snapshot: "{}" } }),
      db().reportFile.deleteMany({ where: { reportVersionId: version?.id ?? "" } }), db().reportFile.updateMany({ where: { reportVersionId: version?.id ?? "" }, data: { locale: "ru" } }), db().evidence.updateMany({ where: { organisationId: set.agency.id }, data: { removedAt: later } }), db().plan.delete({ where: { id: set.plan.id } }),
    ];
    for (const result of await Promise.allSettled(refused)) expect(result.status).toBe("rejected");
    await removeSection(set.reviewer, { reportId: report.id, key: own, version: 2 }, later);
    expect((await getPublishedReport(report.slug))?.snapshot.sections.some(({ key }) => key === own)).toBe(true);
  });

  it("keeps the documents of its events where they are, whatever the event loses afterwards", async () => {
    const published = await getPublishedReport(report.slug);
    const minutes = published?.snapshot.events[0]?.evidence[0]?.id ?? "";
    await saveEvent(set.reviewer, typedEvent({ id: event.id, version: event.version, recommendations: [] }), later);
    expect((await db().evidence.findUniqueOrThrow({ where: { id: minutes } })).removedAt).toEqual(later);
    expect(await getEvidenceFile(null, minutes)).toMatchObject({ fileName: "minutes.pdf", isPublic: true });
    await expect(db().evidence.update({ where: { id: minutes }, data: { sha256: "0".repeat(64) } })).rejects.toThrow();
    await expect(db().evidence.update({ where: { id: minutes }, data: { frozenAt: null } })).rejects.toThrow();
    await expect(db().evidence.delete({ where: { id: minutes } })).rejects.toThrow();
  });
});
