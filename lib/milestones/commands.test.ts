import { describe, expect, it } from "vitest";
import { createCommitment } from "#lib/commitments/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { adoptPlan } from "#lib/plans/commands.ts";
import { aDraftPlan, actorAs, anOrganisation, commitmentInput, factoryNow as now, milestoneInput } from "#prisma/factories.ts";
import { createMilestone } from "./commands.ts";

async function aCommitment() {
  const draft = await aDraftPlan();
  const agency = await anOrganisation();
  const commitment = await createCommitment(draft.reviewer, commitmentInput(draft.plan.id, agency.id), now);
  return { ...draft, agency, commitment };
}

describe("writing a milestone down", () => {
  it("keeps what the plan states, one within another, in its order, with a trace", async () => {
    const { reviewer, agency, commitment, plan } = await aCommitment();
    const outer = await createMilestone(reviewer, milestoneInput(commitment.id, agency.id, { indicators: [{ text: { ka: "შექმნილია" } }], sources: [{ text: { ka: "ვებ-გვერდი" } }] }), now);
    const inner = await createMilestone(reviewer, milestoneInput(commitment.id, agency.id, { number: "1.1.1", parentId: outer.id, startsOn: "2024-05", endsOn: "2024" }), now);
    const rows = await db().milestone.findMany({ where: { commitmentId: commitment.id }, orderBy: { position: "asc" }, include: { indicators: true, sources: true } });
    expect(rows).toMatchObject([{ number: "1.1", parentId: null, startsOn: null, endsOn: null }, { number: "1.1.1", parentId: outer.id, startsOn: "2024-05", endsOn: "2024" }]);
    expect([outer.indicatorIds, outer.sourceIds]).toEqual([rows[0]?.indicators.map(({ id }) => id), rows[0]?.sources.map(({ id }) => id)]);
    expect(await db().auditEvent.findFirst({ where: { entityId: inner.id } })).toMatchObject({ action: "milestone.created", planId: plan.id });
  });

  it("refuses a number twice, an end before the start, a parent of another commitment, an agency that does not exist", async () => {
    const { reviewer, agency, commitment } = await aCommitment();
    const other = await aCommitment();
    const elsewhere = await createMilestone(other.reviewer, milestoneInput(other.commitment.id, other.agency.id), now);
    await createMilestone(reviewer, milestoneInput(commitment.id, agency.id), now);
    await expect(createMilestone(reviewer, milestoneInput(commitment.id, agency.id), now)).rejects.toMatchObject({ code: "ALREADY_EXISTS", fieldErrors: { number: "duplicate" } });
    const wrong = [
      [{ startsOn: "2024-06", endsOn: "2024-05" }, { endsOn: "endBeforeStart" }],
      [{ parentId: elsewhere.id }, { parentId: "unknownChoice" }],
      [{ leadOrganisationId: "00000000-0000-7000-8000-000000000000" }, { leadOrganisationId: "unknownChoice" }],
    ] as const;
    for (const [changes, fieldErrors] of wrong) {
      await expect(createMilestone(reviewer, milestoneInput(commitment.id, agency.id, { number: "1.9", ...changes }), now)).rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors });
    }
    expect(await db().milestone.count({ where: { commitmentId: commitment.id } })).toBe(1);
  });

  it("is for the plan's Secretariat only, and ends with its adoption", async () => {
    const { reviewer, agency, commitment, plan, secretariat } = await aCommitment();
    const input = milestoneInput(commitment.id, agency.id);
    for (const actor of [actorAs("secretariat", agency.id), actorAs("coordinator", agency.id), actorAs("moderator", secretariat.id), actorAs("administrator")]) {
      await expect(createMilestone(actor, input, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await adoptPlan(reviewer, { planId: plan.id, version: plan.version }, now);
    await expect(createMilestone(reviewer, input, now)).rejects.toMatchObject({ code: "PLAN_ADOPTED" });
  });
});
