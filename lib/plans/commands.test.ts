import { describe, expect, it } from "vitest";
import { systemActor } from "#lib/record/actors/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { aDraftPlan, addCommitment, addMilestone, actorAs, anOpenPlan, anOrganisation, aSubmittedUpdate, edit, factoryNow as now } from "#prisma/factories.ts";
import { adoptPlan, closePlan, createPlan, deleteDraftPlan, openPlanConsultation, withdrawPlanConsultation } from "./commands.ts";
import type { CreatePlanInput } from "./schema.ts";

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

describe("the life of a plan", () => {
  it("leads through consultation, back, to adoption and to its end, each step with a trace", async () => {
    const { plan, reviewer } = await aDraftPlan();
    const asked = await openPlanConsultation(reviewer, { planId: plan.id, version: plan.version }, now);
    const back = await withdrawPlanConsultation(reviewer, { planId: plan.id, version: asked.version }, now);
    const adopted = await adoptPlan(reviewer, { planId: plan.id, version: back.version }, now);
    await closePlan(reviewer, { planId: plan.id, version: adopted.version }, now);
    expect(await db().plan.findUnique({ where: { id: plan.id } })).toMatchObject({ status: "closed", version: 5, consultationOpensOn: "2024-02-01", consultationEndsOn: "2024-02-15" });
    const told = await db().planChange.findMany({ where: { planId: plan.id, amendmentId: null }, orderBy: [{ id: "asc" }] });
    expect(told.map(({ entity, field, after }) => [entity, field, after])).toEqual([
      ["plan", "status", "in_consultation"], ["plan", "consultation", { opensOn: "2024-02-01", endsOn: "2024-02-15" }], ["plan", "status", "draft"], ["plan", "status", "adopted"], ["plan", "status", "closed"],
    ]);
    const events = await db().auditEvent.findMany({ where: { entityId: plan.id, before: { path: ["status"], not: "" } }, orderBy: { id: "asc" } });
    expect(events.map(({ action, after }) => [action, after])).toEqual([
      ["plan.consultation_opened", { status: "in_consultation", consultationOpensOn: "2024-02-01", consultationEndsOn: "2024-02-15" }], ["plan.consultation_withdrawn", { status: "draft" }], ["plan.adopted", { status: "adopted" }], ["plan.closed", { status: "closed" }],
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

  it("takes the days of the consultation that are asked for, if they are not over and end after they begin", async () => {
    const { plan, reviewer } = await aDraftPlan();
    const input = { planId: plan.id, version: plan.version };
    expect(() => openPlanConsultation(reviewer, { ...input, endsOn: "2024-01-31" }, now)).toThrow(expect.objectContaining({ fieldErrors: { endsOn: "dateInPast" } }) as Error);
    expect(() => openPlanConsultation(reviewer, { ...input, opensOn: "2024-03-02", endsOn: "2024-03-01" }, now)).toThrow("endBeforeStart");
    await openPlanConsultation(reviewer, { ...input, opensOn: "2024-02-05", endsOn: "2024-02-20" }, now);
    expect(await db().plan.findUnique({ where: { id: plan.id } })).toMatchObject({ consultationOpensOn: "2024-02-05", consultationEndsOn: "2024-02-20" });
  });

  it("does not end while an update waits for review or an amendment is prepared", async () => {
    const { plan, reviewer } = await aSubmittedUpdate();
    const { version } = await db().plan.findUniqueOrThrow({ where: { id: plan.id } });
    await expect(closePlan(reviewer, { planId: plan.id, version }, now)).rejects.toMatchObject({ code: "UPDATES_WAITING" });
    const open = await anOpenPlan();
    await db().amendment.create({ data: { planId: open.plan.id, createdAt: now, savedAt: now, actorName: "x" } });
    await expect(closePlan(open.reviewer, { planId: open.plan.id, version: 2 }, now)).rejects.toMatchObject({ code: "AMENDMENT_OPEN" });
  });
});

describe("deleting a plan", () => {
  it("leaves nothing of a draft that nobody has seen but its trace", async () => {
    const { plan, reviewer, secretariat } = await aDraftPlan();
    const commitment = await addCommitment(reviewer, plan.id, secretariat.id, { sdgs: [5], indicators: [{ text: { ka: "ა" } }] });
    await addMilestone(reviewer, commitment, secretariat.id);
    await deleteDraftPlan(reviewer, { planId: plan.id, version: plan.version }, now);
    expect(await db().plan.count({ where: { id: plan.id } })).toBe(0);
    expect(await db().auditEvent.findFirst({ where: { planId: plan.id }, orderBy: { id: "desc" } })).toMatchObject({ action: "plan.deleted" });
  });

  it("is refused once it was public, adopted, changed by somebody else, or another's", async () => {
    const { plan, reviewer } = await aDraftPlan();
    await expect(deleteDraftPlan(actorAs("secretariat", (await anOrganisation()).id), { planId: plan.id, version: 1 }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await edit(reviewer, plan.id, [{ op: "change", entity: "plan", id: plan.id, fields: { title: { ka: "სხვა" }, level: "national", countryCode: "GE", startsOn: "2024", endsOn: "2025" } }]);
    await expect(deleteDraftPlan(reviewer, { planId: plan.id, version: 1 }, now)).rejects.toMatchObject({ code: "CONFLICT" });
    const asked = await openPlanConsultation(reviewer, { planId: plan.id, version: 2 }, now);
    const back = await withdrawPlanConsultation(reviewer, { planId: plan.id, version: asked.version }, now);
    await expect(deleteDraftPlan(reviewer, { planId: plan.id, version: back.version }, now)).rejects.toMatchObject({ code: "TRANSITION_NOT_ALLOWED" });
  });
});
