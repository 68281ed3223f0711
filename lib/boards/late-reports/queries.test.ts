import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { saveAndPublishAssessment } from "#lib/assessments/commands.ts";
import { noIrm } from "#lib/assessments/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { acceptUpdate, saveAndSubmitUpdate } from "#lib/reporting/commands.ts";
import { createReportedPlan } from "#prisma/reporting-factories.ts";
import { listReportedSinceAssessment, listReportedSinceReport } from "./queries.ts";

const [may, june, july] = [new Date("2019-05-10T10:00:00Z"), new Date("2019-06-10T10:00:00Z"), new Date("2019-06-20T10:00:00Z")];
const secretariat = { voice: "secretariat" } as const;
let set: Awaited<ReturnType<typeof createReportedPlan>>;
beforeEach(async () => {
  set = await createReportedPlan();
});

const report = async (now: Date) => {
  const sent = await saveAndSubmitUpdate(set.coordinator, set.typed(), now);
  return acceptUpdate(set.reviewer, { updateId: sent.id, version: sent.version }, now);
};

describe("reported anew", () => {
  it("since the assessment, marks what was assessed before, for its Secretariat alone", async () => {
    await report(may);
    const grade = await db().fulfilmentGrade.upsert({ where: { scaleCode_code: { scaleCode: "four", code: "not" } }, create: { scaleCode: "four", code: "not", rank: 0, label: { en: "Not" } }, update: {} });
    const subject = { commitmentId: set.commitment.id, milestoneId: set.milestone.id };
    await saveAndPublishAssessment(set.reviewer, { id: null, version: null, assessor: secretariat, irm: noIrm, periodId: set.period.id, subject, gradeId: grade.id, narrative: { en: "No" }, evidence: [] }, june);
    expect(await listReportedSinceAssessment(set.reviewer, secretariat, set.period.id)).toEqual([]);
    const again = await saveAndSubmitUpdate(set.coordinator, set.typed(), july);
    expect(await listReportedSinceAssessment(set.reviewer, secretariat, set.period.id)).toEqual([{ updateId: again.id, subjectId: set.milestone.id, number: "5.2", at: july, waiting: true }]);
    expect(await listReportedSinceAssessment(set.coordinator, secretariat, set.period.id)).toEqual([]);
  });

  it("since the final report, tells its Secretariat alone; a draft or a consultation is no end", async () => {
    await report(may);
    const { id } = await db().report.create({ data: { slug: `late-${set.plan.slug}`, planId: set.plan.id, periodId: set.period.id, kind: "annual", title: { en: "R" }, createdAt: may, savedAt: may } });
    const snapshot = '{"report":{"title":{"en":"R"}}}';
    const version = (number: number, stage: string) => ({ reportId: id, number, stage, title: { en: "R" }, snapshot, sha256: createHash("sha256").update(snapshot).digest("hex"), publishedAt: june, actorName: "s" });
    await db().reportVersion.create({ data: version(1, "consultation") });
    await report(july);
    expect(await listReportedSinceReport(set.reviewer, id)).toEqual([]);
    await db().reportVersion.create({ data: version(2, "final") });
    expect(await listReportedSinceReport(set.reviewer, id)).toMatchObject([{ subjectId: set.milestone.id, waiting: false }]);
    expect(await listReportedSinceReport(set.coordinator, id)).toEqual([]);
    expect(await listReportedSinceReport(set.reviewer, "nonsense")).toEqual([]);
  });
});
