import { describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { addPart, adoptPlan } from "#lib/plans/commands.ts";
import { aDraftPlan, actorAs, anOrganisation, commitmentInput, factoryNow as now } from "#prisma/factories.ts";
import { createCommitment } from "./commands.ts";

const nobody = "00000000-0000-7000-8000-000000000000";

describe("writing a commitment down", () => {
  it("keeps all that the plan states, in its order, with a trace", async () => {
    const { plan, reviewer } = await aDraftPlan();
    const [agency, partner] = [await anOrganisation(), await anOrganisation("partner")];
    const made = await createCommitment(reviewer, commitmentInput(plan.id, agency.id, {
      title: null, expectedOutcome: { ka: "შედეგი", en: "Outcome" }, thematicAreas: ["transparency", "engagement"], sdgs: [16],
      partnerships: [{ organisationId: partner.id, role: "co_responsible" }],
      indicators: [{ code: "A1", text: { ka: "პირველი" } }, { code: "A1", text: { ka: "მეორე" }, baseline: "0", target: "12.5", unit: { ka: "შეხვედრა" } }],
      sources: [{ text: { ka: "ვებ-გვერდი" } }, { text: { ka: "გაზეთი" } }],
      budgetLines: [{ amount: "3000", currency: "GEL", programmeCode: "01 01 02", fundingSourceCode: "municipal_budget" }, { noAdditionalCost: true, statedText: { ka: "არ საჭიროებს" } }],
    }), now);
    const lines = { orderBy: { position: "asc" } } as const;
    const row = await db().commitment.findUniqueOrThrow({ where: { id: made.id }, include: { thematicAreas: { orderBy: { code: "asc" } }, sdgs: true, partnerships: lines, indicators: lines, sources: lines, budgetLines: lines } });
    expect(row).toMatchObject({ number: "1", slug: "one", title: null, description: null, expectedOutcome: { ka: "შედეგი", en: "Outcome" }, startsOn: "2024-03", endsOn: "2025-12", position: 0, partId: null });
    expect([row.thematicAreas.map(({ code }) => code), row.sdgs.map(({ number }) => number)]).toEqual([["engagement", "transparency"], [16]]);
    expect(row.partnerships).toMatchObject([{ organisationId: partner.id, role: "co_responsible" }]);
    expect(row.indicators.map(({ text, target }) => [text, target?.toString() ?? null])).toEqual([[{ ka: "პირველი" }, null], [{ ka: "მეორე" }, "12.5"]]);
    expect(row.budgetLines.map(({ amount, programmeCode, noAdditionalCost, statedText }) => [amount?.toString() ?? null, programmeCode, noAdditionalCost, statedText])).toEqual([["3000", "01 01 02", false, null], [null, null, true, { ka: "არ საჭიროებს" }]]);
    expect([made.indicatorIds, made.sourceIds]).toEqual([row.indicators.map(({ id }) => id), row.sources.map(({ id }) => id)]);
    expect(await db().auditEvent.findFirst({ where: { entityId: made.id } })).toMatchObject({ action: "commitment.created", planId: plan.id, after: { number: "1", slug: "one", title: null } });
  });

  it("lets numbers begin again in another part, and says which of number and address is taken", async () => {
    const { plan, reviewer } = await aDraftPlan();
    const agency = await anOrganisation();
    const part = await addPart(reviewer, { planId: plan.id, kind: "part", title: { ka: "მუნიციპალიტეტები" } }, now);
    await createCommitment(reviewer, commitmentInput(plan.id, agency.id), now);
    await createCommitment(reviewer, commitmentInput(plan.id, agency.id, { partId: part.id, slug: "one-again" }), now);
    await expect(createCommitment(reviewer, commitmentInput(plan.id, agency.id, { slug: "other" }), now)).rejects.toMatchObject({ code: "ALREADY_EXISTS", fieldErrors: { number: "duplicate" } });
    await expect(createCommitment(reviewer, commitmentInput(plan.id, agency.id, { number: "2" }), now)).rejects.toMatchObject({ code: "ALREADY_EXISTS", fieldErrors: { slug: "duplicate" } });
  });

  it("refuses a term that ends before it starts, and what no list and no record holds, beside the field", async () => {
    const { plan, reviewer } = await aDraftPlan();
    const foreign = await aDraftPlan();
    const agency = await anOrganisation();
    const elsewhere = await addPart(foreign.reviewer, { planId: foreign.plan.id, kind: "part", title: { ka: "ნაწილი" } }, now);
    const wrong = [
      [{ startsOn: "2025", endsOn: "2024" }, { endsOn: "endBeforeStart" }],
      [{ partId: elsewhere.id }, { partId: "unknownChoice" }],
      [{ thematicAreas: ["music"] }, { thematicAreas: "unknownChoice" }],
      [{ leadOrganisationId: nobody }, { leadOrganisationId: "unknownChoice" }],
      [{ partnerships: [{ organisationId: nobody, role: "partner" as const }] }, { "partnerships.0.organisationId": "unknownChoice" }],
      [{ partnerships: [{ organisationId: agency.id, role: "partner" as const }] }, { "partnerships.0.organisationId": "duplicate" }],
      [{ budgetLines: [{ fundingSourceCode: "lottery" }] }, { "budgetLines.0.fundingSourceCode": "unknownChoice" }],
    ] as const;
    for (const [changes, fieldErrors] of wrong) {
      const input = commitmentInput(plan.id, agency.id, { ...changes } as Parameters<typeof commitmentInput>[2]);
      await expect(createCommitment(reviewer, input, now)).rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors });
    }
    expect([await db().commitment.count({ where: { planId: plan.id } }), await db().auditEvent.count({ where: { planId: plan.id } })]).toEqual([0, 1]);
  });

  it("is for the plan's Secretariat only, and ends with its adoption", async () => {
    const { plan, reviewer, secretariat } = await aDraftPlan();
    const agency = await anOrganisation();
    const input = commitmentInput(plan.id, agency.id);
    for (const actor of [actorAs("secretariat", agency.id), actorAs("coordinator", agency.id), actorAs("moderator", secretariat.id), actorAs("administrator")]) {
      await expect(createCommitment(actor, input, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await adoptPlan(reviewer, { planId: plan.id, version: plan.version }, now);
    await expect(createCommitment(reviewer, input, now)).rejects.toMatchObject({ code: "PLAN_ADOPTED" });
  });

  it("never slips into a plan that is being adopted at the same moment", async () => {
    const { plan, reviewer } = await aDraftPlan();
    const agency = await anOrganisation();
    const [adoption, writing] = await Promise.allSettled([adoptPlan(reviewer, { planId: plan.id, version: plan.version }, now), createCommitment(reviewer, commitmentInput(plan.id, agency.id), now)]);
    expect(adoption.status).toBe("fulfilled");
    const events = await db().auditEvent.findMany({ where: { planId: plan.id }, orderBy: { id: "asc" }, select: { action: true } });
    if (writing.status === "rejected") expect(writing.reason).toMatchObject({ code: "PLAN_ADOPTED" });
    else expect(events.map(({ action }) => action).at(-1)).toBe("plan.adopted");
  });
});
