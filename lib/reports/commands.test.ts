import { createHash, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { systemActor } from "#lib/record/actors/schema.ts";
import { saveAndPublishAssessment } from "#lib/assessments/commands.ts";
import { noIrm } from "#lib/assessments/schema.ts";
import { findPublicSubject } from "#lib/comments/subjects/queries.ts";
import { listCommitmentChanges, listRecentChanges } from "#lib/plans/history/queries.ts";
import { getPublishedPlan } from "#lib/plans/queries.ts";
import { parseFilters } from "#lib/plans/rules.ts";
import { db } from "#lib/platform/db/client.ts";
import { saveSection } from "#lib/reports/sections/commands.ts";
import { richTextOf } from "#lib/record/rich-text/rules.ts";
import { asAmendment } from "#prisma/amendment-factories.ts";
import { createReportedPlan } from "#prisma/reporting-factories.ts";
import { correctReport, createReport, finaliseReport, publishReportForConsultation, recordPublishedReport, saveReport } from "./commands.ts";
import { getPublishedBytes, getPublishedReport, getReportForComposer, listPublishedReports, listReportsInHand } from "./queries.ts";

const opened = new Date("2020-06-01T08:00:00Z");
const lastDay = new Date("2020-06-15T08:00:00Z");
const after = new Date("2020-06-16T08:00:00Z");
let set: Awaited<ReturnType<typeof createReportedPlan>>;

beforeEach(async () => {
  set = await createReportedPlan();
  const { id: gradeId } = await db().fulfilmentGrade.upsert({
    where: { scaleCode_code: { scaleCode: "four", code: "not" } }, create: { scaleCode: "four", code: "not", rank: 0, label: { ka: "არ შესრულდა" } }, update: {},
  });
  const subject = { commitmentId: set.commitment.id, milestoneId: null };
  const { id } = await db().progressUpdate.create({
    data: {
      periodId: set.period.id, ...subject, organisationId: set.agency.id, status: "submitted", progress: "suspended", result: { ka: "შეჩერდა" }, createdAt: opened, savedAt: opened,
      evidence: { create: { kind: "link", url: "https://mms.gov.ge/", organisationId: set.agency.id, uploadedAt: opened } },
    },
  });
  await db().progressUpdate.update({ where: { id }, data: { status: "accepted", acceptedAt: opened } });
  await saveAndPublishAssessment(set.reviewer, { id: null, version: null, periodId: set.period.id, subject, assessor: { voice: "secretariat" }, irm: noIrm, gradeId, narrative: { ka: "არ შესრულდა", en: undefined }, evidence: [] }, opened);
});

const both = (text: string) => ({ ka: text, en: text });
const rich = (text: string) => ({ ka: richTextOf(text) ?? undefined, en: richTextOf(text) ?? undefined });
const of = ({ id, version }: { id: string; version: number }) => ({ reportId: id, version });

async function begun() {
  const report = await createReport(set.reviewer, { planId: set.plan.id, periodId: set.period.id, kind: "annual" }, opened);
  await saveReport(set.reviewer, { ...of(report), title: both("Report") }, opened);
  await saveSection(set.reviewer, { reportId: report.id, key: "introduction", version: null, heading: {}, body: rich("Introduction") }, opened);
  const { reportVersion } = await saveSection(set.reviewer, { reportId: report.id, key: "summary", version: null, heading: {}, body: rich("Conclusions") }, opened);
  return { id: report.id, version: reportVersion, slug: report.slug };
}

const consulted = async () => publishReportForConsultation(set.reviewer, of(await begun()), opened);
const final = async () => finaliseReport(set.reviewer, of(await consulted()), after);

function comment(reportId: string, status: string) {
  return db().comment.create({
    data: { reportId, email: "n@example.ge", body: "რატომ?", locale: "ka", status, confirmTokenHash: randomUUID(), confirmExpiresAt: after, createdAt: opened, confirmedAt: opened, publishedAt: status === "published" ? opened : null },
  });
}

describe("a report", () => {
  it("begins once for a period and kind, with a title in the languages of the period's name", async () => {
    const input = { planId: set.plan.id, periodId: set.period.id, kind: "annual" as const };
    const report = await createReport(set.reviewer, input, opened);
    expect((await db().report.findUniqueOrThrow({ where: { id: report.id } })).title).toEqual({ en: "Self-assessment report: 2019, annual" });
    await expect(createReport(set.reviewer, input, opened)).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
  });

  it("asks for its texts before the public is asked", async () => {
    const report = await createReport(set.reviewer, { planId: set.plan.id, periodId: set.period.id, kind: "annual" }, opened);
    await expect(publishReportForConsultation(set.reviewer, of(report), opened)).rejects.toMatchObject({ code: "REPORT_INCOMPLETE", fieldErrors: { introduction: expect.anything() } });
  });

  it("opens its window for the plan's days and freezes what it says of itself, of progress and of fulfilment", async () => {
    const frozen = await consulted();
    const published = await getPublishedReport(frozen.slug);
    expect(published?.snapshot.report).toMatchObject({ version: 1, stage: "consultation", consultation: { opensOn: "2020-06-01", endsOn: "2020-06-15" } });
    const [commitment] = published?.snapshot.commitments ?? [];
    expect(commitment).toMatchObject({ update: { progress: "suspended", evidence: [{ url: "https://mms.gov.ge/" }] }, assessments: [{ voice: "secretariat", grade: { code: "not" } }] });
    expect(published?.snapshot.summary.milestones).toMatchObject({ total: 2, notReported: 2, notAssessed: 2 });
    expect(published?.snapshot.comments).toBeNull();
  });

  it("is saved by one of two who save at once, and the other is told", async () => {
    const report = await begun();
    const saves = await Promise.allSettled(["a", "b"].map((title) => saveReport(set.reviewer, { ...of(report), title: both(title) }, opened)));
    expect(saves.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(saves.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "CONFLICT" } });
  });

  it("is published once when two publish at once", async () => {
    const report = await begun();
    const steps = await Promise.allSettled([1, 2].map(() => publishReportForConsultation(set.reviewer, of(report), opened)));
    expect(steps.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().reportVersion.count({ where: { reportId: report.id } })).toBe(1);
  });
});

