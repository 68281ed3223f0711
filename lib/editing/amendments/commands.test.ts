import { describe, expect, it } from "vitest";
import { listAssessmentWork, type AssessmentPeriod } from "#lib/assessments/work/queries.ts";
import { getPublishedCommitment } from "#lib/plans/commitments/queries.ts";
import { overlay } from "#lib/editing/rules.ts";
import type { FieldsInputOf, PlanEditInput } from "#lib/editing/schema.ts";
import { listCommitmentsOf } from "#lib/plans/lines/queries.ts";
import { listPublishedOrganisations } from "#lib/organisations/queries.ts";
import { amendPlan, applyEdits } from "#lib/editing/plan-edits/commands.ts";
import { closePlan } from "#lib/plans/commands.ts";
import { getPublishedPlan } from "#lib/plans/queries.ts";
import { parseFilters } from "#lib/plans/rules.ts";
import { db } from "#lib/platform/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { createReport } from "#lib/reports/commands.ts";
import { composeSnapshot } from "#lib/reports/freezing/queries.ts";
import { listCollections, listReportingWork, listUpdatesToReview } from "#lib/reporting/worklists/queries.ts";
import { aDraftPlan, actorAs, anOpenPlan, anOrganisation, aSubmittedUpdate, factoryNow as now } from "#prisma/factories.ts";
import { beginAmendment, discardAmendment, makeAmendment, saveAmendment, saveEdit, stageEdits, unstageEdit } from "./commands.ts";
import { getPlanForEditing } from "./queries.ts";

const reason = { ka: "ვადა გადაიწია", en: "The term moved" };
const because = { reason, legalActId: null };
type Open = Awaited<ReturnType<typeof anOpenPlan>>;

const milestone = ({ agency }: Open, changes: Partial<FieldsInputOf<"milestone">> = {}) => ({ number: "1.1", title: { ka: "ეტაპი" }, leadOrganisationId: agency.id, ...changes });
const change = (open: Open, changes: Partial<FieldsInputOf<"milestone">>, version?: number): PlanEditInput => ({ op: "change", entity: "milestone", id: open.milestone.id, version, fields: milestone(open, changes) });
const endOf = async (id: string) => (await db().milestone.findUniqueOrThrow({ where: { id } })).endsOn;

