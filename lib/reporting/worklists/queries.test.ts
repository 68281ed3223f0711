import { beforeAll, describe, expect, it } from "vitest";
import { closePeriod } from "#lib/reporting/periods/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { acceptUpdate, returnUpdate, saveAndSubmitUpdate, saveUpdate } from "#lib/reporting/commands.ts";
import { getUpdateForm, getUpdateForReview } from "#lib/reporting/queries.ts";
import { createReportedPlan } from "#prisma/reporting-factories.ts";
import { listClosedWork, listCollections, listReportingWork, listUpdatesToReview } from "./queries.ts";

const now = new Date("2019-09-10T10:00:00Z");
let set: Awaited<ReturnType<typeof createReportedPlan>>;
beforeAll(async () => {
  set = await createReportedPlan();
});

describe("what waits for whom", () => {
  it("is one's own organisation's alone", async () => {
    const [work] = await listReportingWork(set.coordinator, now);
    expect(work?.commitments[0]?.lines).toMatchObject([
      { number: "5.2", whole: false, state: "none", last: null, deadline: { due: "2019-06", fromCommitment: false }, overdueMonths: 2 },
      { number: "5", whole: true, state: "none", overdueMonths: null },
    ]);
    const [others] = await listReportingWork(set.stranger, now);
    expect(others?.commitments[0]?.lines.map(({ number }) => number)).toEqual(["5.3"]);
    expect(await listReportingWork(set.reviewer, now)).toEqual([]);
    await expect(getUpdateForm(set.coordinator, set.period.id, set.foreign.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getUpdateForm(set.coordinator, set.period.id, "nonsense")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("follows an update from the list to the queue and back", async () => {
    const draft = await saveUpdate(set.coordinator, set.typed(), now);
    await expect(getUpdateForReview(set.reviewer, draft.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const sent = await saveAndSubmitUpdate(set.coordinator, set.typed({ ...draft, reasons: { en: "Late tender" } }), now);
    expect(await listUpdatesToReview(set.reviewer)).toMatchObject([{ id: sent.id, number: "5.2", progress: "in_progress" }]);
    expect(await listUpdatesToReview(set.coordinator)).toEqual([]);
    await expect(getUpdateForReview(set.coordinator, sent.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await getUpdateForReview(set.reviewer, sent.id)).toMatchObject({ update: { savedBy: set.coordinator.name }, subject: { earlier: null, accepted: null } });
    const returned = await returnUpdate(set.reviewer, { updateId: sent.id, version: sent.version, note: "Which tender?" }, now);
    const line = async () => (await listReportingWork(set.coordinator, now))[0]?.commitments[0]?.lines[0];
    expect(await line()).toMatchObject({ state: "returned", note: "Which tender?" });
    const again = await saveAndSubmitUpdate(set.coordinator, set.typed({ ...returned, reasons: { en: "Tender 12" } }), now);
    await acceptUpdate(set.reviewer, { updateId: again.id, version: again.version }, now);
    expect(await line()).toMatchObject({ state: "accepted", note: null, last: { progress: "in_progress" } });
    expect(await getUpdateForm(set.coordinator, set.period.id, set.milestone.id)).toMatchObject({ working: null, subject: { accepted: { progress: "in_progress" }, reachable: ["in_progress", "completed", "suspended", "withdrawn"] } });
  });

  it("tells the Secretariat alone who has reported in an open period and who has not", async () => {
    const [collection] = await listCollections(set.reviewer);
    expect(collection?.shares.map(({ agency, lines, sent }) => [agency.id, lines, sent])).toEqual([[set.agency.id, 2, 1], [set.other.id, 1, 0]]);
    expect(await listCollections(set.coordinator)).toEqual([]);
    expect(await listClosedWork(set.coordinator)).toEqual([]);
  });

  it("keeps a closed period readable but off the desk", async () => {
    await closePeriod(set.reviewer, { periodId: set.period.id, version: 1 }, now);
    expect(await listReportingWork(set.coordinator, now)).toEqual([]);
    expect(await listClosedWork(set.coordinator)).toMatchObject([{ period: { id: set.period.id } }]);
    expect(await listClosedWork(set.reviewer)).toEqual([]);
    expect(await listCollections(set.reviewer)).toEqual([]);
  });

  it("brings a closed period back to the desk of the agency it was reopened for, until its day", async () => {
    await db().periodExtension.create({ data: { periodId: set.period.id, organisationId: set.agency.id, until: "2019-09-10", createdAt: now, actorName: "secretariat" } });
    expect(await listReportingWork(set.coordinator, now)).toMatchObject([{ period: { id: set.period.id } }]);
    expect(await listReportingWork(set.stranger, now)).toEqual([]);
    expect(await listReportingWork(set.coordinator, new Date("2019-09-10T20:00:00Z"))).toEqual([]);
  });
});
