import { beforeEach, describe, expect, it } from "vitest";
import { saveAndPublishAssessment, saveAssessment } from "#lib/assessments/commands.ts";
import { noIrm } from "#lib/assessments/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { aGrade, createMonitor, independentInput, publishIndependent } from "#prisma/assessment-factories.ts";
import { createReportedPlan } from "#prisma/reporting-factories.ts";
import { answerAssessment } from "./commands.ts";
import { getAnswerableAssessment, listAnswerableAssessments } from "./queries.ts";

const now = new Date("2020-03-01T08:00:00Z");
const text = { ka: "არ ვეთანხმებით", en: "We do not agree" };
let set: Awaited<ReturnType<typeof createReportedPlan>>;
let watch: Awaited<ReturnType<typeof createMonitor>>;
beforeEach(async () => {
  [set, watch] = [await createReportedPlan(), await createMonitor()];
});

const answerOf = (assessmentId: string) => db().assessmentAnswer.findUnique({ where: { assessmentId } });

describe("the agency's answer to an assessment", () => {
  it("is published once, in its name, and traced; the assessors are told", async () => {
    await db().account.create({ data: { email: `${watch.organisation.slug}@example.ge`, name: "გიო", locale: "en", memberships: { create: { role: "monitor", organisationId: watch.organisation.id } } } });
    const { id } = await publishIndependent(set, watch);
    await answerAssessment(set.coordinator, { assessmentId: id, text }, now);
    expect(await answerOf(id)).toMatchObject({ organisationId: set.agency.id, text, publishedAt: now, actorName: set.coordinator.name });
    expect(await db().auditEvent.findFirst({ where: { action: "assessment.answered", entityId: id } })).toMatchObject({ planId: set.plan.id, after: { answer: text } });
    const mail = await db().mail.findFirstOrThrow({ where: { kind: "assessment.answered", recipient: `${watch.organisation.slug}@example.ge` } });
    expect(mail).toMatchObject({ locale: "en", subject: "The agency has answered your assessment: 5.2 Portal" });
    expect(mail.body).toContain(`/en/plans/${set.plan.slug}/commitments/idea#5.2`);
    expect(mail.body).toContain("We do not agree");
    await expect(answerAssessment(set.coordinator, { assessmentId: id, text: { en: "Again" } }, now)).rejects.toMatchObject({ code: "ALREADY_ANSWERED" });
  });

  it("is one also when two coordinators press at once, and never changes, even for somebody at the database", async () => {
    const { id } = await publishIndependent(set, watch);
    const both = await Promise.allSettled([1, 2].map(() => answerAssessment(set.coordinator, { assessmentId: id, text }, now)));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "ALREADY_ANSWERED" } });
    await expect(db().assessmentAnswer.update({ where: { assessmentId: id }, data: { text: { en: "Other" } } })).rejects.toThrow();
    await expect(db().assessmentAnswer.delete({ where: { assessmentId: id } })).rejects.toThrow();
    expect(await answerOf(id)).toMatchObject({ text });
  });

  it("stays with an assessment that is superseded; the new one is answered anew", async () => {
    const first = await publishIndependent(set, watch);
    await answerAssessment(set.coordinator, { assessmentId: first.id, text }, now);
    const second = await publishIndependent(set, watch, { irm: { completion: "completion.complete" } });
    const third = await publishIndependent(set, watch, { irm: { completion: "completion.limited" } });
    expect(await answerOf(first.id)).toMatchObject({ text });
    await expect(answerAssessment(set.coordinator, { assessmentId: second.id, text }, now)).rejects.toMatchObject({ code: "ASSESSMENT_SUPERSEDED" });
    await answerAssessment(set.coordinator, { assessmentId: third.id, text: { en: "Thank you" } }, now);
    expect((await listAnswerableAssessments(set.coordinator)).map(({ judgement }) => [judgement.id, judgement.answer?.text])).toEqual([[third.id, { en: "Thank you" }]]);
  });

  it("may be given to the Secretariat's assessment too, of a commitment as a whole", async () => {
    const input = { id: null, version: null, periodId: set.period.id, subject: { commitmentId: set.commitment.id, milestoneId: null }, gradeId: await aGrade("not", 0), irm: noIrm, narrative: {}, evidence: [] };
    const { id } = await saveAndPublishAssessment(set.reviewer, { ...input, assessor: { voice: "secretariat" } }, now);
    await answerAssessment(set.coordinator, { assessmentId: id, text }, now);
    expect(await getAnswerableAssessment(set.coordinator, id)).toMatchObject({ number: "5", judgement: { voice: "secretariat", answer: { text } }, publicPath: `/plans/${set.plan.slug}/commitments/idea#voices` });
  });

  it("is not given to a draft, nor by anybody but the agency that leads what was judged", async () => {
    const draft = await saveAssessment(watch.monitor, independentInput(set, watch), now);
    await expect(answerAssessment(set.coordinator, { assessmentId: draft.id, text }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { id } = await publishIndependent(set, await createMonitor());
    const linked = { ...set.coordinator, link: { id: "0190a0a0-0000-7000-8000-000000000000", periodId: set.period.id } };
    for (const actor of [set.stranger, set.reviewer, watch.monitor, linked, set.actorAs("administrator")]) {
      await expect(answerAssessment(actor, { assessmentId: id, text }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(getAnswerableAssessment(actor, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
      expect(await listAnswerableAssessments(actor)).toEqual([]);
    }
    expect((await listAnswerableAssessments(set.coordinator)).map(({ judgement }) => judgement.id)).toEqual([id]);
  });
});
