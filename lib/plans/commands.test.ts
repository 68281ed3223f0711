import { describe, expect, it } from "vitest";
import { systemActor } from "#lib/actors/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { aDraftPlan, actorAs, anOrganisation, factoryNow as now } from "#prisma/factories.ts";
import { addLegalAct, addPart, adoptPlan, closePlan, createPlan, openPlanConsultation, withdrawPlanConsultation } from "./commands.ts";
import type { CreatePlanInput } from "./schema.ts";

const act = (planId: string) => ({ planId, kind: { ka: "დადგენილება" }, number: "537", date: "2018-11-12", issuingBody: { ka: "საქართველოს მთავრობა" } });
const part = (planId: string, changes = {}) => ({ planId, kind: "objective" as const, number: "1", title: { ka: "ამოცანა" }, ...changes });

describe("beginning a plan", () => {
  it("makes a draft of the actor's Secretariat, which leaves a trace", async () => {
    const { plan, reviewer, slug } = await aDraftPlan({ introduction: { ka: "შესავალი" } });
    expect(await db().plan.findUnique({ where: { id: plan.id } })).toMatchObject({ slug, status: "draft", title: { ka: "გეგმა", en: "Plan" }, introduction: { ka: "შესავალი" }, locality: null, scaleCode: "georgia", consultationDays: 14, version: 1 });
    expect(await db().auditEvent.findFirst({ where: { entityId: plan.id } })).toMatchObject({ action: "plan.created", planId: plan.id, actorName: reviewer.name });
  });

  it("refuses a term that ends before it starts, an address that is taken, a scale and a body that do not exist", async () => {
    const { slug, secretariat, reviewer } = await aDraftPlan();
    const input: CreatePlanInput = { slug: `${slug}-b`, title: { ka: "გეგმა" }, level: "local", countryCode: "GE", startsOn: "2024", endsOn: "2025", secretariatId: secretariat.id };
    await expect(createPlan(reviewer, { ...input, endsOn: "2023-12" }, now)).rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors: { endsOn: "endBeforeStart" } });
    await expect(createPlan(reviewer, { ...input, slug }, now)).rejects.toMatchObject({ code: "ALREADY_EXISTS", fieldErrors: { slug: "duplicate" } });
    await expect(createPlan(reviewer, { ...input, scaleCode: "stars" }, now)).rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors: { scaleCode: "unknownChoice" } });
    const nowhere = { ...input, secretariatId: "00000000-0000-7000-8000-000000000000" };
    await expect(createPlan(systemActor("import"), nowhere, now)).rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors: { secretariatId: "unknownChoice" } });
    await expect(createPlan(reviewer, { ...input, startsOn: "2024-13", title: {} }, now)).rejects.toMatchObject({ issues: [{ path: ["title"], message: "required" }, { path: ["startsOn"], message: "partialDate" }] });
  });

  it.each(["administrator", "coordinator", "moderator", "monitor"] as const)("is not for a %s", async (role) => {
    const { secretariat, slug } = await aDraftPlan();
    const actor = actorAs(role, role === "administrator" ? null : secretariat.id);
    const input: CreatePlanInput = { slug: `${slug}-c`, title: { ka: "გეგმა" }, level: "local", countryCode: "GE", startsOn: "2024", endsOn: "2025", secretariatId: secretariat.id };
    await expect(createPlan(actor, input, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("parts and legal acts", () => {
  it("are added in order, parts within parts, and leave traces", async () => {
    const { plan, reviewer } = await aDraftPlan();
    await addLegalAct(reviewer, act(plan.id), now);
    const outer = await addPart(reviewer, part(plan.id), now);
    await addPart(reviewer, part(plan.id, { parentId: outer.id, kind: "part" }), now);
    expect(await db().planPart.findMany({ where: { planId: plan.id }, orderBy: { position: "asc" }, select: { position: true, parentId: true, number: true } })).toEqual([{ position: 0, parentId: null, number: "1" }, { position: 1, parentId: outer.id, number: "1" }]);
    expect(await db().legalAct.findMany({ where: { planId: plan.id } })).toMatchObject([{ number: "537", date: "2018-11-12", text: null, url: null }]);
    expect((await db().auditEvent.findMany({ where: { planId: plan.id }, orderBy: { id: "asc" } })).map(({ action }) => action)).toEqual(["plan.created", "legal_act.added", "part.added", "part.added"]);
  });

  it("refuse a number twice in one place, a parent of another plan, an address that is no web address", async () => {
    const [own, foreign] = [await aDraftPlan(), await aDraftPlan()];
    const elsewhere = await addPart(foreign.reviewer, part(foreign.plan.id), now);
    await addPart(own.reviewer, part(own.plan.id), now);
    await expect(addPart(own.reviewer, part(own.plan.id), now)).rejects.toMatchObject({ code: "ALREADY_EXISTS", fieldErrors: { number: "duplicate" } });
    await expect(addPart(own.reviewer, part(own.plan.id, { parentId: elsewhere.id }), now)).rejects.toMatchObject({ fieldErrors: { parentId: "unknownChoice" } });
    await expect(addLegalAct(own.reviewer, { ...act(own.plan.id), url: "javascript:alert(1)" }, now)).rejects.toMatchObject({ issues: [{ path: ["url"], message: "url" }] });
  });

  it("cannot be added to another Secretariat's plan, nor once it is adopted", async () => {
    const { plan, reviewer } = await aDraftPlan();
    const stranger = actorAs("secretariat", (await anOrganisation()).id);
    await expect(addPart(stranger, part(plan.id), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(addLegalAct(stranger, act(plan.id), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await adoptPlan(reviewer, { planId: plan.id, version: plan.version }, now);
    await expect(addPart(reviewer, part(plan.id), now)).rejects.toMatchObject({ code: "PLAN_ADOPTED" });
    await expect(addLegalAct(reviewer, act(plan.id), now)).rejects.toMatchObject({ code: "PLAN_ADOPTED" });
  });
});

describe("the life of a plan", () => {
  it("leads through consultation, back, to adoption and to its end, each step with a trace", async () => {
    const { plan, reviewer } = await aDraftPlan();
    const asked = await openPlanConsultation(reviewer, { planId: plan.id, version: plan.version }, now);
    const back = await withdrawPlanConsultation(reviewer, { planId: plan.id, version: asked.version }, now);
    const adopted = await adoptPlan(reviewer, { planId: plan.id, version: back.version }, now);
    await closePlan(reviewer, { planId: plan.id, version: adopted.version }, now);
    expect(await db().plan.findUnique({ where: { id: plan.id } })).toMatchObject({ status: "closed", version: 5 });
    const events = await db().auditEvent.findMany({ where: { entityId: plan.id, before: { path: ["status"], not: "" } }, orderBy: { id: "asc" } });
    expect(events.map(({ action, after }) => [action, after])).toEqual([
      ["plan.consultation_opened", { status: "in_consultation" }], ["plan.consultation_withdrawn", { status: "draft" }], ["plan.adopted", { status: "adopted" }], ["plan.closed", { status: "closed" }],
    ]);
  });

  it("refuses a step that does not lead on, and others' plans", async () => {
    const { plan, reviewer } = await aDraftPlan();
    const input = { planId: plan.id, version: plan.version };
    await expect(closePlan(reviewer, input, now)).rejects.toMatchObject({ code: "TRANSITION_NOT_ALLOWED" });
    await expect(withdrawPlanConsultation(reviewer, input, now)).rejects.toMatchObject({ code: "TRANSITION_NOT_ALLOWED" });
    await expect(adoptPlan(actorAs("secretariat", (await anOrganisation()).id), input, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("lets one of two who adopt at once win, and tells the other", async () => {
    const { plan, reviewer } = await aDraftPlan();
    const input = { planId: plan.id, version: plan.version };
    const results = await Promise.allSettled([adoptPlan(reviewer, input, now), adoptPlan(reviewer, input, now)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().auditEvent.count({ where: { entityId: plan.id, action: "plan.adopted" } })).toBe(1);
  });
});
