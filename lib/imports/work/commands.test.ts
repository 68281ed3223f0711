import { readFileSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { actorAs, anOrganisation } from "#prisma/factories.ts";
import { systemActor, type Actor } from "#lib/record/actors/schema.ts";
import { discardImport, previewAgain, receiveImport, startImport } from "#lib/imports/commands.ts";
import { getImport, getImportPreview, getMarkedUpImport, listImports } from "#lib/imports/queries.ts";
import { ensureLists } from "#lib/record/lists/commands.ts";
import { createOrganisation } from "#lib/organisations/commands.ts";
import { getPlanFile } from "#lib/imports/plan-files/queries.ts";
import type { PlanFile } from "#lib/imports/plan-files/schema.ts";
import { adoptPlan } from "#lib/plans/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { startWorkers } from "#lib/platform/workers.ts";
import { putFile } from "#lib/platform/storage.ts";
import { applyImport } from "./commands.ts";
import { importWorkers } from "./jobs.ts";

const now = new Date("2026-03-02T08:00:00Z");
let counter = 0;
let own: { id: string; slug: string };
let nino: Actor;

beforeAll(() => ensureLists(now));
beforeEach(async () => {
  own = await anOrganisation("secretariat", "secretariat");
  nino = actorAs("secretariat", own.id);
});

/** Dmanisi's plan under another address, for the Secretariat of the test. */
function aFile(): PlanFile {
  const file = JSON.parse(readFileSync("prisma/demo/dmanisi-2024-2025.json", "utf8")) as PlanFile;
  file.organisations.push({ key: own.slug, name: { en: "Own" }, kind: "secretariat" });
  return { ...file, plan: { ...file.plan, slug: `plan-${++counter}-${own.slug}`, secretariat: own.slug } };
}

async function receive(content: unknown, planId: string | null = null, actor = nino) {
  const fileKey = await putFile(Buffer.from(typeof content === "string" ? content : JSON.stringify(content)));
  return receiveImport(actor, { fileKey, fileName: "plan.json" }, { organisationId: own.id, planId }, now);
}

async function received(content: unknown, planId: string | null = null): Promise<string> {
  const answer = await receive(content, planId);
  return "id" in answer ? answer.id : expect.unreachable(answer.refusal.key);
}

async function start(importId: string, changes: object = {}) {
  const { version } = (await getImport(nino, importId)) ?? expect.unreachable();
  const preview = (await getImportPreview(nino, importId, { removesMissing: false })) ?? expect.unreachable();
  await startImport(nino, { importId, version, revision: preview.revision, ...changes }, now);
}

/** A plan that was brought in, and its file as it is given out. */
async function aPlan() {
  const importId = await received(aFile());
  await start(importId);
  await applyImport(importId, now, { last: true });
  const { plan } = (await getImport(nino, importId)) ?? expect.unreachable();
  const { file } = (await getPlanFile(plan?.id ?? "")) ?? expect.unreachable();
  return { planId: plan?.id ?? "", file, importId };
}

const tally = () => Promise.all([db().organisation.count(), db().plan.count(), db().commitment.count(), db().milestone.count(), db().planChange.count()]);

describe("bringing in a plan", () => {
  it("shows all of a new one, writes it in the background, and says what it came to", async () => {
    const importId = await received(aFile());
    const preview = (await getImportPreview(nino, importId, { removesMissing: false })) ?? expect.unreachable();
    expect(preview).toMatchObject({ problems: [], missing: [], amends: false, revision: null });
    expect(preview.changes.filter(({ entity }) => entity === "milestone")).toHaveLength(45);
    expect(await db().plan.count({ where: { secretariatId: own.id } })).toBe(0);
    await start(importId);
    expect(await getImport(nino, importId)).toMatchObject({ status: "queued" });
    await applyImport(importId, now, { last: true });
    expect(await getImport(nino, importId)).toMatchObject({ status: "done", failure: null, result: { added: 64, changed: 0, removed: 0, amendment: null }, plan: { status: "draft" } });
    expect(await db().milestone.count({ where: { commitment: { plan: { secretariatId: own.id } } } })).toBe(45);
  });

  it("has nothing to do when its own file comes back, and nothing to start", async () => {
    const { planId, file } = await aPlan();
    const importId = await received(file, planId);
    expect(await getImportPreview(nino, importId, { removesMissing: true })).toMatchObject({ total: 0, changes: [], missing: [], problems: [], unchanged: 65 });
    await expect(start(importId)).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  it("changes what the file says otherwise, and takes out what it has not only when that is said", async () => {
    const { planId, file } = await aPlan();
    const gone = file.commitments.pop() ?? expect.unreachable();
    file.commitments[0]!.title = { ka: "ახალი სათაური" };
    const importId = await received(file, planId);
    const kept = (await getImportPreview(nino, importId, { removesMissing: false })) ?? expect.unreachable();
    expect(kept.changes).toMatchObject([{ entity: "commitment", operation: "changed", fields: [{ field: "title", after: { ka: "ახალი სათაური" } }] }]);
    expect(kept.missing).toMatchObject([{ entity: "commitment", number: gone.number }]);
    await start(importId, { removesMissing: true });
    await applyImport(importId, now, { last: true });
    expect(await getImport(nino, importId)).toMatchObject({ status: "done", result: { added: 0, changed: 1, removed: 1 } });
    expect((await getPlanFile(planId))?.file).toEqual(file);
  });

  it("amends an adopted plan, with a reason and by an act of the file", async () => {
    const { planId, file } = await aPlan();
    const { version } = await db().plan.findUniqueOrThrow({ where: { id: planId } });
    await adoptPlan(nino, { planId, version }, now);
    file.commitments[0]!.milestones![0]!.endsOn = "2027";
    file.legalActs.push({ kind: { ka: "განკარგულება" }, number: "7", date: "2026-02-01", issuingBody: { ka: "საკრებულო" } });
    const importId = await received(file, planId);
    const { amends, legalActs } = (await getImportPreview(nino, importId, { removesMissing: false })) ?? expect.unreachable();
    expect(amends).toBe(true);
    await expect(start(importId)).rejects.toMatchObject({ code: "REASON_REQUIRED" });
    await start(importId, { reason: { ka: "ვადა გაიზარდა" }, legalActId: legalActs.find(({ number }) => number === "7")?.id });
    await applyImport(importId, now, { last: true });
    expect(await getImport(nino, importId)).toMatchObject({ status: "done", result: { added: 1, changed: 1, amendment: 1 } });
    const amendment = await db().amendment.findFirstOrThrow({ where: { planId }, include: { legalAct: true } });
    expect(amendment).toMatchObject({ reason: { ka: "ვადა გაიზარდა" }, legalAct: { number: "7" } });
  });
});

describe("what stands in the way", () => {
  it("leaves nothing of a wrong file, and names each problem", async () => {
    const before = await tally();
    const file = aFile();
    file.plan.endsOn = "2023";
    file.commitments[0]!.lead = "nobody";
    const importId = await received(file);
    const { problems } = (await getImportPreview(nino, importId, { removesMissing: false })) ?? expect.unreachable();
    expect(problems.map(({ path, message }) => [path, message])).toEqual([["plan.endsOn", "endBeforeStart"], ["commitments[0].lead", "unknownOrganisation"]]);
    await expect(start(importId)).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect((await getMarkedUpImport(nino, importId, "en"))?.fileName).toBe("plan-marked-up.xlsx");
    expect(await tally()).toEqual(before);
  });

  it("keeps nothing of what cannot be read", async () => {
    expect(await receive("no plan at all")).toMatchObject({ refusal: { key: "workbooks.refusals.notASheet" } });
    expect(await listImports(nino)).toEqual([]);
  });

  it("does not take one plan for another, nor for another Secretariat's", async () => {
    const { planId, file } = await aPlan();
    const messages = async (content: PlanFile, target: string | null) => ((await getImportPreview(nino, await received(content, target), { removesMissing: false })) ?? expect.unreachable()).problems.map(({ message }) => message);
    expect(await messages(file, null)).toEqual(["planTaken"]);
    expect(await messages({ ...file, plan: { ...file.plan, slug: "another" } }, planId)).toEqual(["otherPlan"]);
    const elsewhere = { ...file, plan: { ...file.plan, slug: "elsewhere", secretariat: "dmanisi-service" } };
    expect(await messages(elsewhere, null)).toEqual(["otherSecretariat"]);
  });

  it("finds a number that something kept has already", async () => {
    const { planId, file } = await aPlan();
    const [first, second] = file.commitments.filter(({ part }) => part === file.commitments[1]!.part);
    file.commitments = file.commitments.filter((one) => one !== first);
    second!.number = first!.number;
    const { problems } = (await getImportPreview(nino, await received(file, planId), { removesMissing: false })) ?? expect.unreachable();
    expect(problems).toMatchObject([{ message: "duplicateNumber", values: { value: first!.number } }]);
  });

  it("is another Secretariat's business: it sees, starts and discards nothing", async () => {
    const importId = await received(aFile());
    const other = actorAs("secretariat", (await anOrganisation()).id);
    expect([await getImport(other, importId), await getImportPreview(other, importId, { removesMissing: false }), await getMarkedUpImport(other, importId, "ka")]).toEqual([null, null, null]);
    await expect(startImport(other, { importId, version: 1, revision: null }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(discardImport(other, { importId, version: 1 }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(receive(aFile(), null, other)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { plan } = await aForeignPlan();
    await expect(receive(aFile(), plan)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  async function aForeignPlan() {
    const slug = `foreign-${++counter}`;
    const { id } = await createOrganisation(systemActor("test"), { slug, name: { en: slug }, kindCode: "secretariat" }, now);
    const { id: plan } = await db().plan.create({ data: { slug, title: { en: slug }, level: "local", countryCode: "GE", startsOn: "2024", endsOn: "2025", status: "draft", secretariatId: id, scaleCode: "georgia" } });
    return { plan };
  }
});

describe("work in the background", () => {
  it("is started once by two who press at once", async () => {
    const importId = await received(aFile());
    const both = await Promise.allSettled([start(importId), start(importId)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("writes once when it is taken up twice, also at the same time", async () => {
    const importId = await received(aFile());
    await start(importId);
    await Promise.all([applyImport(importId, now, { last: false }), applyImport(importId, now, { last: false })]);
    await applyImport(importId, now, { last: true });
    expect(await db().plan.count({ where: { secretariatId: own.id } })).toBe(1);
    expect(await getImport(nino, importId)).toMatchObject({ status: "done", result: { added: 64 } });
  });

  it("is taken up again after the server died in the middle, and nothing is written twice", async () => {
    const importId = await received(aFile());
    await start(importId);
    await db().$executeRaw`CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the server died'; END $$`;
    await db().$executeRaw`CREATE TRIGGER die BEFORE INSERT ON "Milestone" FOR EACH ROW EXECUTE FUNCTION die()`;
    await expect(applyImport(importId, now, { last: false })).rejects.toThrow("the server died");
    expect(await getImport(nino, importId)).toMatchObject({ status: "running" });
    expect(await db().plan.count({ where: { secretariatId: own.id } })).toBe(0);
    await db().$executeRaw`DROP FUNCTION die() CASCADE`;
    const stop = await startWorkers(importWorkers);
    await expect.poll(async () => (await getImport(nino, importId))?.status, { timeout: 20_000 }).toBe("done");
    await stop();
    expect(await db().plan.count({ where: { secretariatId: own.id } })).toBe(1);
  });

  it("writes nothing when the plan has changed since the preview, and can be looked at again", async () => {
    const { planId, file } = await aPlan();
    file.commitments[0]!.title = { ka: "ერთი" };
    const importId = await received(file, planId);
    await start(importId);
    const faster = await received({ ...file, plan: { ...file.plan, title: { ka: "უფრო სწრაფი" } } }, planId);
    await start(faster);
    await applyImport(faster, now, { last: true });
    await applyImport(importId, now, { last: true });
    const failed = (await getImport(nino, importId)) ?? expect.unreachable();
    expect(failed).toMatchObject({ status: "failed", failure: "CONFLICT" });
    await previewAgain(nino, { importId, version: failed.version }, now);
    expect(await getImportPreview(nino, importId, { removesMissing: false })).toMatchObject({ outdated: true });
    await start(importId);
    await applyImport(importId, now, { last: true });
    expect((await getImport(nino, importId))?.status).toBe("done");
  });
});

it("whoever was shut out before its turn came brings in nothing", async () => {
  const { id: accountId } = await db().account.create({ data: { email: `eka-${own.slug}@example.ge`, name: "ეკა", createdAt: now, memberships: { create: { role: "secretariat", organisationId: own.id, createdAt: now } } } });
  nino = { ...nino, accountId };
  const importId = await received(aFile());
  await start(importId);
  await db().account.update({ where: { id: accountId }, data: { disabledAt: now } });
  await applyImport(importId, now, { last: false });
  expect(await getImport(nino, importId)).toMatchObject({ status: "failed", failure: "FORBIDDEN", plan: null });
});
