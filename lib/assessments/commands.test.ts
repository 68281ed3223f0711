import { beforeEach, describe, expect, it } from "vitest";
import { systemActor } from "#lib/record/actors/schema.ts";
import { listAssessmentWork } from "#lib/assessments/work/queries.ts";
import { addEvidenceLink } from "#lib/evidence/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { asAmendment } from "#prisma/amendment-factories.ts";
import { aGrade, createMonitor, independentInput, publishIndependent } from "#prisma/assessment-factories.ts";
import { createReportedPlan } from "#prisma/reporting-factories.ts";
import { publishAssessment, saveAndPublishAssessment, saveAssessment } from "./commands.ts";
import { getAssessmentForm } from "./queries.ts";
import { noIrm, type SaveAssessmentInput } from "./schema.ts";

const now = new Date("2020-12-31T08:00:00Z");
const secretariat = { voice: "secretariat" } as const;
let set: Awaited<ReturnType<typeof createReportedPlan>>;
let grades: { worst: string; best: string; foreign: string };

beforeEach(async () => {
  set = await createReportedPlan();
  grades = { worst: await aGrade("not", 0), best: await aGrade("fully", 3), foreign: await aGrade("fully", 4, "five") };
});

const typed = (changes: Partial<SaveAssessmentInput> = {}): SaveAssessmentInput => ({
  id: null, version: null, assessor: secretariat, irm: noIrm, periodId: set.period.id, subject: { commitmentId: set.commitment.id, milestoneId: null }, gradeId: grades.worst,
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
    const [period] = (await listAssessmentWork(set.reviewer, secretariat)).filter(({ id }) => id === set.period.id);
    expect(period?.commitments[0]).toMatchObject({ progress: "completed", own: { grade: { rank: 0 } } });
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
    await expect(getAssessmentForm(actor, secretariat, set.period.id, set.commitment.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
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

describe("an independent monitor's assessment", () => {
  let watch: Awaited<ReturnType<typeof createMonitor>>;
  const asMonitor = () => ({ voice: "independent", organisationId: watch.organisation.id }) as const;
  beforeEach(async () => {
    watch = await createMonitor();
  });

  it("is saved, published as it was saved, in the monitor's name, beside the Secretariat's", async () => {
    const link = await addEvidenceLink(watch.monitor, { organisationId: watch.organisation.id, url: "https://example.ge/visit", title: {} }, now);
    const input = independentInput(set, watch, { gradeId: grades.worst, irm: { potential: "potential.modest" }, evidence: [{ evidenceId: link.id, title: { en: "Visit" } }] });
    const subject = { commitmentId: set.commitment.id, milestoneId: set.milestone.id };
    const ours = await saveAndPublishAssessment(set.reviewer, typed({ subject, gradeId: grades.best }), now);
    const draft = await saveAssessment(watch.monitor, input, now);
    await publishAssessment(watch.monitor, asked(draft), now);
    expect(await stored(draft.id)).toMatchObject({
      status: "published", voice: "independent", organisationId: watch.organisation.id, gradeId: grades.worst, completionCode: "completion.limited", potentialCode: "potential.modest", evidence: [{ id: link.id }],
    });
    expect(await stored(ours.id)).toMatchObject({ status: "published", gradeId: grades.best });
    const form = await getAssessmentForm(set.reviewer, secretariat, set.period.id, set.milestone.id);
    expect(form.others).toMatchObject([{ voice: "independent", irm: { completion: { code: "completion.limited" }, verifiable: null }, answer: null }]);
  });

  it("is superseded by its own next one alone", async () => {
    const other = await createMonitor();
    const theirs = await publishIndependent(set, other);
    const [first, second] = [await publishIndependent(set, watch), await publishIndependent(set, watch, { irm: { completion: "completion.complete" } })];
    expect(await Promise.all([theirs, first, second].map(async ({ id }) => (await stored(id)).status))).toEqual(["published", "superseded", "published"]);
    await expect(db().assessment.update({ where: { id: second.id }, data: { completionCode: "completion.limited" } })).rejects.toThrow("can only be superseded");
    await expect(db().assessment.delete({ where: { id: first.id } })).rejects.toThrow("can only be superseded");
  });

  it("needs a judgement and a reason before it is published; the database asks for the judgement too", async () => {
    const potential = await saveAssessment(watch.monitor, independentInput(set, watch, { irm: { completion: null, potential: "potential.modest" }, narrative: {} }), now);
    await expect(publishAssessment(watch.monitor, asked(potential), now)).rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors: { gradeId: "judgementRequired", narrative: "judgementReasonRequired" } });
    await expect(db().assessment.update({ where: { id: potential.id }, data: { status: "published", publishedAt: now } })).rejects.toThrow("Assessment_says_grade");
  });

  it("is not published past its confirmation, nor another version of it than was looked at", async () => {
    await expect(saveAndPublishAssessment(watch.monitor, independentInput(set, watch), now)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const seen = await saveAssessment(watch.monitor, independentInput(set, watch), now);
    await saveAssessment({ ...watch.monitor, name: "colleague" }, independentInput(set, watch, { ...seen, irm: { completion: "completion.complete" } }), now);
    await expect(publishAssessment(watch.monitor, asked(seen), now)).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await stored(seen.id)).status).toBe("draft");
  });

  it("takes IRM's grades by their own scales, and leaves the Secretariat none", async () => {
    const wrong = { irm: { verifiable: "completion.limited" } };
    await expect(saveAssessment(watch.monitor, independentInput(set, watch, wrong), now)).rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors: { "irm.verifiable": "unknownChoice" } });
    await expect(saveAssessment(set.reviewer, typed({ irm: { ...noIrm, completion: "completion.limited" } }), now)).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  it("as a draft is nobody's but its organisation's, and the trail tells nobody what it says", async () => {
    const link = await addEvidenceLink(watch.monitor, { organisationId: watch.organisation.id, url: "https://example.ge/unseen", title: {} }, now);
    const draft = await saveAssessment(watch.monitor, independentInput(set, watch, { narrative: { en: "Unseen words" }, evidence: [{ evidenceId: link.id, title: {} }] }), now);
    const others = [set.reviewer, set.coordinator, set.actorAs("moderator", watch.organisation.id), { ...set.reviewer, memberships: [{ role: "administrator" as const, organisationId: null }] }, (await createMonitor()).monitor];
    for (const actor of others) {
      await expect(getAssessmentForm(actor, asMonitor(), set.period.id, set.milestone.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(saveAssessment(actor, independentInput(set, watch, draft), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(publishAssessment(actor, asked(draft), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    const colleague = { ...watch.monitor, name: "colleague" };
    expect((await getAssessmentForm(colleague, asMonitor(), set.period.id, set.milestone.id)).draft).toMatchObject({ id: draft.id, narrative: { en: "Unseen words" } });
    const trail = await db().auditEvent.findMany({ where: { entityId: { in: [draft.id, link.id] } } });
    expect(trail.map(({ action }) => action).sort()).toEqual(["assessment.saved", "evidence.attached", "evidence.linked"]);
    expect(trail.every(({ planId }) => planId === null)).toBe(true);
    expect(JSON.stringify(trail.map(({ before, after }) => [before, after]))).not.toMatch(/Unseen|unseen|completion\.limited/);
    await publishAssessment(watch.monitor, asked(draft), now);
    const published = await db().auditEvent.findFirstOrThrow({ where: { action: "assessment.published", entityId: draft.id } });
    expect(published).toMatchObject({ planId: set.plan.id, after: { voice: "independent", narrative: { en: "Unseen words" }, evidence: ["https://example.ge/unseen"] } });
  });

  it("is not for an organisation that has a hand in the commitment", async () => {
    const insiders = [set.secretariat, set.agency, set.other];
    for (const organisation of insiders) {
      const inside = { organisation, monitor: set.actorAs("monitor", organisation.id) };
      await expect(saveAssessment(inside.monitor, independentInput(set, inside), now)).rejects.toMatchObject({ code: "INDEPENDENCE" });
      expect((await getAssessmentForm(inside.monitor, { voice: "independent", organisationId: organisation.id }, set.period.id, set.milestone.id)).involved).toBe(true);
    }
    await saveAssessment(watch.monitor, independentInput(set, watch), now);
    await asAmendment(set.plan.id, () => db().partnership.create({ data: { milestoneId: set.foreign.id, organisationId: watch.organisation.id } }));
    const { draft } = await getAssessmentForm(watch.monitor, asMonitor(), set.period.id, set.milestone.id);
    await expect(publishAssessment(watch.monitor, { assessmentId: draft?.id ?? "", version: draft?.version ?? 0 }, now)).rejects.toMatchObject({ code: "INDEPENDENCE" });
  });

  it("is written in the name that was chosen by somebody who has two", async () => {
    const both = { ...set.reviewer, memberships: [...set.reviewer.memberships, ...watch.monitor.memberships] };
    const subject = { commitmentId: set.commitment.id, milestoneId: set.milestone.id };
    const [one, two] = [await saveAssessment(both, typed({ subject }), now), await saveAssessment(both, independentInput(set, watch), now)];
    expect([(await stored(one.id)).organisationId, (await stored(two.id)).organisationId]).toEqual([set.secretariat.id, watch.organisation.id]);
    await expect(saveAssessment(both, typed({ ...one, assessor: asMonitor(), subject }), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is told to the coordinators of the agency that leads, each in their language", async () => {
    await db().account.create({ data: { email: `nino-${set.plan.slug}@example.ge`, name: "ნინო", locale: "en", memberships: { create: { role: "coordinator", organisationId: set.agency.id } } } });
    const { id } = await publishIndependent(set, watch);
    const mails = await db().mail.findMany({ where: { kind: "assessment.published", recipient: `nino-${set.plan.slug}@example.ge` } });
    expect(mails).toMatchObject([{ locale: "en", subject: "Independent assessment published: 5.2 Portal" }]);
    expect(mails[0]?.body).toContain(`/en/workspace/answers/${id}`);
    await saveAndPublishAssessment(set.reviewer, typed(), now);
    expect(await db().mail.count({ where: { kind: "assessment.published" } })).toBe(1);
  });
});

it("of a draft plan a monitor knows nothing", async () => {
  const [draft, watch] = [await createReportedPlan("draft"), await createMonitor()];
  await expect(saveAssessment(watch.monitor, independentInput(draft, watch), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
