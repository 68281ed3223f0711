import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#lib/record/actors/schema.ts";
import { closePeriod } from "#lib/reporting/periods/commands.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { acceptUpdate, returnUpdate, saveAndSubmitUpdate, saveUpdate } from "#lib/reporting/commands.ts";
import { asAmendment } from "#prisma/amendment-factories.ts";
import { createReportedPlan } from "#prisma/reporting-factories.ts";
import { getPeriodWork } from "./queries.ts";

const now = new Date("2019-09-10T10:00:00Z");
const day = new Date("2019-05-01T10:00:00Z");
let set: Awaited<ReturnType<typeof createReportedPlan>>;
beforeEach(async () => {
  set = await createReportedPlan();
});

/** As an amendment changes a milestone of an adopted plan. */
const amend = (data: Prisma.MilestoneUncheckedUpdateInput) => asAmendment(set.plan.id, () => db().milestone.update({ where: { id: set.milestone.id }, data }));

const work = (actor = set.coordinator) => getPeriodWork(actor, set.period.id, now);
const numbers = (found: Awaited<ReturnType<typeof work>>) => found.organisations.map(({ id, commitments }) => [id, commitments.flatMap(({ items }) => items.map(({ subject }) => subject.number))]);

describe("a coordinator's screen", () => {
  it("holds everything of one's own organisation and nothing of another's", async () => {
    expect(numbers(await work())).toEqual([[set.agency.id, ["5.2", "5"]]]);
    expect(numbers(await work(set.stranger))).toEqual([[set.other.id, ["5.3"]]]);
    await expect(work(set.reviewer)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getPeriodWork(set.coordinator, "nonsense", now)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("names several organisations one after the other", async () => {
    const both: Actor = { ...set.coordinator, memberships: [...set.coordinator.memberships, ...set.stranger.memberships] };
    expect(numbers(await work(both))).toEqual([[set.agency.id, ["5.2", "5"]], [set.other.id, ["5.3"]]]);
  });

  it("has what was said last time beside what is said now", async () => {
    const first = await saveAndSubmitUpdate(set.coordinator, set.typed({ actuals: [{ indicatorId: set.milestone.indicators[0]?.id ?? "", value: "7.5", text: {} }] }), day);
    await acceptUpdate(set.reviewer, { updateId: first.id, version: first.version }, day);
    const sent = await saveAndSubmitUpdate(set.coordinator, set.typed({ progress: "suspended", reasons: { en: "A shared service" } }), now);
    await returnUpdate(set.reviewer, { updateId: sent.id, version: sent.version, note: "Which?" }, now);
    const [item] = (await work()).organisations[0]?.commitments[0]?.items ?? [];
    expect(item).toMatchObject({
      working: { status: "returned", progress: "suspended", returned: { note: "Which?" }, savedBy: set.coordinator.name },
      subject: { accepted: { progress: "in_progress", actuals: [{ value: "7.5" }] }, earlier: null, due: "2019-06", sources: [{ text: { en: "Web page" } }] },
    });
  });

  it("shows nobody the draft of the agency that led a milestone before", async () => {
    await saveUpdate(set.coordinator, set.typed(), now);
    await amend({ leadOrganisationId: set.other.id });
    const items = (await work(set.stranger)).organisations[0]?.commitments[0]?.items ?? [];
    expect(items.map(({ subject, working }) => [subject.number, working])).toEqual([["5.2", null], ["5.3", null]]);
  });

  it("leaves out what was taken out of the plan", async () => {
    await amend({ removedAt: now });
    expect(numbers(await work())).toEqual([[set.agency.id, ["5"]]]);
    await expect(saveUpdate(set.coordinator, set.typed(), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a closed period", () => {
  it("can be read, and written by the agency it was reopened for, until its day", async () => {
    await closePeriod(set.reviewer, { periodId: set.period.id, version: 1 }, now);
    expect((await work()).organisations).toMatchObject([{ open: false, until: null }]);
    await expect(saveUpdate(set.coordinator, set.typed(), now)).rejects.toMatchObject({ code: "PERIOD_NOT_OPEN" });
    await db().periodExtension.create({ data: { periodId: set.period.id, organisationId: set.agency.id, until: "2019-09-10", createdAt: now, actorName: "secretariat" } });
    expect((await work()).organisations).toMatchObject([{ open: true, until: "2019-09-10" }]);
    const draft = await saveUpdate(set.coordinator, set.typed(), now);
    await expect(saveUpdate(set.coordinator, set.typed({ ...draft, result: { en: "late" } }), new Date("2019-09-10T20:00:00Z"))).rejects.toMatchObject({ code: "PERIOD_NOT_OPEN" });
    const foreign = { subject: { commitmentId: set.commitment.id, milestoneId: set.foreign.id } };
    await expect(saveUpdate(set.stranger, set.typed(foreign), now)).rejects.toMatchObject({ code: "PERIOD_NOT_OPEN" });
  });
});

describe("a mailed link", () => {
  it("opens its own period alone", async () => {
    const link = (periodId: string): Actor => ({ ...set.coordinator, link: { id: "00000000-0000-7000-8000-000000000000", periodId } });
    expect(numbers(await work(link(set.period.id)))).toEqual([[set.agency.id, ["5.2", "5"]]]);
    await expect(work(link(set.plan.id))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(saveUpdate(link(set.plan.id), set.typed(), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