describe("one edit at the editor", () => {
  it("is made at once while the plan is written, and its draft is forgotten", async () => {
    const { plan, reviewer } = await aDraftPlan();
    const account = await db().account.create({ data: { email: `${newId()}@example.ge`, name: "N" } });
    const id = newId();
    await db().editingDraft.create({ data: { accountId: account.id, planId: plan.id, entity: "part", entityId: id, fields: {}, savedAt: now } });
    const edit: PlanEditInput = { op: "add", entity: "part", id, fields: { kind: "part", title: { ka: "ნაწილი" } } };
    expect(await saveEdit({ ...reviewer, accountId: account.id }, { planId: plan.id, edit }, now)).toEqual({ outcome: "saved", version: 1, staged: false });
    expect(await db().editingDraft.count({ where: { entityId: id } })).toBe(0);
    expect(await saveEdit(reviewer, { planId: plan.id, edit: { op: "change", entity: "part", id, version: 1, fields: { kind: "part", title: { ka: "სხვა" } } } }, now)).toMatchObject({ version: 2 });
  });

  it("waits in an amendment once it is adopted, and the public sees nothing of it", async () => {
    const open = await anOpenPlan();
    const { plan, reviewer } = open;
    expect(await saveEdit(reviewer, { planId: plan.id, edit: change(open, { endsOn: "2026" }, 1) }, now)).toEqual({ outcome: "saved", version: 2, staged: true });
    const { content, base, amendment } = await getPlanForEditing(reviewer, plan.id);
    expect(content.milestones[0]).toMatchObject({ version: 2, staged: "change", fields: { endsOn: "2026" } });
    expect(base.milestones[0]).toMatchObject({ version: 1, fields: { endsOn: null } });
    expect(amendment).toMatchObject({ version: 2, reason: null, stale: [], actorName: reviewer.name });
    expect(await endOf(open.milestone.id)).toBeNull();
    expect(await db().planChange.count({ where: { planId: plan.id, entity: "milestone" } })).toBe(0);
  });

  it("tells who was faster, and what is there now", async () => {
    const open = await anOpenPlan();
    const { plan, reviewer } = open;
    const colleague = { ...reviewer, name: "ნინო" };
    await saveEdit(colleague, { planId: plan.id, edit: change(open, { endsOn: "2026" }, 1) }, now);
    const conflict = await saveEdit(reviewer, { planId: plan.id, edit: change(open, { endsOn: "2027" }, 1) }, now);
    expect(conflict).toMatchObject({ outcome: "conflict", by: "ნინო", at: now, current: { version: 2, fields: { endsOn: "2026" } } });
    expect(await saveEdit(reviewer, { planId: plan.id, edit: change(open, { endsOn: "2027" }, 2) }, now)).toMatchObject({ outcome: "saved", version: 3 });
    await saveEdit(colleague, { planId: plan.id, edit: { op: "remove", entity: "milestone", id: open.milestone.id, version: 3 } }, now);
    expect(await saveEdit(reviewer, { planId: plan.id, edit: change(open, { endsOn: "2028" }, 3) }, now)).toMatchObject({ outcome: "conflict", current: null });
  });

  it("names the fields of the form, and is for the plan's Secretariat", async () => {
    const open = await anOpenPlan();
    await expect(saveEdit(open.reviewer, { planId: open.plan.id, edit: change(open, { startsOn: "2025", endsOn: "2024" }) }, now)).rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors: { endsOn: "endBeforeStart" } });
    for (const actor of [open.coordinator, actorAs("secretariat", open.agency.id), actorAs("administrator")]) {
      await expect(saveEdit(actor, { planId: open.plan.id, edit: change(open, {}) }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(getPlanForEditing(actor, open.plan.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });
});

describe("an amendment in preparation", () => {
  it("is one for all who work on it, and holds one change of each thing", async () => {
    const open = await anOpenPlan();
    const { plan, reviewer } = open;
    const [one, same] = await Promise.all([beginAmendment(reviewer, { planId: plan.id }, now), beginAmendment(reviewer, { planId: plan.id }, now)]);
    expect(one.id).toBe(same.id);
    const [extra, below] = [newId(), newId()];
    await stageEdits(reviewer, { amendmentId: one.id, edits: [change(open, { endsOn: "2026" }), { op: "add", entity: "milestone", id: extra, fields: milestone(open, { number: "1.3" }), place: { commitmentId: open.commitment.id } }] }, now);
    await stageEdits(reviewer, { amendmentId: one.id, edits: [change(open, { endsOn: "2027" }), { op: "change", entity: "milestone", id: extra, fields: milestone(open, { number: "1.4" }) }, { op: "add", entity: "milestone", id: below, fields: milestone(open, { number: "1.4.1" }), place: { commitmentId: open.commitment.id, parentId: extra } }] }, now);
    const { content, amendment } = await getPlanForEditing(reviewer, plan.id);
    expect(amendment?.edits.map(({ op, id, times }) => [op, id, times])).toEqual([["change", open.milestone.id, 2], ["add", extra, 2], ["add", below, 1]]);
    expect(content.milestones.map(({ fields, staged, version }) => [fields.number, staged, version])).toEqual([["1.1", "change", 3], ["1.2", null, 1], ["1.4", "add", 2], ["1.4.1", "add", 1]]);
    await expect(unstageEdit(reviewer, { amendmentId: one.id, entity: "milestone", id: extra }, now)).rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors: { op: "inUse" } });
    await stageEdits(reviewer, { amendmentId: one.id, edits: [{ op: "remove", entity: "milestone", id: extra }] }, now);
    expect((await getPlanForEditing(reviewer, plan.id)).amendment?.edits.map(({ id }) => id)).toEqual([open.milestone.id]);
    await unstageEdit(reviewer, { amendmentId: one.id, entity: "milestone", id: open.milestone.id }, now);
    expect((await getPlanForEditing(reviewer, plan.id)).content.milestones[0]?.staged).toBeNull();
  });

  it("is made with a reason, with an act that it adds itself, once, and stays as it is", async () => {
    const open = await anOpenPlan();
    const { plan, reviewer } = open;
    const act = newId();
    const { id: amendmentId } = await beginAmendment(reviewer, { planId: plan.id }, now);
    const { version } = await stageEdits(reviewer, { amendmentId, edits: [change(open, { endsOn: "2026" }), { op: "add", entity: "legal_act", id: act, fields: { kind: { ka: "განკარგულება" }, number: "7", date: "2024", issuingBody: { ka: "მთავრობა" } } }] }, now);
    await expect(makeAmendment(reviewer, { amendmentId, version, reason: {}, legalActId: null }, now)).rejects.toMatchObject({ code: "REASON_REQUIRED" });
    const saved = await saveAmendment(reviewer, { amendmentId, version, reason, legalActId: act }, now);
    expect((await getPlanForEditing(reviewer, plan.id)).amendment).toMatchObject({ reason, legalActId: act });
    await expect(makeAmendment(reviewer, { amendmentId, version, reason, legalActId: act }, now)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await makeAmendment(reviewer, { amendmentId, version: saved.version, reason, legalActId: act }, now)).toEqual({ number: 1 });
    expect(await endOf(open.milestone.id)).toBe("2026");
    expect(await db().amendment.findUnique({ where: { id: amendmentId } })).toMatchObject({ status: "made", legalActId: act, edits: [] });
    await expect(stageEdits(reviewer, { amendmentId, edits: [] }, now)).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await getPlanForEditing(reviewer, plan.id)).amendment).toBeNull();
    expect((await db().auditEvent.findMany({ where: { planId: plan.id, action: { startsWith: "amendment" } }, orderBy: { id: "asc" } })).map(({ action }) => action)).toEqual([
      "amendment.begun", "amendment.staged", "amendment.staged", "amendment.saved", "amendment.made",
    ]);
  });

  it("says what another amendment has overtaken, and is not made before somebody has looked", async () => {
    const open = await anOpenPlan();
    const { plan, reviewer } = open;
    const { id: amendmentId } = await beginAmendment(reviewer, { planId: plan.id }, now);
    const { version } = await stageEdits(reviewer, { amendmentId, edits: [change(open, { endsOn: "2026" })] }, now);
    await amendPlan(reviewer, { planId: plan.id, ...because, edits: [change(open, { endsOn: "2030" })] }, now);
    expect((await getPlanForEditing(reviewer, plan.id)).amendment?.stale).toEqual([open.milestone.id]);
    await expect(makeAmendment(reviewer, { amendmentId, version, ...because }, now)).rejects.toMatchObject({ code: "CONFLICT", fieldErrors: { "0.version": "changedMeanwhile" } });
    const again = await stageEdits(reviewer, { amendmentId, edits: [change(open, { endsOn: "2026" }, 3)] }, now);
    expect(await makeAmendment(reviewer, { amendmentId, version: again.version, ...because }, now)).toEqual({ number: 2 });
  });

  it("goes without a trace in the plan when it is discarded", async () => {
    const open = await anOpenPlan();
    const { id: amendmentId, version } = await beginAmendment(open.reviewer, { planId: open.plan.id }, now);
    await discardAmendment(open.reviewer, { amendmentId, version }, now);
    expect((await getPlanForEditing(open.reviewer, open.plan.id)).amendment).toBeNull();
    await expect(discardAmendment(open.reviewer, { amendmentId, version }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is for adopted plans: before there is no need, after there is no more to change", async () => {
    const [draft, open] = [await aDraftPlan(), await anOpenPlan()];
    await expect(beginAmendment(draft.reviewer, { planId: draft.plan.id }, now)).rejects.toMatchObject({ code: "PLAN_NOT_ADOPTED" });
    await closePlan(open.reviewer, { planId: open.plan.id, version: 2 }, now);
    for (const attempt of [() => beginAmendment(open.reviewer, { planId: open.plan.id }, now), () => saveEdit(open.reviewer, { planId: open.plan.id, edit: change(open, {}) }, now), () => applyEdits(open.reviewer, { planId: open.plan.id, edits: [] }, now)]) {
      await expect(attempt()).rejects.toMatchObject({ code: "PLAN_CLOSED" });
    }
  });
});

/** What is assessed, counted, reported and asked for. */
async function everywhere({ plan, slug, reviewer, coordinator, agency }: Open) {
  const [view, { slug: organisation }] = [await getPublishedPlan(slug, parseFilters({}), now), await db().organisation.findUniqueOrThrow({ where: { id: agency.id } })];
  const report = (await db().report.findFirst({ where: { planId: plan.id } })) ?? expect.unreachable();
  const snapshot = await composeSnapshot(report.id, { version: 1, stage: "final", reason: null, publishedAt: now });
  const work = (periods: AssessmentPeriod[]) => periods.flatMap(({ commitments }) => commitments.flatMap((one) => [one, ...one.milestones])).length;
  return {
    total: view?.total, commitments: view && Object.values(view.commitments).reduce((sum, count) => sum + count), milestones: view && Object.values(view.milestones).reduce((sum, count) => sum + count),
    organisation: (await listPublishedOrganisations()).find((one) => one.slug === organisation)?.leads ?? 0, lines: (await listCommitmentsOf(organisation, now)).shares.flatMap(({ leads }) => leads).length,
    toReport: (await listReportingWork(coordinator, now)).flatMap(({ commitments }) => commitments.flatMap(({ lines }) => lines)).length, toCollect: (await listCollections(reviewer)).flatMap(({ shares }) => shares).length,
    toReview: (await listUpdatesToReview(reviewer)).length, toAssess: work(await listAssessmentWork(reviewer, { voice: "secretariat" })), inReport: [snapshot.commitments.length, snapshot.commitments.flatMap(({ milestones }) => milestones).length],
  };
}

describe("what an amendment takes out", () => {
  it("leaves every count, list and report, and can still be read where it stood", async () => {
    const open = await aSubmittedUpdate();
    const { plan, reviewer, period, commitment, slug } = open;
    await createReport(reviewer, { planId: plan.id, periodId: period.id, kind: "annual" }, now);
    expect(await everywhere(open)).toEqual({ total: 1, commitments: 1, milestones: 2, organisation: 1, lines: 1, toReport: 3, toCollect: 1, toReview: 1, toAssess: 3, inReport: [1, 2] });
    await amendPlan(reviewer, { planId: plan.id, ...because, edits: [{ op: "remove", entity: "milestone", id: open.milestone.id }] }, now);
    expect(await everywhere(open)).toEqual({ total: 1, commitments: 1, milestones: 1, organisation: 1, lines: 1, toReport: 2, toCollect: 1, toReview: 0, toAssess: 2, inReport: [1, 1] });
    await amendPlan(reviewer, { planId: plan.id, ...because, edits: [{ op: "remove", entity: "commitment", id: commitment.id }] }, now);
    expect(await everywhere(open)).toEqual({ total: 0, commitments: 0, milestones: 0, organisation: 0, lines: 0, toReport: 0, toCollect: 0, toReview: 0, toAssess: 0, inReport: [0, 0] });
    expect((await getPublishedPlan(slug, parseFilters({}), now))?.loose).toMatchObject([{ number: "1", removedAt: now }]);
    expect(await getPublishedCommitment(slug, "one", new Date("2030-01-01"))).toMatchObject({ removedAt: now, standing: { overdueMonths: null, stale: false }, milestones: [{ removedAt: now }, { removedAt: now }] });
  });
});

it("shows a plan as it will be without touching what it is", async () => {
  const open = await anOpenPlan();
  const { base } = await getPlanForEditing(open.reviewer, open.plan.id);
  const before = structuredClone(base);
  const other = await anOrganisation();
  const after = overlay(base, [{ op: "remove", entity: "commitment", id: open.commitment.id }, { op: "change", entity: "plan", id: open.plan.id, fields: { ...base.plan.fields, endsOn: "2027" } }]);
  expect(base).toEqual(before);
  expect([after.plan.fields.endsOn, after.commitments[0]?.removed, after.milestones.map(({ removed }) => removed)]).toEqual(["2027", true, [true, true]]);
  expect(other.id).toBeTruthy();
});
