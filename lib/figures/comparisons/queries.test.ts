import { beforeAll, describe, expect, it } from "vitest";
import { addCommitment, addMilestone, aDraftPlan, anOpenPlan, anOrganisation } from "#prisma/factories.ts";
import { aMixedRecord } from "#prisma/mixed-factories.ts";
import { listCommitmentsOf } from "#lib/plans/lines/queries.ts";
import { getMunicipalityPage } from "#lib/figures/municipalities/queries.ts";
import { db } from "#lib/platform/db/client.ts";
import { statements } from "#lib/platform/testing/statements.ts";
import { adoptPlan } from "#lib/plans/commands.ts";
import { getPublishedPlans } from "#lib/plans/queries.ts";
import { getComparisonChoices, listCompared } from "./queries.ts";
import { settled } from "./rules.ts";
import { comparisonSchema } from "./schema.ts";

const now = new Date("2026-11-20T08:00:00Z");
const asked = (query: Record<string, string>) => comparisonSchema.parse(query);
const compared = (query: Record<string, string>) => listCompared(asked(query), now);
const bySlug = async (query: Record<string, string>, slug: string) => (await compared(query)).find((row) => row.slug === slug) ?? expect.unreachable();

let mixed: Awaited<ReturnType<typeof aMixedRecord>>;

beforeAll(async () => {
  mixed = await aMixedRecord(now);
});

/** One more update or judgement of a milestone, as its acceptance or publication leaves it. */
async function voiced(open: Awaited<ReturnType<typeof anOpenPlan>>, milestoneId: string, periodId: string, { progress, grade, voice = "secretariat" }: { progress?: string; grade?: string | null; voice?: string }) {
  const base = { periodId, commitmentId: open.commitment.id, milestoneId, createdAt: now, savedAt: now };
  if (progress) await db().progressUpdate.create({ data: { ...base, organisationId: open.agency.id, status: "accepted", progress, acceptedAt: now } });
  if (grade === undefined) return;
  const of = grade === null ? null : await db().fulfilmentGrade.findUniqueOrThrow({ where: { scaleCode_code: { scaleCode: "georgia", code: grade } } });
  await db().assessment.create({ data: { ...base, voice, organisationId: open.secretariat.id, gradeId: of?.id ?? null, completionCode: of ? null : "completion.limited", status: "published", publishedAt: now, actorName: "t" } });
}

describe("a flood of comparisons", () => {
  it("reads the same once, and sends away what would hold up everybody else", async () => {
    const same = await statements(() => Promise.all(Array.from({ length: 30 }, () => compared({ by: "agencies" }))));
    expect(same).toBe(4);
    const answers = await Promise.allSettled(Array.from({ length: 30 }, (_, year) => compared({ by: "agencies", year: String(2000 + year) })));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    expect(answers.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "UNAVAILABLE" } });
  });
});

