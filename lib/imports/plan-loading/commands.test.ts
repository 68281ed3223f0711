import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "#lib/record/actors/schema.ts";
import { ensureLists } from "#lib/record/lists/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { importPlan } from "./commands.ts";

const now = new Date("2026-03-02T08:00:00Z");
const actor = systemActor("import");
const demo = (name: string) => JSON.parse(readFileSync(`prisma/demo/${name}.json`, "utf8"));
const georgia = "georgia-2018-2019";
const dmanisi = "dmanisi-2024-2025";

beforeAll(async () => {
  await ensureLists(now);
});

/** How much there is of everything that an import writes. */
async function tally() {
  const of = db();
  return Promise.all([of.organisation.count(), of.plan.count(), of.commitment.count(), of.milestone.count(), of.reportingPeriod.count(), of.progressUpdate.count(), of.evidence.count(), of.assessment.count(), of.report.count(), of.planImport.count(), of.auditEvent.count()]);
}

describe("importing a plan", () => {
  it("is for the installation's operator only", async () => {
    const administrator = { accountId: null, name: "Nino", memberships: [{ role: "administrator" as const, organisationId: null }], system: false };
    await expect(importPlan(administrator, demo(georgia), now)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("writes nothing when it fails on the last of its steps", async () => {
    const file = demo(georgia);
    const before = await tally();
    await db().$executeRaw`CREATE FUNCTION refuse_import() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'full'; END $$`;
    await db().$executeRaw`CREATE TRIGGER refuse_import BEFORE INSERT ON "PlanImport" FOR EACH ROW EXECUTE FUNCTION refuse_import()`;
    await expect(importPlan(actor, file, now)).rejects.toThrow("full");
    await db().$executeRaw`DROP FUNCTION refuse_import() CASCADE`;
    expect(await tally()).toEqual(before);
  });

  it("takes over the national plan with its reported, assessed and published period", async () => {
    const { outcome, planSlug, counts } = await importPlan(actor, demo(georgia), now);
    expect({ outcome, planSlug }).toEqual({ outcome: "added", planSlug: georgia });
    expect(counts).toEqual({ organisations: 3, parts: 1, commitments: 1, milestones: 3, periods: 1, updates: 4, assessments: 4, reports: 1 });
    const plan = await db().plan.findUniqueOrThrow({ where: { slug: georgia }, include: { secretariat: true, legalActs: true, periods: true, reports: { include: { versions: true } } } });
    expect(plan).toMatchObject({ status: "adopted", secretariat: { slug: "ogp-georgia-secretariat" }, legalActs: [{ number: "537", date: "2018-11-12" }], periods: [{ status: "closed", dueOn: null }] });
    expect(plan.reports).toMatchObject([{ status: "final", consultationOpensOn: null, versions: [{ number: 1, stage: "final", publishedAt: new Date("2020-12-31T08:00:00Z") }] }]);
  });

  it("keeps the two axes of each subject apart, dated as the source dates them", async () => {
    const at = new Date("2020-12-31T08:00:00Z");
    const updates = await db().progressUpdate.findMany({ where: { period: { plan: { slug: georgia } } } });
    expect(updates.map(({ status, progress, acceptedAt }) => ({ status, progress, acceptedAt }))).toEqual(Array(4).fill({ status: "accepted", progress: "suspended", acceptedAt: at }));
    const assessments = await db().assessment.findMany({ where: { period: { plan: { slug: georgia } } }, include: { grade: true } });
    expect(assessments.map(({ status, grade, publishedAt }) => ({ status, grade: grade?.code, publishedAt }))).toEqual(Array(4).fill({ status: "published", grade: "not_implemented", publishedAt: at }));
  });

  it("changes nothing the second time, and refuses other content under the same address", async () => {
    const before = await tally();
    expect(await importPlan(actor, demo(georgia), now)).toMatchObject({ outcome: "unchanged", planSlug: georgia });
    const other = demo(georgia);
    other.plan.title.en = "Another title";
    await expect(importPlan(actor, other, now)).rejects.toMatchObject({ code: "ALREADY_EXISTS", fieldErrors: { "plan.slug": "duplicate" } });
    expect(await tally()).toEqual(before);
  });

  it("takes over Dmanisi's plan with every activity, agency, sum and code", async () => {
    const { counts } = await importPlan(actor, demo(dmanisi), now);
    expect(counts).toMatchObject({ organisations: 10, parts: 5, commitments: 13, milestones: 45, periods: 0 });
    const activity = (number: string) => db().commitment.findFirstOrThrow({ where: { number, plan: { slug: dmanisi } }, include: { leadOrganisation: true, budgetLines: true, indicators: true, partnerships: true, milestones: { include: { leadOrganisation: true } } } });
    expect(await activity("2.6")).toMatchObject({ startsOn: "2024", endsOn: "2025", partnerships: [{ role: "co_responsible" }], leadOrganisation: { slug: "dmanisi-administrative-associative" } });
    expect((await activity("3.2")).budgetLines.map(({ amount, currency, programmeCode }) => [Number(amount), currency, programmeCode])).toEqual([[20_000, "GEL", "06 02 09"]]);
    const untitled = await activity("1.2");
    expect(untitled).toMatchObject({ title: null, budgetLines: [{ amount: null, noAdditionalCost: false }] });
    expect(untitled.milestones.every(({ endsOn, leadOrganisation }) => endsOn === null && leadOrganisation.slug === "dmanisi-service")).toBe(true);
  });

  it("adds nothing of a file with mistakes and names each of them", async () => {
    const file = demo(dmanisi);
    file.plan = { ...file.plan, slug: "wrong", endsOn: "2023" };
    file.commitments[0].lead = "nobody";
    file.commitments[1].thematicAreas = ["joy"];
    const before = await tally();
    const fieldErrors = { "plan.endsOn": "endBeforeStart", "commitments[0].lead": "unknownOrganisation", "commitments[1].thematicAreas[0]": "unknownCode" };
    await expect(importPlan(actor, file, now)).rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors });
    expect(await tally()).toEqual(before);
  });

  it("attaches evidence to what is completed and says which promised source it is", async () => {
    const file = demo(dmanisi);
    file.plan.slug = "proved";
    const evidence = [{ url: "https://example.ge/minutes.pdf", title: { en: "Minutes" }, source: 2 }];
    const updates = [{ commitment: "2-1", progress: "completed", result: { en: "Held" }, on: "2025-01-15", evidence }];
    file.periods = [{ slug: "2024-2", label: { en: "2024, second half" }, kind: "half_year", startsOn: "2024-07-01", endsOn: "2024-12-31", status: "open", updates }];
    await importPlan(actor, file, now);
    const piece = await db().evidence.findFirstOrThrow({ where: { update: { period: { plan: { slug: "proved" } } } }, include: { verificationSource: true, organisation: true } });
    expect(piece).toMatchObject({ url: "https://example.ge/minutes.pdf", verificationSource: { text: { ka: "სხდომის ოქმი" } }, organisation: { slug: "dmanisi-sakrebulo-office" } });
  });
});
