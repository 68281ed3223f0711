import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "#lib/record/actors/schema.ts";
import { ensureLists } from "#lib/record/lists/commands.ts";
import { importPlan } from "#lib/imports/plan-loading/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { statements } from "#lib/platform/testing/statements.ts";
import { addCommitment, addMilestone, aDraftPlan, anOrganisation, factoryNow } from "#prisma/factories.ts";
import { getMunicipality, getMunicipalityPage, listMunicipalities } from "./queries.ts";

const now = new Date("2026-11-21T08:00:00Z");
const demo = (name: string): unknown => JSON.parse(readFileSync(`prisma/demo/${name}.json`, "utf8"));
const of = async (slug: string) => (await listMunicipalities()).find((one) => one.slug === slug);

beforeAll(async () => {
  await ensureLists(factoryNow);
  for (const name of ["georgia-2018-2019", "dmanisi-2024-2025"]) await importPlan(systemActor("import"), demo(name), now);
});

describe("the list of municipalities", () => {
  it("holds all 64 with what there is to read of each, in one statement", async () => {
    expect(await statements(async () => void (await listMunicipalities()))).toBe(1);
    const list = await listMunicipalities();
    expect([list.length, list[0]?.slug]).toEqual([64, "tbilisi"]);
    expect(list.filter(({ plans, commitments }) => plans + commitments > 0).map(({ slug, plans, commitments }) => ({ slug, plans, commitments }))).toEqual([
      { slug: "zugdidi", plans: 0, commitments: 1 }, { slug: "dmanisi", plans: 1, commitments: 13 },
    ]);
  });
});

describe("the page of a municipality", () => {
  it("tells a resident of Zugdidi what was promised, both axes, what is late, and the report", async () => {
    const shown = await getMunicipalityPage("zugdidi", 1, now);
    expect(shown.standing).toMatchObject({ total: 1, overdue: 1, progress: { suspended: 1, not_reported: 0 }, grades: [{ rank: 0, of: 4, count: 1 }], notAssessed: 0 });
    expect(shown.commitments.map(({ plan, line }) => [plan.slug, line.slug, line.standing.overdueMonths !== null])).toEqual([["georgia-2018-2019", "zugdidi-5", true]]);
    expect(shown.plans).toMatchObject([{ slug: "georgia-2018-2019", own: false }]);
    expect(shown.reports).toHaveLength(1);
    expect((await getMunicipality("zugdidi"))?.bodies.map(({ slug }) => slug)).toEqual(["zugdidi-city-hall", "zugdidi-sakrebulo"]);
  });

  it("counts its own plan once, whoever leads in it, and says what nobody has reported", async () => {
    const { standing, plans, commitments, reports } = await getMunicipalityPage("dmanisi", 1, now);
    expect(standing).toMatchObject({ total: 13, progress: { not_reported: 13 }, grades: [], notAssessed: 13 });
    expect([commitments.length, plans, reports]).toMatchObject([13, [{ slug: "dmanisi-2024-2025", own: true }], []]);
  });

  it("has nothing to tell of one that is not in any plan, and knows no other place", async () => {
    const shown = await getMunicipalityPage("vani", 1, now);
    expect(shown).toMatchObject({ standing: { total: 0, overdue: 0, grades: [] }, commitments: [], plans: [], reports: [], events: [], recommendations: [], page: 1, pages: 1 });
    expect(await getMunicipality("atlantis")).toBeNull();
  });

  it("shows also what its bodies only take part in, and nothing of a draft or of what was taken out", async () => {
    const { plan, reviewer } = await aDraftPlan();
    const [ministry, hall] = [await anOrganisation("ministry"), await anOrganisation("hall", "municipal_body")];
    await db().organisation.update({ where: { id: hall.id }, data: { municipalitySlug: "khoni" } });
    await addCommitment(reviewer, plan.id, ministry.id, { number: "1", slug: "partner", partnerships: [{ organisationId: hall.id, role: "partner" }] });
    const second = await addCommitment(reviewer, plan.id, ministry.id, { number: "2", slug: "milestone" });
    const milestone = await addMilestone(reviewer, second, hall.id);
    const third = await addCommitment(reviewer, plan.id, hall.id, { number: "3", slug: "gone" });
    await addCommitment(reviewer, plan.id, ministry.id, { number: "4", slug: "elsewhere" });
    expect([(await getMunicipalityPage("khoni", 1, now)).standing.total, (await of("khoni"))?.commitments]).toEqual([0, 0]);
    await db().plan.update({ where: { id: plan.id }, data: { status: "in_consultation" } });
    await db().commitment.update({ where: { id: third.id }, data: { removedAt: now } });
    const shown = await getMunicipalityPage("khoni", 1, now);
    expect(shown.commitments.map(({ line }) => line.slug)).toEqual(["partner", "milestone"]);
    expect([shown.standing.total, (await of("khoni"))?.commitments]).toEqual([2, 2]);
    await db().milestone.update({ where: { id: milestone.id }, data: { removedAt: now } });
    expect([(await getMunicipalityPage("khoni", 1, now)).commitments.length, (await of("khoni"))?.commitments]).toEqual([1, 1]);
  });

  it("is read in six statements with its head, whatever there is", async () => {
    for (const slug of ["zugdidi", "dmanisi", "vani"]) {
      expect(await statements(async () => {
        await getMunicipality(slug);
        await getMunicipalityPage(slug, 1, now);
      })).toBe(6);
    }
  });

  it("goes on over pages; one that does not exist is the nearest", async () => {
    const { plan, reviewer } = await aDraftPlan({ municipalitySlug: "poti" });
    const hall = await anOrganisation("poti", "municipal_body");
    for (let number = 1; number <= 31; number += 1) await addCommitment(reviewer, plan.id, hall.id, { number: String(number), slug: `c-${number}` });
    await db().plan.update({ where: { id: plan.id }, data: { status: "in_consultation" } });
    const first = await getMunicipalityPage("poti", 1, now);
    const last = await getMunicipalityPage("poti", 9, now);
    expect([first.commitments.length, first.pages, last.page, last.commitments.map(({ line }) => line.number)]).toEqual([30, 2, 2, ["31"]]);
  });
});
