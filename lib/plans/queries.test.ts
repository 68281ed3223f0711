import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "#lib/record/actors/schema.ts";
import { listPublishedComments } from "#lib/comments/queries.ts";
import { getPublishedCommitment } from "#lib/plans/commitments/queries.ts";
import { listCommitmentChanges, listRecentChanges } from "#lib/plans/history/queries.ts";
import { listCommitmentsOf } from "#lib/plans/lines/queries.ts";
import { ensureLists } from "#lib/record/lists/commands.ts";
import { getPublishedOrganisation, listPublishedOrganisations } from "#lib/organisations/queries.ts";
import { importPlan } from "#lib/imports/plan-loading/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { getPublishedReport } from "#lib/reports/queries.ts";
import { findFollowable } from "#lib/followers/followed/queries.ts";
import { findScope } from "#lib/news/feed-scopes/queries.ts";
import { statements } from "#lib/platform/testing/statements.ts";
import { createComment, createCommentedPlan } from "#prisma/comment-factories.ts";
import { aDraftPlan, addCommitment, anOpenPlan, anOrganisation } from "#prisma/factories.ts";
import { getPublishedPlan, getPublishedPlans } from "./queries.ts";
import { parseFilters } from "./rules.ts";

const now = new Date("2026-11-21T08:00:00Z");
const demo = path.resolve(import.meta.dirname, "../../prisma/demo");
const everything = parseFilters({});
const national = () => getPublishedCommitment("georgia-2018-2019", "zugdidi-5", now);

beforeAll(async () => {
  await ensureLists(now);
  for (const name of ["georgia-2018-2019", "dmanisi-2024-2025"]) await importPlan(systemActor("test"), JSON.parse(readFileSync(path.join(demo, `${name}.json`), "utf8")), now);
});

describe("the commitment of the national plan", () => {
  it("shows every statement of its source", async () => {
    const commitment = await national();
    const shown = JSON.stringify(commitment).replaceAll("\\n", " ").replaceAll('\\"', '"').replace(/\s+/g, " ");
    const source = readFileSync(path.join(demo, "sources/georgia-2018-2019.txt"), "utf8");
    const [body = ""] = source.slice(source.indexOf("ვალდებულების აღწერა: ")).split("განახლებულია:");
    const words = /^(ვადა|დაწყება|დასრულება|ინდიკატორი|პარტნიორი ორგანიზაცია|პასუხისმგებელი უწყება|შედეგი|შეფასება|ეტაპები:|არსებული პროგრესი:|შეჩერებულია.*|done icon.*|(მაისი|ოქტომბერი|ივნისი|დეკემბერი) \d{4}|ვადა: .*|OGP მიმართულებები: .*|SDG მიზანი: .*)$/;
    const stated = body.split("\n").map((line) => line.trim()).filter((line) => line && !words.test(line));
    expect(stated.length).toBeGreaterThan(15);
    const missing = stated.map((line) => line.replace(/^(ვალდებულების აღწერა|შედეგი|საანგარიშო პერიოდი|პასუხისმგებელი უწყება): |^5\.\d\. /, "").replace(/\s+/g, " ")).filter((line) => !shown.includes(line));
    expect(missing).toEqual([]);
  });

  it("shows terms, areas, goal, both axes and dates as they are stated", async () => {
    const commitment = await national();
    expect(commitment).toMatchObject({
      number: "5", term: { startsOn: "2018-06", endsOn: "2019-12" }, parts: [{ kind: "part", title: { en: "Municipalities" } }],
      areas: [{ en: "Transparency" }, { en: "Accountability" }, { en: "Innovation and Technology" }, { en: "Engagement" }].map((area) => expect.objectContaining(area) as object) as unknown[],
      sdgs: [{ number: 16 }], plan: { legalActs: [{ number: "537", date: "2018-11-12" }] },
    });
    const subjects = [commitment, ...(commitment?.milestones ?? [])];
    expect(subjects.map((subject) => [subject?.number, subject?.term.startsOn, subject?.term.endsOn])).toEqual([["5", "2018-06", "2019-12"], ["5.1", "2018-05", "2018-10"], ["5.2", "2018-10", "2019-06"], ["5.3", "2019-06", "2019-12"]]);
    for (const subject of subjects) {
      expect(subject?.standing).toMatchObject({ progress: "suspended", monthsSinceUpdate: 70, stale: true });
      expect(subject?.assessments).toMatchObject([{ voice: "secretariat", grade: { rank: 0, of: 4, label: { ka: "არ შესრულდა" } }, period: { label: { ka: "2019, წლიური" } } }]);
    }
    expect(commitment?.milestones.map(({ partners }) => partners.map(({ name }) => name.ka))).toEqual(Array(3).fill(["ზუგდიდის მუნიციპალიტეტის საკრებულო"]));
    expect(commitment?.updatedAt?.toISOString().slice(0, 10)).toBe("2020-12-31");
  });

  it("tells its history in three sentences: reported, assessed, published", async () => {
    const changes = await listCommitmentChanges((await national())?.id ?? "");
    expect(changes.map(({ what, numbers }) => [what.kind, numbers])).toEqual(expect.arrayContaining([["reported", ["5", "5.1", "5.2", "5.3"]], ["assessed", ["5", "5.1", "5.2", "5.3"]], ["published", []]]));
    expect(changes).toHaveLength(3);
  });
});

