import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { aDraftPlan, addCommitment, addMilestone } from "#prisma/factories.ts";
import { systemActor } from "#lib/record/actors/schema.ts";
import { ensureLists } from "#lib/record/lists/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { importPlan } from "#lib/imports/plan-loading/commands.ts";
import { getPlanFile } from "./queries.ts";
import { planFileSchema, type PlanFile } from "./schema.ts";

const now = new Date("2026-03-02T08:00:00Z");
const demo = (name: string): PlanFile => planFileSchema.parse(JSON.parse(readFileSync(`prisma/demo/${name}.json`, "utf8")));

beforeAll(() => ensureLists(now));

/** What the record says of its own where a file is silent, and lists that have no order. */
function comparable({ $schema: _schema, ...file }: PlanFile) {
  const organisations = file.organisations.toSorted((a, b) => a.key.localeCompare(b.key));
  const commitments = file.commitments.map(({ thematicAreas, milestones, ...commitment }) => ({ ...commitment, thematicAreas: thematicAreas?.toSorted(), milestones: milestones?.map(({ lead, ...milestone }) => ({ ...milestone, lead: lead ?? commitment.lead })) }));
  return { ...file, plan: { consultationDays: 14, ...file.plan }, organisations, commitments, periods: [] };
}

describe("a plan of the record as a file", () => {
  it.each(["georgia-2018-2019", "dmanisi-2024-2025"])("says of %s what the file said that it was loaded from", async (name) => {
    const source = demo(name);
    await importPlan(systemActor("import"), JSON.parse(readFileSync(`prisma/demo/${name}.json`, "utf8")), now);
    const { id } = await db().plan.findUniqueOrThrow({ where: { slug: name } });
    const { file, plan } = (await getPlanFile(id)) ?? expect.unreachable();
    expect(planFileSchema.safeParse(file).error).toBeUndefined();
    expect(comparable(file)).toEqual(comparable(source));
    expect(plan).toMatchObject({ id, slug: name, status: "adopted" });
  });

  it("leaves out what was removed, and knows no plan by a wrong id", async () => {
    const { plan, secretariat, reviewer } = await aDraftPlan();
    const commitment = await addCommitment(reviewer, plan.id, secretariat.id);
    const { id } = await addMilestone(reviewer, commitment, secretariat.id);
    await addMilestone(reviewer, commitment, secretariat.id, { number: "1.2" });
    await db().milestone.update({ where: { id }, data: { removedAt: now } });
    const { file } = (await getPlanFile(plan.id)) ?? expect.unreachable();
    expect(file.commitments[0]?.milestones?.map(({ number }) => number)).toEqual(["1.2"]);
    expect(await getPlanFile("no-id")).toBeNull();
  });
});
