import { describe, expect, it } from "vitest";
import { addCommitment, aDraftPlan, anOrganisation, edit } from "#prisma/factories.ts";
import { db } from "#lib/platform/db/client.ts";
import { adoptPlan, openPlanConsultation, withdrawPlanConsultation } from "#lib/plans/commands.ts";
import { findByCode, findFormer } from "./queries.ts";

const now = new Date("2024-02-01T08:00:00Z");

async function inConsultation() {
  const draft = await aDraftPlan();
  const agency = await anOrganisation();
  const commitment = await addCommitment(draft.reviewer, draft.plan.id, agency.id);
  await openPlanConsultation(draft.reviewer, { planId: draft.plan.id, version: draft.plan.version }, now);
  const { code } = await db().commitment.findUniqueOrThrow({ where: { id: commitment.id }, select: { code: true } });
  const remove = () => edit(draft.reviewer, draft.plan.id, [{ op: "remove", entity: "commitment", id: commitment.id }]);
  return { ...draft, agency, commitment, code, remove, path: `/plans/${draft.slug}/commitments/one` };
}

describe("a short address", () => {
  it("is drawn once, is of letters that nobody mistakes, and leads to the commitment", async () => {
    const { code, path, commitment } = await inConsultation();
    expect(code).toMatch(/^[2-9b-df-hj-km-np-tv-xz]{8}$/);
    expect(await findByCode(code)).toBe(path);
    await expect(db().commitment.update({ where: { id: commitment.id }, data: { code: "bbbbbbbb" } })).rejects.toThrow("never changes");
    expect(await findByCode("zzzzzzzz")).toBeNull();
  });

  it("leads nowhere while its plan is a draft", async () => {
    const { plan, reviewer } = await aDraftPlan();
    const { id } = await addCommitment(reviewer, plan.id, (await anOrganisation()).id);
    const { code } = await db().commitment.findUniqueOrThrow({ where: { id }, select: { code: true } });
    expect(await findByCode(code)).toBeNull();
  });

  it("goes on leading to a commitment that an amendment has taken out", async () => {
    const { code, path, plan, reviewer, agency, remove } = await inConsultation();
    await addCommitment(reviewer, plan.id, agency.id, { slug: "two", number: "2" });
    const { version } = await db().plan.findUniqueOrThrow({ where: { id: plan.id } });
    await adoptPlan(reviewer, { planId: plan.id, version }, now);
    await remove();
    expect(await findByCode(code)).toBe(path);
  });
});

describe("an address that was public", () => {
  it("tells of what was deleted from a draft, and is never given to another", async () => {
    const { code, path, plan, slug, reviewer, agency, remove } = await inConsultation();
    await remove();
    expect(await findFormer(slug, "one")).toMatchObject({ gone: { plan: { slug } } });
    expect(await findByCode(code)).toBe(path);
    await expect(addCommitment(reviewer, plan.id, agency.id)).rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors: { "0.slug": "addressTaken" } });
    await expect(db().commitment.create({ data: { planId: plan.id, number: "9", slug: "one", leadOrganisationId: agency.id } })).rejects.toThrow();
    await expect(db().commitmentAddress.deleteMany({ where: { planId: plan.id } })).rejects.toThrow();
  });

  it("is passed over when a new commitment is given one", async () => {
    const { plan, reviewer, agency } = await inConsultation();
    const { id } = await addCommitment(reviewer, plan.id, agency.id, { number: "7", slug: null });
    await edit(reviewer, plan.id, [{ op: "remove", entity: "commitment", id }]);
    const again = await addCommitment(reviewer, plan.id, agency.id, { number: "7", slug: null });
    expect(await db().commitment.findUnique({ where: { id: again.id }, select: { slug: true } })).toEqual({ slug: "commitment-7-2" });
  });

  it("leads on to where the commitment is now", async () => {
    const { plan, slug, reviewer, agency, commitment, code } = await inConsultation();
    const { version } = await db().plan.findUniqueOrThrow({ where: { id: plan.id } });
    const back = await withdrawPlanConsultation(reviewer, { planId: plan.id, version }, now);
    expect(await findFormer(slug, "one")).toBeNull();
    const fields = { leadOrganisationId: agency.id, number: "1", slug: "renamed", title: { ka: "ვალდებულება" }, startsOn: "2024-03", endsOn: "2025-12" };
    await edit(reviewer, plan.id, [{ op: "change", entity: "commitment", id: commitment.id, fields }]);
    const current = await db().plan.findUniqueOrThrow({ where: { id: plan.id } });
    await openPlanConsultation(reviewer, { planId: plan.id, version: current.version ?? back.version }, now);
    expect(await findFormer(slug, "one")).toEqual({ moved: `/plans/${slug}/commitments/renamed` });
    expect(await findByCode(code)).toBe(`/plans/${slug}/commitments/renamed`);
  });

  it("is none of what the public could never reach", async () => {
    const { slug } = await inConsultation();
    expect(await findFormer(slug, "never")).toBeNull();
    expect(await findFormer("no-plan", "one")).toBeNull();
  });
});
