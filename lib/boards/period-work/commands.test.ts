import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { saveUpdate } from "#lib/reporting/commands.ts";
import { createReportedPlan } from "#prisma/reporting-factories.ts";
import { sayNoProgress, submitReady } from "./commands.ts";

const now = new Date("2019-06-10T10:00:00Z");
let set: Awaited<ReturnType<typeof createReportedPlan>>;
beforeEach(async () => {
  set = await createReportedPlan();
});

const whole = () => ({ commitmentId: set.commitment.id, milestoneId: null });
const own = () => ({ commitmentId: set.commitment.id, milestoneId: set.milestone.id });
const draft = async (changes = {}) => {
  const { id, version } = await saveUpdate(set.coordinator, set.typed(changes), now);
  return { updateId: id, version };
};

describe("sending all that is ready", () => {
  it("sends each by itself, and tells which went and which did not, and why", async () => {
    const [good, bad] = [await draft(), await draft({ subject: whole(), progress: "completed" })];
    const outcomes = await submitReady(set.coordinator, { updates: [bad, good, { ...good, updateId: set.plan.id }] }, now);
    expect(outcomes).toMatchObject([
      { id: bad.updateId, answer: { ok: false, code: "EVIDENCE_REQUIRED" } },
      { id: good.updateId, answer: { ok: true, value: { version: 2 } } },
      { id: set.plan.id, answer: { ok: false, code: "NOT_FOUND" } },
    ]);
    const rows = await db().progressUpdate.findMany({ where: { periodId: set.period.id }, select: { id: true, status: true } });
    expect(Object.fromEntries(rows.map(({ id, status }) => [id, status]))).toEqual({ [good.updateId]: "submitted", [bad.updateId]: "draft" });
  });

  it("sends nothing twice, and nothing of another organisation", async () => {
    const one = await draft();
    const both = await Promise.all([submitReady(set.coordinator, { updates: [one] }, now), submitReady(set.coordinator, { updates: [one] }, now)]);
    expect(both.flat().filter(({ answer }) => answer.ok)).toHaveLength(1);
    expect(await submitReady(set.stranger, { updates: [one] }, now)).toMatchObject([{ answer: { ok: false, code: "NOT_FOUND" } }]);
    expect(await db().auditEvent.count({ where: { entityId: one.updateId, action: "update.submitted" } })).toBe(1);
  });
});

describe("no progress, said of several at once", () => {
  it("is a draft of each that stays where it was, with the reason; what cannot be said is told", async () => {
    const foreign = { commitmentId: set.commitment.id, milestoneId: set.foreign.id };
    const outcomes = await sayNoProgress(set.coordinator, { periodId: set.period.id, subjects: [own(), whole(), foreign], reasons: { en: "No budget yet" } }, now);
    expect(outcomes.map(({ id, answer }) => [id, answer.ok])).toEqual([[set.milestone.id, true], [set.commitment.id, true], [set.foreign.id, false]]);
    const rows = await db().progressUpdate.findMany({ where: { periodId: set.period.id } });
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toMatchObject({ status: "draft", progress: "not_started", noProgress: true, result: null, reasons: { en: "No budget yet" } });
  });

  it("replaces nobody's draft", async () => {
    await draft();
    expect(await sayNoProgress(set.coordinator, { periodId: set.period.id, subjects: [own()], reasons: { en: "No" } }, now)).toMatchObject([{ answer: { ok: false, code: "CONFLICT" } }]);
    expect(await db().progressUpdate.findMany({ where: { periodId: set.period.id } })).toMatchObject([{ noProgress: false }]);
  });
});
