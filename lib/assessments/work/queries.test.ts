import { beforeEach, describe, expect, it } from "vitest";
import { saveAssessment } from "#lib/assessments/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { createMonitor, independentInput, publishIndependent } from "#prisma/assessment-factories.ts";
import { createReportedPlan } from "#prisma/reporting-factories.ts";
import { listAssessmentWork } from "./queries.ts";

const now = new Date("2020-02-01T08:00:00Z");
let set: Awaited<ReturnType<typeof createReportedPlan>>;
let watch: Awaited<ReturnType<typeof createMonitor>>;
const named = ({ organisation }: typeof watch) => ({ voice: "independent", organisationId: organisation.id }) as const;
const periodOf = async (who = watch) => (await listAssessmentWork(who.monitor, named(who))).find(({ id }) => id === set.period.id);
const stateOf = async (who = watch) => (await periodOf(who))?.commitments[0]?.milestones.find(({ id }) => id === set.milestone.id);

beforeEach(async () => {
  [set, watch] = [await createReportedPlan(), await createMonitor()];
});

describe("what a monitor has to assess", () => {
  it("is every adopted plan's commitments and milestones in the periods that have begun", async () => {
    expect(await periodOf()).toMatchObject({ total: 3, assessed: 0, waiting: 0 });
    await db().reportingPeriod.update({ where: { id: set.period.id }, data: { status: "upcoming" } });
    expect(await periodOf()).toBeUndefined();
    set = await createReportedPlan("in_consultation");
    expect(await periodOf()).toBeUndefined();
  });

  it("shows its own drafts and judgements, and others' only once they are published", async () => {
    const other = await createMonitor();
    await saveAssessment(other.monitor, independentInput(set, other), now);
    expect(await stateOf()).toMatchObject({ own: null, hasDraft: false, secretariat: null });
    expect(await stateOf(other)).toMatchObject({ own: null, hasDraft: true });
    await publishIndependent(set, watch);
    expect(await stateOf()).toMatchObject({ own: { grade: null, completion: { code: "completion.limited" } }, hasDraft: false });
    expect(await stateOf(other)).toMatchObject({ own: null });
    expect(await periodOf()).toMatchObject({ assessed: 1 });
  });

  it("leaves out of the count what its organisation has a hand in", async () => {
    const inside = { organisation: set.other, monitor: set.actorAs("monitor", set.other.id) };
    expect(await stateOf(inside)).toMatchObject({ involved: true });
    expect(await periodOf(inside)).toMatchObject({ total: 0, waiting: 0 });
    expect(await stateOf()).toMatchObject({ involved: false });
  });

  it("is nothing for who does not monitor for that organisation", async () => {
    for (const actor of [set.reviewer, set.coordinator, set.actorAs("administrator", watch.organisation.id), (await createMonitor()).monitor]) {
      expect(await listAssessmentWork(actor, named(watch))).toEqual([]);
    }
  });
});
