import { describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { acceptUpdate } from "#lib/reporting/commands.ts";
import { aSubmittedUpdate, factoryNow } from "./factories.ts";

describe("what the factories make", () => {
  it("has come about as in the application, with a trace of every step", async () => {
    const { plan, period, update, reviewer, agency } = await aSubmittedUpdate();
    await acceptUpdate(reviewer, { updateId: update.id, version: update.version }, factoryNow);
    expect(await db().progressUpdate.findUnique({ where: { id: update.id } })).toMatchObject({ status: "accepted", progress: "in_progress", organisationId: agency.id, periodId: period.id });
    const events = await db().auditEvent.findMany({ where: { planId: plan.id }, orderBy: { id: "asc" }, select: { action: true } });
    expect(events.map(({ action }) => action)).toEqual([
      "plan.created", "commitment.added", "milestone.added", "milestone.added", "plan.adopted", "period.created", "period.opened", "update.saved", "update.submitted", "update.accepted",
    ]);
  });

  it("is apart from what they made before", async () => {
    const [one, other] = [await aSubmittedUpdate(), await aSubmittedUpdate({ progress: "not_started", result: {} })];
    expect(one.plan.id).not.toBe(other.plan.id);
    expect(one.agency.slug).not.toBe(other.agency.slug);
  });
});