describe("a plan's page", () => {
  it("keeps its shape and counts: five objectives, thirteen activities, none reported", async () => {
    const plan = await getPublishedPlan("dmanisi-2024-2025", everything, now);
    expect(plan).toMatchObject({ total: 13, shown: 13, overdue: 13, vocabulary: "activity", reports: [] });
    expect(plan?.parts.map(({ number, commitments }) => [number, commitments.length])).toEqual([["1", 1], ["2", 7], ["3", 5], ["4", 0], ["5", 0]]);
    expect(plan?.commitments).toMatchObject({ not_reported: 13, completed: 0 });
  });

  it("shows what the filters ask for, and everything for a filter that it does not know", async () => {
    const shown = async (slug: string, query: Record<string, string>) => (await getPublishedPlan(slug, parseFilters(query), now))?.shown;
    expect(await shown("georgia-2018-2019", { status: "suspended", area: "engagement", sdg: "16", agency: "zugdidi-sakrebulo", overdue: "yes" })).toBe(1);
    expect(await shown("georgia-2018-2019", { status: "completed" })).toBe(0);
    expect(await shown("dmanisi-2024-2025", { agency: "no-such-agency" })).toBe(13);
  });

  it("lists its published report", async () => {
    const plan = await getPublishedPlan("georgia-2018-2019", everything, now);
    expect(plan?.reports).toMatchObject([{ status: "final", version: 1, stage: "final" }]);
  });
});

describe("what is not public", () => {
  it("never appears: draft plans, updates not accepted, assessments not published", async () => {
    const draft = await aDraftPlan({ slug: "secret-plan" });
    const agency = await anOrganisation("secret-agency");
    await addCommitment(draft.reviewer, draft.plan.id, agency.id, { slug: "secret" });
    const { slug } = await db().organisation.findUniqueOrThrow({ where: { id: agency.id } });
    expect((await getPublishedPlans(now)).map((plan) => plan.slug)).not.toContain("secret-plan");
    expect(await getPublishedPlan("secret-plan", everything, now)).toBeNull();
    expect(await getPublishedCommitment("secret-plan", "secret", now)).toBeNull();
    expect(await listCommitmentsOf(slug, now)).toEqual({ shares: [], total: 0 });
    expect((await listPublishedOrganisations()).map((organisation) => organisation.slug)).not.toContain(slug);
    expect(await getPublishedOrganisation("no-such")).toBeNull();
    const named = async () => [await getPublishedOrganisation(slug), await findScope({ organisation: slug }), await findFollowable({ kind: "organisation", target: slug })].map((one) => one !== null);
    expect(await named()).toEqual([false, false, false]);
    await db().plan.update({ where: { id: draft.plan.id }, data: { status: "in_consultation" } });
    expect(await named()).toEqual([true, true, true]);

    const open = await anOpenPlan();
    const commitment = await db().commitment.findUniqueOrThrow({ where: { id: open.commitment.id }, include: { plan: true } });
    const base = { periodId: open.period.id, commitmentId: commitment.id, organisationId: commitment.leadOrganisationId, createdAt: now, savedAt: now };
    const grade = await db().fulfilmentGrade.findFirstOrThrow();
    for (const [milestoneId, status] of [[null, "submitted"], [open.milestone.id, "returned"]] as const) await db().progressUpdate.create({ data: { ...base, milestoneId, status, progress: "suspended", result: { ka: "საიდუმლო" } } });
    await db().assessment.create({ data: { ...base, voice: "secretariat", actorName: "x", gradeId: grade.id, narrative: { ka: "საიდუმლო" } } });
    const view = await getPublishedCommitment(commitment.plan.slug, commitment.slug, now);
    expect(JSON.stringify(view)).not.toContain("საიდუმლო");
    expect(view?.standing.progress).toBeNull();
    expect(JSON.stringify(await listRecentChanges(50))).not.toContain(`${commitment.plan.slug}/commitments`);
    expect(await listCommitmentChanges(commitment.id)).toEqual([]);
  });
});

describe("statements sent", () => {
  it("are few, and do not grow with what a page shows", async () => {
    const commitment = { kind: "commitment", id: (await national())?.id ?? "" } as const;
    const { commitment: commented } = await createCommentedPlan();
    for (let n = 0; n < 30; n++) await createComment(commented, { status: "published", confirmedAt: now, publishedAt: now });
    const report = await db().report.findFirstOrThrow();
    const pages: Record<string, [() => Promise<unknown>, number]> = {
      home: [() => Promise.all([getPublishedPlans(now), listRecentChanges(10)]), 7],
      smallPlan: [() => getPublishedPlan("georgia-2018-2019", everything, now), 1],
      largePlan: [() => getPublishedPlan("dmanisi-2024-2025", everything, now), 1],
      commitment: [national, 1],
      commitmentPage: [() => Promise.all([national(), listCommitmentChanges(commitment.id), listPublishedComments(commitment, now)]), 5],
      commentedPage: [() => Promise.all([listCommitmentChanges(commented.id), listPublishedComments(commented, now)]), 5],
      reportPage: [() => getPublishedReport(report.slug), 2],
      activity: [() => getPublishedCommitment("dmanisi-2024-2025", "2-5", now), 1],
      organisation: [() => listCommitmentsOf("zugdidi-sakrebulo", now), 2],
      organisations: [() => listPublishedOrganisations(), 1],
    };
    for (const [name, [run, expected]] of Object.entries(pages)) expect([name, await statements(run)]).toEqual([name, expected]);
  });
});
