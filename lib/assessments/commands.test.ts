import { beforeEach, describe, expect, it } from "vitest";
import { systemActor } from "#lib/actors/schema.ts";
import { addEvidenceLink } from "#lib/evidence/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { createReportedPlan } from "#prisma/reporting-factories.ts";
import { publishAssessment, saveAndPublishAssessment, saveAssessment } from "./commands.ts";
import { getAssessmentForm, listAssessmentWork } from "./queries.ts";
import type { SaveAssessmentInput } from "./schema.ts";

const now = new Date("2020-12-31T08:00:00Z");
let set: Awaited<ReturnType<typeof createReportedPlan>>;
let grades: { worst: string; best: string; foreign: string };

async function gradeOf(scaleCode: string, code: string, rank: number): Promise<string> {
  const label = { ka: code };
  await db().fulfilmentScale.upsert({ where: { code: scaleCode }, create: { code: scaleCode, label }, update: {} });
  const row = await db().fulfilmentGrade.upsert({ where: { scaleCode_code: { scaleCode, code } }, create: { scaleCode, code, rank, label }, update: {} });
  return row.id;
}

beforeEach(async () => {
  set = await createReportedPlan();
  grades = { worst: await gradeOf("four", "not", 0), best: await gradeOf("four", "fully", 3), foreign: await gradeOf("five", "fully", 4) };
});

const typed = (changes: Partial<SaveAssessmentInput> = {}): SaveAssessmentInput => ({
  id: null, version: null, periodId: set.period.id, subject: { commitmentId: set.commitment.id, milestoneId: null }, gradeId: grades.worst,
  narrative: { ka: "არ შესრულდა", en: undefined }, evidence: [], ...changes,
});
const asked = ({ id, version }: { id: string; version: number }) => ({ assessmentId: id, version });
const stored = (id: string) => db().assessment.findUniqueOrThrow({ where: { id }, include: { evidence: true } });

describe("the Secretariat's assessment", () => {
  it("is saved without a grade, changed, published with one, and traced", async () => {
    const link = await addEvidenceLink(set.reviewer, { organisationId: set.secretariat.id, url: "https://example.ge/visit", title: { ka: undefined, en: "Visit" } }, now);
    const draft = await saveAssessment(set.reviewer, typed({ gradeId: null }), now);
    await expect(publishAssessment(set.reviewer, asked(draft), now)).rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors: { gradeId: "choiceRequired" } });
    const graded = await saveAssessment(set.reviewer, typed({ ...draft, evidence: [{ evidenceId: link.id, title: { ka: undefined, en: "Visit" } }] }), now);
    await publishAssessment(set.reviewer, asked(graded), now);
    const row = await stored(draft.id);
    expect(row).toMatchObject({ status: "published", gradeId: grades.worst, voice: "secretariat", organisationId: set.secretariat.id, publishedAt: now });
    expect(row.evidence.map(({ id }) => id)).toEqual([link.id]);
    const events = await db().auditEvent.findMany({ where: { entity: "assessment", entityId: draft.id }, orderBy: { id: "asc" } });
    expect(events.map(({ action }) => action)).toEqual(["assessment.saved", "assessment.saved", "evidence.attached", "assessment.published"]);
  });

  it("is superseded by a new one and never changes, even for somebody at the database", async () => {
    const first = await saveAndPublishAssessment(set.reviewer, typed(), now);
    await expect(saveAssessment(set.reviewer, typed({ ...first, narrative: { ka: "სხვა", en: undefined } }), now)).rejects.toMatchObject({ code: "TRANSITION_NOT_ALLOWED" });
    const second = await saveAndPublishAssessment(set.reviewer, typed({ gradeId: grades.best }), now);
    expect([(await stored(first.id)).status, (await stored(second.id)).status]).toEqual(["superseded", "published"]);
    await expect(db().assessment.update({ where: { id: second.id }, data: { gradeId: grades.worst } })).rejects.toThrow("can only be superseded");
    await expect(db().assessment.delete({ where: { id: first.id } })).rejects.toThrow("can only be superseded");
  });

  it("takes grades of the plan's own scale only", async () => {
    await expect(saveAssessment(set.reviewer, typed({ gradeId: grades.foreign }), now)).rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors: { gradeId: "unknownChoice" } });
  });

  it("neither reads nor changes what the agency reports", async () => {
    const evidence = { create: { kind: "link", url: "https://example.ge/", organisationId: set.agency.id, uploadedAt: now } };
    const { id } = await db().progressUpdate.create({
      data: { periodId: set.period.id, commitmentId: set.commitment.id, organisationId: set.agency.id, status: "submitted", progress: "completed", createdAt: now, savedAt: now, evidence },
    });
    await db().progressUpdate.update({ where: { id }, data: { status: "accepted", acceptedAt: now } });
    await saveAndPublishAssessment(set.reviewer, typed(), now);
    const [period] = (await listAssessmentWork(set.reviewer)).filter(({ id }) => id === set.period.id);
    expect(period?.commitments[0]).toMatchObject({ progress: "completed", grade: { rank: 0 } });
    expect(period).toMatchObject({ total: 3, assessed: 1, waiting: 0 });
  });
});

describe("two at once", () => {
  it("create one draft, and the other is told", async () => {
    const both = await Promise.allSettled(["a", "b"].map((en) => saveAssessment(set.reviewer, typed({ narrative: { ka: undefined, en } }), now)));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "CONFLICT" } });
  });

  it("change it once, and publish it once", async () => {
    const draft = await saveAssessment(set.reviewer, typed(), now);
    const changes = await Promise.allSettled(["a", "b"].map((en) => saveAssessment(set.reviewer, typed({ ...draft, narrative: { ka: undefined, en } }), now)));
    expect(changes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const latest = await stored(draft.id);
    const published = await Promise.allSettled([1, 2].map(() => publishAssessment(set.reviewer, asked(latest), now)));
    expect(published.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

it("is as if it did not exist for anybody but the plan's Secretariat and an import", async () => {
  const draft = await saveAssessment(set.reviewer, typed(), now);
  for (const actor of [set.coordinator, set.actorAs("secretariat", set.other.id), set.actorAs("moderator", set.secretariat.id)]) {
    await expect(saveAssessment(actor, typed(), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(publishAssessment(actor, asked(draft), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getAssessmentForm(actor, set.period.id, set.commitment.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
  await expect(publishAssessment(systemActor("import"), asked(draft), now)).resolves.toMatchObject({ id: draft.id });
});

it("waits until the plan is adopted and the period has begun, and belongs to a subject of the period's plan", async () => {
  const elsewhere = await createReportedPlan();
  await expect(saveAssessment(set.reviewer, typed({ subject: { commitmentId: elsewhere.commitment.id, milestoneId: null } }), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(saveAssessment(set.reviewer, typed({ subject: { commitmentId: set.commitment.id, milestoneId: elsewhere.milestone.id } }), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await db().reportingPeriod.update({ where: { id: set.period.id }, data: { status: "upcoming" } });
  await expect(saveAssessment(set.reviewer, typed(), now)).rejects.toMatchObject({ code: "PERIOD_NOT_OPEN" });
  const draft = await createReportedPlan("draft");
  const unadopted = { periodId: draft.period.id, subject: { commitmentId: draft.commitment.id, milestoneId: null } };
  await expect(saveAssessment(draft.reviewer, typed(unadopted), now)).rejects.toMatchObject({ code: "PLAN_NOT_ADOPTED" });
});
