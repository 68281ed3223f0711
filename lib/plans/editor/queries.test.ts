import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/record/actors/schema.ts";
import { saveEdit } from "#lib/editing/amendments/commands.ts";
import { saveEditingDraft } from "#lib/editing/drafts/commands.ts";
import { listEditingChoices, listPlansInHand } from "#lib/plans/outlines/queries.ts";
import { db } from "#lib/platform/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { adoptPlan, openPlanConsultation } from "#lib/plans/commands.ts";
import { getPlanPreview } from "#lib/plans/queries.ts";
import { actorAs, aDraftPlan, anOrganisation } from "#prisma/factories.ts";
import { getEditorPage, getEntityForEditing, openNewEntity } from "./queries.ts";

const now = new Date("2026-03-02T10:00:00Z");
const stranger = actorAs("secretariat", newId());
const [commitmentId, milestoneId] = [newId(), newId()];
let [planId, version, agencyId] = ["", 0, ""];
let nino: Actor;

beforeAll(async () => {
  const { plan, reviewer } = await aDraftPlan();
  const account = await db().account.create({ data: { email: `${newId()}@example.ge`, name: "ნინო" } });
  nino = { ...reviewer, accountId: account.id };
  [planId, version, agencyId] = [plan.id, plan.version, (await anOrganisation("agency")).id];
  await saveEdit(nino, { planId, edit: { op: "add", entity: "commitment", id: commitmentId, fields: { number: "4", title: { en: "Portal" }, leadOrganisationId: agencyId } } }, now);
  await saveEdit(nino, { planId, edit: { op: "add", entity: "milestone", id: milestoneId, fields: { number: "4.1", title: { en: "List" }, leadOrganisationId: agencyId }, place: { commitmentId } } }, now);
});

describe("the editor", () => {
  it("shows the plan as an outline with its agencies, and what can be deleted", async () => {
    const page = await getEditorPage(nino, planId);
    expect(page.outline).toMatchObject([{ id: commitmentId, number: "4", children: [{ id: milestoneId, number: "4.1" }] }]);
    expect(Object.keys(page.organisations)).toEqual([agencyId]);
    expect(page).toMatchObject({ amendment: null, drafts: [], others: [], deletable: true });
    expect((await listPlansInHand(nino)).map(({ id, commitments, amendment }) => ({ id, commitments, amendment }))).toEqual([{ id: planId, commitments: 1, amendment: null }]);
    expect(await getPlanPreview(nino, planId, now)).toMatchObject({ total: 1, status: "draft" });
    expect((await listEditingChoices()).organisations.map(({ id }) => id)).toContain(agencyId);
  });

  it("opens a form with what is stated, what was typed, and what holds it", async () => {
    await saveEditingDraft(nino, { planId, entity: "milestone", entityId: milestoneId, values: { number: "4.1a" }, version: 1 }, now);
    const { opened, holder } = await getEntityForEditing(nino, planId, { entity: "milestone", id: milestoneId });
    expect(opened).toMatchObject({ version: 1, place: { commitmentId }, values: { number: "4.1" }, draft: { values: { number: "4.1a" } } });
    expect(holder).toEqual({ number: "4", title: { en: "Portal" } });
    expect((await getEntityForEditing(nino, planId, { entity: "plan", id: planId })).opened.values).toMatchObject({ title: { en: "Plan" } });
  });

  it("opens a new one where it will stand, and what is there already as it is", async () => {
    const id = newId();
    expect((await openNewEntity(nino, planId, { entity: "milestone", id }, { commitment: commitmentId })).opened).toMatchObject({ id, version: null, place: { commitmentId, parentId: null }, values: { number: "4.2", leadOrganisationId: agencyId } });
    expect((await openNewEntity(nino, planId, { entity: "milestone", id: milestoneId }, {})).opened.version).toBe(1);
    for (const at of [{}, { commitment: newId() }]) await expect(openNewEntity(nino, planId, { entity: "milestone", id }, at)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("answers everybody else as if there were no plan", async () => {
    for (const asked of ["nonsense", newId()]) await expect(getEditorPage(nino, asked)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getEditorPage(stranger, planId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getEntityForEditing(stranger, planId, { entity: "plan", id: planId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(openNewEntity(stranger, planId, { entity: "part", id: newId() }, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getPlanPreview(stranger, planId, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await listPlansInHand(stranger)).toEqual([]);
  });

  it("shows an adopted plan with what its amendment will do, and does not let it be deleted", async () => {
    const consulted = await openPlanConsultation(nino, { planId, version: (await db().plan.findUniqueOrThrow({ where: { id: planId } })).version ?? version }, now);
    await adoptPlan(nino, { planId, version: consulted.version }, now);
    await saveEdit(nino, { planId, edit: { op: "remove", entity: "milestone", id: milestoneId } }, now);
    const page = await getEditorPage(nino, planId);
    expect(page).toMatchObject({ deletable: false, amendment: { edits: [{ op: "remove", id: milestoneId }] }, outline: [{ children: [{ id: milestoneId, removed: true, staged: "remove" }] }] });
    expect((await listPlansInHand(nino))[0]?.amendment?.changes).toBe(1);
    await expect(getEntityForEditing(nino, planId, { entity: "milestone", id: milestoneId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
