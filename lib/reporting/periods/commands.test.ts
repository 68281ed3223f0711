import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { createReportedPlan } from "#prisma/reporting-factories.ts";
import { closePeriod, createPeriod, openPeriod, reopenPeriod } from "./commands.ts";
import { createPeriodSchema } from "./schema.ts";

const now = new Date("2020-01-10T10:00:00Z");
let set: Awaited<ReturnType<typeof createReportedPlan>>;
beforeAll(async () => {
  set = await createReportedPlan();
});

const typed = (slug: string) => createPeriodSchema.parse({ planId: set.plan.id, slug, label: { en: "2020" }, kind: "annual", startsOn: "2020-01-01", endsOn: "2020-12-31", dueOn: "2021-01-31" });

describe("a Secretariat's reporting period", () => {
  it("is added, opened, closed and reopened, each with its trace", async () => {
    const made = await createPeriod(set.reviewer, typed("2020"), now);
    const opened = await openPeriod(set.reviewer, { periodId: made.id, version: made.version }, now);
    const closed = await closePeriod(set.reviewer, { periodId: made.id, version: opened.version }, now);
    await reopenPeriod(set.reviewer, { periodId: made.id, version: closed.version }, now);
    expect(await db().reportingPeriod.findUnique({ where: { id: made.id } })).toMatchObject({ status: "open", version: 4, dueOn: "2021-01-31" });
    const events = await db().auditEvent.findMany({ where: { entity: "period", entityId: made.id }, orderBy: { id: "asc" } });
    expect(events.map(({ action }) => action)).toEqual(["period.created", "period.opened", "period.closed", "period.reopened"]);
  });

  it("has an address of its own", async () => {
    await expect(createPeriod(set.reviewer, typed("2019"), now)).rejects.toMatchObject({ code: "ALREADY_EXISTS", fieldErrors: { slug: "duplicate" } });
  });

  it("is nobody else's to see", async () => {
    await expect(createPeriod(set.coordinator, typed("x"), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(closePeriod(set.coordinator, { periodId: set.period.id, version: 1 }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("tells whoever comes second", async () => {
    const both = await Promise.allSettled([1, 2].map(() => closePeriod(set.reviewer, { periodId: set.period.id, version: 1 }, now)));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("opens only in an adopted plan", async () => {
    const draft = await createReportedPlan("in_consultation");
    const made = await createPeriod(draft.reviewer, { ...typed("2020"), planId: draft.plan.id }, now);
    await expect(openPeriod(draft.reviewer, { periodId: made.id, version: 1 }, now)).rejects.toMatchObject({ code: "PLAN_NOT_ADOPTED" });
  });

  it.each([["endsOn", "2019-12-31"], ["dueOn", "2019-12-31"]])("does not have its %s before its start", (field, value) => {
    const result = createPeriodSchema.safeParse({ ...typed("z"), dueOn: "", [field]: value });
    expect(result.error?.issues).toMatchObject([{ path: [field], message: "endBeforeStart" }]);
  });
});
