import { beforeAll, describe, expect, it } from "vitest";
import { recordCrosswalk } from "#lib/assessments/crosswalks/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { statements } from "#lib/platform/testing/statements.ts";
import { addMilestone, anOpenPlan, anOrganisation } from "#prisma/factories.ts";
import { differencesPageSize } from "./schema.ts";
import { listComparablePlans, listDifferences } from "./queries.ts";

const at = new Date("2024-07-01T09:00:00Z");
type Open = Awaited<ReturnType<typeof anOpenPlan>>;

/** The id of the grade with this rank on Georgia's scale. */
const gradeId = async (rank: number) => (await db().fulfilmentGrade.findFirstOrThrow({ where: { scaleCode: "georgia", rank } })).id;

async function reported({ period, commitment, agency }: Open, milestoneId: string | null, progress: string) {
  const evidence = { create: { kind: "link", url: "https://example.ge/", organisationId: agency.id, uploadedAt: at } };
  const { id } = await db().progressUpdate.create({ data: { periodId: period.id, commitmentId: commitment.id, milestoneId, organisationId: agency.id, progress, createdAt: at, savedAt: at, evidence } });
  await db().progressUpdate.update({ where: { id }, data: { status: "accepted", acceptedAt: at } });
}

interface Said {
  rank?: number;
  completionCode?: string;
  verifiableCode?: string;
  status?: string;
}

async function judged({ period, commitment }: Open, milestoneId: string | null, organisationId: string, voice: "secretariat" | "independent", { rank, status = "published", ...codes }: Said) {
  await db().assessment.create({
    data: {
      periodId: period.id, commitmentId: commitment.id, milestoneId, organisationId, voice, status, gradeId: rank === undefined ? null : await gradeId(rank), ...codes,
      createdAt: at, savedAt: at, publishedAt: status === "draft" ? null : at, actorName: "Test",
    },
  });
}

const readings = { fully_implemented: "completion.complete", mostly_implemented: "completion.substantial", partially_implemented: "completion.limited", not_implemented: null };

function crosswalk({ reviewer, secretariat }: Open, read: Record<string, string | null> = readings, number = 1) {
  const entries = Object.entries(read).map(([grade, completion]) => ({ grade, completion }));
  return recordCrosswalk(reviewer, { secretariatId: secretariat.id, scaleCode: "georgia", number, entries, reason: { en: "Because" } }, at);
}

const brief = async (plan: string, page = 1) => {
  const { lines } = await listDifferences({ plan, page });
  return lines.map(({ kind, difference, milestone }) => [milestone?.number ?? "whole", kind, difference.kind, difference.steps].filter((part) => part !== null).join(" "));
};