describe("a frozen version", () => {
  it("keeps every byte when the record changes afterwards", async () => {
    const frozen = await consulted();
    const before = await getPublishedBytes(frozen.slug, 1);
    await asAmendment(set.plan.id, () => db().commitment.update({ where: { id: set.commitment.id }, data: { title: both("Another title") } }));
    await db().organisation.update({ where: { id: set.agency.id }, data: { name: both("Another name") } });
    await db().progressUpdate.updateMany({ where: { commitmentId: set.commitment.id }, data: { status: "superseded" } });
    await saveReport(set.reviewer, { ...of(frozen), title: both("Other") }, after);
    expect(await getPublishedBytes(frozen.slug, 1)).toEqual(before);
    expect(createHash("sha256").update(before?.snapshot ?? "").digest("hex")).toBe(frozen.sha256);
    expect((await getPublishedReport(frozen.slug))?.snapshot.report.title).toEqual(both("Report"));
  });

  it("lends its title to everything public, whatever title the Secretariat works on", async () => {
    const frozen = await consulted();
    await saveReport(set.reviewer, { ...of(frozen), title: both("Secret") }, after);
    expect((await listPublishedReports()).find(({ slug }) => slug === frozen.slug)).toMatchObject({ title: both("Report"), stage: "consultation" });
    const pages = [await getPublishedPlan(set.plan.slug, parseFilters({}), after), await listRecentChanges(50), await listCommitmentChanges(set.commitment.id), await findPublicSubject({ kind: "report", id: frozen.id }, after)];
    for (const page of pages) expect(JSON.stringify(page)).toContain('"Report"');
    expect(JSON.stringify(pages)).not.toContain("Secret");
  });

  it("can be changed or deleted by nobody, and none can be inserted under a false checksum", async () => {
    const frozen = await consulted();
    const row = await db().reportVersion.findFirstOrThrow({ where: { reportId: frozen.id } });
    await expect(db().reportVersion.update({ where: { id: row.id }, data: { stage: "final" } })).rejects.toThrow("can only be inserted");
    await expect(db().reportVersion.delete({ where: { id: row.id } })).rejects.toThrow("can only be inserted");
    const next = { ...row, id: randomUUID(), reason: undefined, number: 2, title: both("Report") };
    await expect(db().reportVersion.create({ data: { ...next, snapshot: `${row.snapshot} ` } })).rejects.toThrow("ReportVersion_sha256");
    await expect(db().reportVersion.create({ data: { ...next, title: both("Another") } })).rejects.toThrow("ReportVersion_title");
  });
});