describe("a comparison", () => {
  it("counts as the plans' own pages count", async () => {
    const lines = (await getPublishedPlans(now)).filter(({ status }) => status === "adopted" || status === "closed");
    for (const of of ["commitments", "milestones"] as const) {
      const rows = await compared({ by: "plans", of });
      for (const line of lines) {
        const row = rows.find(({ slug }) => slug === line.slug);
        const own = Object.fromEntries(Object.entries(line[of]).filter(([, count]) => count > 0));
        expect(row?.progress ?? {}).toEqual(own);
      }
      expect(rows.map(({ slug }) => slug)).not.toContain(mixed.draft);
    }
  });

  it("counts of an agency what it leads, as its own page says", async () => {
    for (const row of await compared({ by: "agencies", of: "commitments" })) {
      const leads = (await listCommitmentsOf(row.slug, now)).shares.filter(({ plan }) => plan.status !== "in_consultation").flatMap((share) => share.leads);
      expect([row.total, row.overdue]).toEqual([leads.length, leads.filter(({ standing }) => standing.overdueMonths !== null).length]);
      const judged = leads.flatMap(({ judgement }) => (judgement ? [judgement.grade.rank] : []));
      expect(row.grades.filter(({ grade }) => grade !== null).reduce((sum, { count }) => sum + count, 0)).toBe(judged.length);
    }
  });

  it("keeps the voices apart, and takes the newest of each", async () => {
    const open = await anOpenPlan();
    const later = await db().reportingPeriod.create({ data: { planId: open.plan.id, slug: "2024-h2", label: { en: "2024, second half" }, kind: "half_year", startsOn: "2024-07-01", endsOn: "2024-12-31", status: "closed" } });
    await voiced(open, open.milestone.id, later.id, { progress: "withdrawn", grade: "mostly_implemented" });
    await voiced(open, open.milestone.id, open.period.id, { progress: "in_progress", grade: "not_implemented" });
    await voiced(open, open.milestone.id, later.id, { grade: null, voice: "independent" });
    const row = await bySlug({ by: "agencies" }, open.agency.slug);
    expect(row).toMatchObject({ total: 2, progress: { withdrawn: 1, not_reported: 1 }, overdue: 1, independent: [{ scale: null, grade: null, count: 1 }] });
    expect(row.grades).toEqual(expect.arrayContaining([{ scale: "georgia", grade: "mostly_implemented", count: 1 }, { scale: "georgia", grade: null, count: 1 }]));
    const [first, second] = [await bySlug({ by: "periods", plan: open.slug }, "2024-h1"), await bySlug({ by: "periods", plan: open.slug }, "2024-h2")];
    expect([first.progress, second.progress]).toEqual([{ in_progress: 1, not_reported: 1 }, { withdrawn: 1, not_reported: 1 }]);
    expect([first.overdue, second.overdue, second.independent.length]).toEqual([0, 0, 1]);
    expect(await bySlug({ by: "agencies", plan: open.slug, period: "2024-h1" }, open.agency.slug)).toMatchObject({ progress: { in_progress: 1, not_reported: 1 }, grades: expect.arrayContaining([{ scale: "georgia", grade: "not_implemented", count: 1 }]) });
  });

  it("counts for a municipality what its page counts: its plans, and what its bodies lead or take part in, once", async () => {
    await db().municipality.create({ data: { slug: "a-town", name: { ka: "ქალაქი" }, region: {}, position: 1 } });
    const open = await anOpenPlan();
    const row = async (of: string) => (await compared({ by: "municipalities", of })).find(({ slug }) => slug === "a-town")?.total;
    expect(await row("commitments")).toBeUndefined();
    await db().organisation.update({ where: { id: open.agency.id }, data: { municipalitySlug: "a-town" } });
    expect([await row("commitments"), await row("milestones")]).toEqual([1, 2]);
    await db().plan.update({ where: { id: open.plan.id }, data: { municipalitySlug: "a-town" } });
    expect([await row("commitments"), await row("milestones")]).toEqual([1, 2]);
    const { standing } = await getMunicipalityPage("a-town", 1, now);
    expect(standing.total).toBe(await row("commitments"));
  });

  it("says how long answers to comments took, in the middle", async () => {
    const { plan } = mixed.subject;
    expect(await bySlug({ by: "plans", of: "commitments" }, plan.slug)).toMatchObject({ comments: 1, answered: 0, medianDays: null });
    const response = await db().response.findFirstOrThrow({ where: { comment: { commitmentId: mixed.subject.commitment.id } } });
    await db().response.update({ where: { id: response.id }, data: { status: "published", publishedAt: new Date("2020-06-14T21:30:00Z"), disposition: "accepted", text: { en: "Yes." } } });
    expect(await bySlug({ by: "plans", of: "commitments" }, plan.slug)).toMatchObject({ comments: 1, answered: 1, medianDays: 5 });
  });

  it("can be narrowed to a topic and a year", async () => {
    const { plan, reviewer, slug } = await aDraftPlan({ startsOn: "2031", endsOn: "2032-06" });
    const agency = await anOrganisation();
    const commitment = await addCommitment(reviewer, plan.id, agency.id, { startsOn: "2031", endsOn: "2032", thematicAreas: ["inclusion"], sdgs: [5] });
    await addMilestone(reviewer, commitment, agency.id);
    await adoptPlan(reviewer, { planId: plan.id, version: plan.version }, now);
    expect((await compared({ by: "plans", year: "2032" })).map((row) => row.slug)).toEqual([slug]);
    expect((await compared({ by: "agencies", area: "inclusion", sdg: "5" })).map((row) => row.slug)).toContain(agency.slug);
    expect(await compared({ by: "agencies", area: "inclusion", sdg: "6", plan: slug })).toEqual([]);
  });

  it("reads in five statements, whatever is compared", async () => {
    for (const by of ["agencies", "plans", "periods", "municipalities"]) {
      expect(await statements(async () => {
        const choices = await getComparisonChoices(undefined);
        await listCompared(settled(asked({ by }), choices), now);
      })).toBe(5);
    }
  });
});