describe("a plan in which the voices differ", () => {
  let open: Open;
  let house: { id: string; slug: string };

  beforeAll(async () => {
    open = await anOpenPlan();
    house = await anOrganisation("house", "civil_society");
    const institute = await anOrganisation("institute", "civil_society");
    const { milestone, other, secretariat } = open;
    await reported(open, milestone.id, "completed");
    await judged(open, milestone.id, secretariat.id, "secretariat", { rank: 3 });
    await judged(open, milestone.id, house.id, "independent", { completionCode: "completion.limited", verifiableCode: "verifiable.no" });
    await judged(open, milestone.id, institute.id, "independent", { rank: 0 });
    await reported(open, other.id, "suspended");
    await judged(open, other.id, secretariat.id, "secretariat", { rank: 0 });
    await judged(open, other.id, house.id, "independent", { completionCode: "completion.complete" });
    await reported(open, null, "in_progress");
    await judged(open, null, secretariat.id, "secretariat", { rank: 1 });
    await judged(open, null, house.id, "independent", { rank: 1, completionCode: "completion.substantial" });
  });

  it("is not compared through a crosswalk that nobody recorded, and says so", async () => {
    const page = await listDifferences({ plan: open.slug, page: 1 });
    expect(await brief(open.slug)).toEqual([
      "1.1 agency_independent completed_worst", "1.1 secretariat_independent kinder 3", "1.1 agency_independent completed_unverifiable", "1.2 agency_independent unstarted_fulfilled",
    ]);
    expect(page).toMatchObject({ total: 4, pages: 1, compared: 2, alike: 1, uncompared: [{ reason: "no_crosswalk", count: 2 }] });
    expect(page.counts.map(({ place, count }) => `${place}: ${count}`)).toEqual(["0: 1", "1: 1", "4: 1", "5: 1"]);
  });

  it("is compared by the newest crosswalk, the most serious first, then in the order of the plan", async () => {
    await crosswalk(open);
    expect(await brief(open.slug)).toEqual([
      "1.1 agency_independent completed_worst", "1.1 secretariat_independent kinder 3", "1.1 secretariat_independent kinder 2",
      "1.1 agency_independent completed_unverifiable", "1.2 agency_independent unstarted_fulfilled", "whole secretariat_independent harsher 1",
    ]);
    expect(await listDifferences({ plan: open.slug, page: 1 })).toMatchObject({ compared: 3, alike: 0, uncompared: [{ reason: "nothing_corresponds", count: 1 }] });
    await crosswalk(open, { ...readings, not_implemented: "completion.not_started" }, 2);
    expect(await brief(open.slug)).toContain("1.2 secretariat_independent harsher 3");
  });

  it("says who said what, when, of what", async () => {
    const { lines } = await listDifferences({ plan: open.slug, page: 1 });
    const line = lines.find(({ difference }) => difference.by === "crosswalk" && difference.steps === 2);
    expect(line).toMatchObject({
      plan: { slug: open.slug, vocabulary: "commitment" }, period: { slug: "2024-h1" }, commitment: { slug: "one", number: "1" }, milestone: { number: "1.1" },
      first: { organisation: { slug: open.secretariat.slug }, at, progress: null, grade: { rank: 3, of: 4 }, completion: null },
      second: { organisation: { slug: house.slug }, at, grade: null, completion: { en: "Limited" }, verifiable: { en: "No" } },
      readAs: { en: "Complete" },
    });
    expect(lines[0]).toMatchObject({ first: { organisation: { slug: open.agency.slug }, progress: "completed", grade: null }, readAs: null });
  });

  it("is found by plan and by period, and is none of another", async () => {
    expect((await listDifferences({ period: "2024-h1", plan: open.slug, page: 1 })).total).toBe((await listDifferences({ plan: open.slug, page: 1 })).total);
    for (const filter of [{ plan: open.slug, period: "2019" }, { plan: "no-such-plan" }]) expect(await listDifferences({ ...filter, page: 1 })).toMatchObject({ total: 0, lines: [], pages: 1 });
    expect(await brief(open.slug, 2)).toEqual([]);
    expect((await listComparablePlans()).find(({ slug }) => slug === open.slug)).toMatchObject({ periods: [{ slug: "2024-h1" }] });
  });

  it("says nothing of what is not public", async () => {
    const hidden = await anOpenPlan();
    const { milestone, secretariat, plan } = hidden;
    await judged(hidden, milestone.id, secretariat.id, "secretariat", { rank: 3 });
    await judged(hidden, milestone.id, house.id, "independent", { rank: 0, status: "draft" });
    await judged(hidden, milestone.id, house.id, "independent", { rank: 0, status: "superseded" });
    expect((await listDifferences({ plan: hidden.slug, page: 1 })).total).toBe(0);
    await db().$executeRaw`UPDATE "Assessment" SET "status" = 'published', "publishedAt" = now() WHERE "periodId" = ${hidden.period.id}::uuid AND "status" = 'draft'`;
    expect((await listDifferences({ plan: hidden.slug, page: 1 })).total).toBe(1);
    expect(plan.id).toBeTruthy();
  });
});

describe("many differences", () => {
  it("stand on pages, with no more statements than few", async () => {
    const open = await anOpenPlan();
    const house = await anOrganisation("house", "civil_society");
    for (let n = 3; n < 3 + differencesPageSize; n++) {
      const milestone = await addMilestone(open.reviewer, open.commitment, open.agency.id, { number: `1.${n}` });
      await judged(open, milestone.id, open.secretariat.id, "secretariat", { rank: 3 });
      await judged(open, milestone.id, house.id, "independent", { rank: n === 3 ? 1 : 2 });
    }
    const [first, second] = [await listDifferences({ plan: open.slug, page: 1 }), await listDifferences({ plan: open.slug, page: 2 })];
    expect(first).toMatchObject({ total: differencesPageSize, pages: 1 });
    expect(first.lines[0]?.milestone?.number).toBe("1.3");
    expect(first.lines.slice(1).map(({ milestone }) => Number(milestone?.number.slice(2)))).toEqual(Array.from({ length: differencesPageSize - 1 }, (_, n) => n + 4));
    expect(second.lines).toEqual([]);
    await judged(open, null, open.secretariat.id, "secretariat", { rank: 1 });
    await judged(open, null, house.id, "independent", { rank: 2 });
    const more = await listDifferences({ plan: open.slug, page: 2 });
    expect(more).toMatchObject({ total: differencesPageSize + 1, pages: 2 });
    expect(await statements(() => listDifferences({ plan: open.slug, page: 1 }))).toBe(2);
    expect(more.lines.map(({ milestone, difference }) => [milestone, difference.kind])).toEqual([[null, "harsher"]]);
  }, 60_000);
});