describe("the final version", () => {
  it("waits for the last day to pass and for every comment to be answered, then carries them, without an address", async () => {
    const frozen = await consulted();
    await expect(finaliseReport(set.reviewer, of(frozen), lastDay)).rejects.toMatchObject({ code: "CONSULTATION_OPEN" });
    const waiting = await comment(frozen.id, "pending");
    await expect(finaliseReport(set.reviewer, of(frozen), after)).rejects.toMatchObject({ code: "COMMENTS_UNANSWERED" });
    await db().comment.update({ where: { id: waiting.id }, data: { status: "published", publishedAt: opened } });
    await expect(finaliseReport(set.reviewer, of(frozen), after)).rejects.toMatchObject({ code: "COMMENTS_UNANSWERED" });
    await db().response.create({ data: { commentId: waiting.id, status: "published", disposition: "accepted", text: both("ასეც ვიქცევით"), organisationId: set.secretariat.id, actorName: "S", savedAt: opened, publishedAt: opened } });
    const late = await comment(frozen.id, "unconfirmed");
    await db().comment.update({ where: { id: late.id }, data: { confirmExpiresAt: new Date(after.getTime() + 1) } });
    await expect(finaliseReport(set.reviewer, of(frozen), after)).rejects.toMatchObject({ code: "COMMENTS_UNCONFIRMED" });
    await db().comment.update({ where: { id: late.id }, data: { confirmExpiresAt: after } });
    await finaliseReport(set.reviewer, of(frozen), after);
    const published = await getPublishedReport(frozen.slug);
    expect(published?.versions.map(({ number, stage }) => [number, stage])).toEqual([[2, "final"], [1, "consultation"]]);
    expect(published?.snapshot.comments?.published).toMatchObject([{ author: null, body: "რატომ?", response: { disposition: "accepted" } }]);
    expect((await getPublishedBytes(frozen.slug, 2))?.snapshot).not.toContain("n@example.ge");
  });

  it("is corrected with a reason as a new version, and the earlier ones stay", async () => {
    const report = await final();
    const before = await getPublishedBytes(report.slug, 2);
    await expect(correctReport(set.reviewer, { ...of(report), reason: { ka: undefined, en: undefined } }, after)).rejects.toMatchObject({ code: "REASON_REQUIRED" });
    const corrected = await correctReport(set.reviewer, { ...of(report), reason: both("A wrong date") }, after);
    expect(corrected.number).toBe(3);
    expect(await getPublishedBytes(report.slug, 2)).toEqual(before);
    expect((await getPublishedReport(report.slug))?.versions[0]).toMatchObject({ number: 3, stage: "correction", reason: both("A wrong date") });
    const actions = (await db().auditEvent.findMany({ where: { entity: "report", entityId: report.id }, orderBy: { id: "asc" } })).map(({ action }) => action);
    expect(actions).toEqual(["report.created", "report.saved", "report.section_saved", "report.section_saved", "report.published_for_consultation", "report.finalised", "report.corrected"]);
  });

  it("cannot be reached without a consultation, except by what an import or administrator records", async () => {
    await expect(finaliseReport(set.reviewer, of(await begun()), after)).rejects.toMatchObject({ code: "TRANSITION_NOT_ALLOWED" });
    const taken = { planId: set.plan.id, periodId: set.period.id, kind: "mid_term" as const, title: { ka: undefined, en: undefined }, introduction: { ka: undefined, en: undefined }, conclusions: { ka: undefined, en: undefined } };
    await expect(recordPublishedReport(set.reviewer, taken, after)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const recorded = await recordPublishedReport(systemActor("import"), taken, after);
    expect((await getPublishedReport(recorded.slug))?.snapshot.report).toMatchObject({ stage: "final", consultation: null });
  });
});

it("is as if it did not exist for anybody but the plan's Secretariat, until it is published", async () => {
  const report = await begun();
  for (const actor of [set.coordinator, set.actorAs("secretariat", set.other.id), set.actorAs("moderator", set.secretariat.id), set.actorAs("monitor", set.secretariat.id)]) {
    await expect(publishReportForConsultation(actor, of(report), opened)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await getReportForComposer(actor, report.id, opened)).toBeNull();
    expect(await listReportsInHand(actor)).toEqual([]);
  }
  expect(await getPublishedReport(report.slug)).toBeNull();
  expect((await getReportForComposer(set.reviewer, report.id, opened))?.next.report.stage).toBe("consultation");
});
