import { beforeAll, describe, expect, it } from "vitest";
import { adoptPlan } from "#lib/plans/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { actorAs, aDraftPlan, anOrganisation, factoryNow as now } from "#prisma/factories.ts";
import { placePlan, proposeMunicipalities } from "./commands.ts";

const slugOf = async (planId: string) => (await db().plan.findUniqueOrThrow({ where: { id: planId } })).municipalitySlug;

describe("plans and bodies that were there before", () => {
  const before: { planId: string; reviewerPlan: string; hall: string } = { planId: "", reviewerPlan: "", hall: "" };

  beforeAll(async () => {
    before.planId = (await aDraftPlan({ level: "local" })).plan.id;
    before.reviewerPlan = (await aDraftPlan()).plan.id;
    before.hall = (await anOrganisation("hall", "municipal_body")).id;
    await db().plan.update({ where: { id: before.planId }, data: { locality: { ka: "დმანისი", en: "Dmanisi" } } });
    await db().organisation.update({ where: { id: before.hall }, data: { name: { ka: "ზუგდიდის მუნიციპალიტეტის მერია" } } });
  });

  it("get what their locality or name says for certain, on the record, and only once", async () => {
    await proposeMunicipalities(now);
    expect([await slugOf(before.planId), await slugOf(before.reviewerPlan)]).toEqual(["dmanisi", null]);
    expect(await db().organisation.findUnique({ where: { id: before.hall } })).toMatchObject({ municipalitySlug: "zugdidi" });
    expect(await db().auditEvent.findMany({ where: { action: { in: ["plan.placed", "organisation.placed", "list.placed"] } }, orderBy: { id: "asc" } })).toMatchObject([
      { entityId: before.planId, actorName: "start", before: { municipalitySlug: null }, after: { municipalitySlug: "dmanisi" } },
      { entityId: before.hall, after: { municipalitySlug: "zugdidi" } },
      { entityId: "municipalities", after: { plans: 1, organisations: 1 } },
    ]);
    await db().plan.update({ where: { id: before.planId }, data: { municipalitySlug: null } });
    await proposeMunicipalities(now);
    expect(await slugOf(before.planId)).toBeNull();
  });
});

describe("of which municipality a plan is", () => {
  it("its locality says when it begins, unless its Secretariat does", async () => {
    const said = await aDraftPlan({ level: "local", locality: { ka: "ზუგდიდის მუნიციპალიტეტი" } });
    const other = await aDraftPlan({ level: "local", locality: { ka: "ზუგდიდი" }, municipalitySlug: "senaki" });
    expect([await slugOf(said.plan.id), await slugOf(other.plan.id)]).toEqual(["zugdidi", "senaki"]);
    await expect(aDraftPlan({ municipalitySlug: "atlantis" })).rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors: { municipalitySlug: "unknownChoice" } });
  });

  it("is changed for an adopted plan without an amendment, and its history says nothing of it", async () => {
    const { plan, reviewer } = await aDraftPlan();
    await adoptPlan(reviewer, { planId: plan.id, version: plan.version }, now);
    const { version, revision } = await db().plan.findUniqueOrThrow({ where: { id: plan.id } });
    await placePlan(reviewer, { planId: plan.id, municipalitySlug: "poti" }, now);
    expect(await db().plan.findUnique({ where: { id: plan.id } })).toMatchObject({ municipalitySlug: "poti", version, revision });
    expect(await db().auditEvent.findFirst({ where: { entityId: plan.id, action: "plan.placed" } })).toMatchObject({ actorName: reviewer.name, before: { municipalitySlug: null }, after: { municipalitySlug: "poti" } });
    expect(await db().planChange.count({ where: { planId: plan.id, field: { not: "status" } } })).toBe(0);
    await placePlan(reviewer, { planId: plan.id, municipalitySlug: "" }, now);
    expect(await slugOf(plan.id)).toBeNull();
  });

  it("only its own Secretariat says, and only one of the list", async () => {
    const { plan, reviewer } = await aDraftPlan();
    const stranger = actorAs("secretariat", (await anOrganisation()).id);
    await expect(placePlan(stranger, { planId: plan.id, municipalitySlug: "poti" }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(placePlan(actorAs("coordinator", plan.id), { planId: plan.id, municipalitySlug: "poti" }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(placePlan(reviewer, { planId: plan.id, municipalitySlug: "atlantis" }, now)).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });
});
