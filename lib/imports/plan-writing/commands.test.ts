import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { actorAs, anOrganisation } from "#prisma/factories.ts";
import { ensureLists } from "#lib/record/lists/commands.ts";
import { getPlanFile } from "#lib/imports/plan-files/queries.ts";
import { planFileSchema, type PlanFile } from "#lib/imports/plan-files/schema.ts";
import { adoptPlan } from "#lib/plans/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { createOrganisation } from "#lib/organisations/commands.ts";
import { systemActor } from "#lib/record/actors/schema.ts";
import { writePlanFile, type PlanToWrite } from "./commands.ts";

const now = new Date("2026-03-02T08:00:00Z");
const demo = (name: string): PlanFile => ({ ...planFileSchema.parse(JSON.parse(readFileSync(`prisma/demo/${name}.json`, "utf8"))), periods: [] });
const whole = { planId: null, seed: "x", keepsUnstated: false, removesMissing: false };

beforeAll(() => ensureLists(now));

/** Writes a plan for its own Secretariat, made first. */
async function write(file: PlanFile, changes: Partial<PlanToWrite> = {}) {
  const own = file.organisations.find(({ key }) => key === file.plan.secretariat) ?? expect.unreachable();
  const there = await db().organisation.findUnique({ where: { slug: own.key } });
  const { id } = there ?? (await createOrganisation(systemActor("test"), { slug: own.key, name: own.name, kindCode: own.kind }, now));
  return writePlanFile(actorAs("secretariat", id), { ...whole, seed: file.plan.slug, file, ...changes }, now);
}

async function fileOf(planId: string): Promise<PlanFile> {
  return ((await getPlanFile(planId)) ?? expect.unreachable()).file;
}

describe("a plan written from a file", () => {
  it.each(["georgia-2018-2019", "dmanisi-2024-2025"])("is %s, and written again nothing changes", async (name) => {
    const { planId, added } = await write(demo(name));
    expect(added).toBeGreaterThan(3);
    const first = await fileOf(planId);
    expect(planFileSchema.safeParse(first).error).toBeUndefined();
    const before = await db().auditEvent.count();
    expect(await write(first, { planId })).toMatchObject({ added: 0, changed: 0, removed: 0, organisations: 0, amendment: null });
    expect(await db().auditEvent.count()).toBe(before);
    expect(await fileOf(planId)).toEqual(first);
  });

  it("is adopted and amended by another file, which says why", async () => {
    const plan = await db().plan.findUniqueOrThrow({ where: { slug: "dmanisi-2024-2025" } });
    await adoptPlan(systemActor("test"), { planId: plan.id, version: plan.version }, now);
    const file = await fileOf(plan.id);
    const [first] = file.commitments;
    first!.endsOn = "2026";
    first!.milestones!.push({ number: "1.2.9", title: { ka: "ახალი" } });
    await expect(write(file, { planId: plan.id })).rejects.toMatchObject({ code: "REASON_REQUIRED" });
    const amendment = { reason: { ka: "ვადა გაიზარდა" }, legalActId: null };
    expect(await write(file, { planId: plan.id, amendment })).toMatchObject({ added: 1, changed: 1, removed: 0, amendment: 1 });
    expect(await fileOf(plan.id)).toEqual(file);
  });

  it("leaves nothing behind when its address is taken, or it was compared with another state of the plan", async () => {
    const before = await db().organisation.count();
    const file = demo("georgia-2018-2019");
    file.organisations.push({ key: "new-one", name: { en: "New one" }, kind: "public_body" });
    await expect(write(file)).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
    const { id } = await db().plan.findUniqueOrThrow({ where: { slug: "georgia-2018-2019" } });
    await expect(write(file, { planId: id, revision: -1 })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await db().organisation.count()).toBe(before);
    const other = await anOrganisation();
    await expect(writePlanFile(actorAs("secretariat", other.id), { ...whole, planId: id, file: { ...file, organisations: file.organisations.slice(0, -1), plan: { ...file.plan, title: { en: "Mine" } } } }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
