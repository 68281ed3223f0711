import { beforeAll, describe, expect, it } from "vitest";
import { addCommitment, aDraftPlan, anOrganisation } from "#prisma/factories.ts";
import { aMixedRecord } from "#prisma/mixed-factories.ts";
import { findScope } from "#lib/news/feed-scopes/queries.ts";
import { listFeed } from "#lib/news/feeds/queries.ts";
import { linesPageSize } from "#lib/plans/lines/schema.ts";
import { statements } from "#lib/platform/testing/statements.ts";
import { adoptPlan } from "#lib/plans/commands.ts";
import { getSummary } from "#lib/record/summaries/queries.ts";
import { listTopicCommitments, listTopics } from "./queries.ts";

const now = new Date("2026-11-20T08:00:00Z");
const summary = (area: string) => getSummary({ of: "commitments", binding: false, area, periods: null }, now);

beforeAll(() => aMixedRecord(now));

describe("a topic", () => {
  it("gathers commitments out of every plan, a page at a time, and says where they stand on each axis", async () => {
    const before = await summary("inclusion");
    const { plan, reviewer, slug } = await aDraftPlan({ startsOn: "2024", endsOn: "2025" });
    const [agency, other] = [await anOrganisation(), await anOrganisation()];
    for (let n = 1; n <= linesPageSize + 2; n++) await addCommitment(reviewer, plan.id, n === 1 ? other.id : agency.id, { number: String(n), slug: `c-${n}`, thematicAreas: ["inclusion"], sdgs: [5] });
    expect(await summary("inclusion")).toEqual(before);
    await adoptPlan(reviewer, { planId: plan.id, version: plan.version }, now);
    const found = await summary("inclusion");
    expect([found.total - before.total, found.progress.not_reported, found.overdue - before.overdue, found.unjudged - before.unjudged]).toEqual([27, 27 + Number(before.progress.not_reported), 27, 27]);
    expect(found.agencies.find((one) => one.slug === agency.slug)).toMatchObject({ total: 26, overdue: 26 });
    expect(found.plans.find((one) => one.slug === slug)).toMatchObject({ total: 27 });
    const numbers = async (page: number) => (await listTopicCommitments({ area: "inclusion" }, page, now)).filter((group) => group.plan.slug === slug).flatMap(({ lines }) => lines.map(({ number }) => number));
    expect([(await numbers(1)).length, ...(await numbers(2))]).toEqual([25, "26", "27"]);
    const { areas, sdgs } = await listTopics();
    expect(areas.find(({ key }) => key === "inclusion")).toMatchObject({ commitments: found.total, plans: found.planCount });
    expect(sdgs).toHaveLength(17);
  });

  it("counts what was judged by its grade", async () => {
    const found = await summary("transparency");
    expect(found.grades).toMatchObject([{ scale: "georgia", grade: "not_implemented", rank: 0, of: 4, count: 1 }]);
    expect(found).toMatchObject({ total: 1, unjudged: 0, progress: { suspended: 1 } });
  });

  it("reads its page in six statements", async () => {
    expect(await statements(() => Promise.all([findScope({ area: "transparency" }), summary("transparency"), listTopicCommitments({ area: "transparency" }, 1, now), listFeed({ area: "transparency" }, { most: 5 })]))).toBe(6);
  });
});
