import { beforeAll, describe, expect, it } from "vitest";
import { endExtension, extendPeriod } from "#lib/reporting/extensions/commands.ts";
import { closePeriod } from "#lib/reporting/periods/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { consume } from "#lib/platform/limits.ts";
import { saveAndSubmitUpdate, saveUpdate } from "#lib/reporting/commands.ts";
import { createReportedPlan } from "#prisma/reporting-factories.ts";
import { getBoard } from "./queries.ts";

const now = new Date("2019-09-10T10:00:00Z");

let set: Awaited<ReturnType<typeof createReportedPlan>>;

beforeAll(async () => {
  set = await createReportedPlan();
  await db().account.create({ data: { email: `nino-${set.agency.slug}@example.ge`, name: "Nino", memberships: { create: { role: "coordinator", organisationId: set.agency.id } } } });
});

const board = () => getBoard(set.reviewer, set.period.id, now);
const told = async () => (await board()).agencies.map(({ id, open, lines }) => [id, open, lines.map(({ number, whole, state }) => [number, whole, state])]);

describe("the Secretariat's board", () => {
  it("shows every agency with what it has to report, and follows the reports", async () => {
    expect(await told()).toEqual([
      [set.agency.id, true, [["5.2", false, "none"], ["5", true, "none"]]],
      [set.other.id, true, [["5.3", false, "none"]]],
    ]);
    const draft = await saveUpdate(set.coordinator, set.typed(), now);
    expect((await board()).agencies[0]).toMatchObject({ coordinators: 1, links: 0, lines: [{ state: "draft", updateId: null }, {}] });
    const sent = await saveAndSubmitUpdate(set.coordinator, set.typed({ ...draft, reasons: { en: "Late tender" } }), now);
    expect((await board()).agencies[0]?.lines[0]).toMatchObject({ state: "submitted", updateId: sent.id });
  });

  it("is nobody else's", async () => {
    for (const actor of [set.coordinator, set.stranger, set.actorAs("secretariat", set.agency.id), set.actorAs("administrator", null as never)]) {
      await expect(getBoard(actor, set.period.id, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await expect(getBoard(set.reviewer, "nonsense", now)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a period reopened for one agency", () => {
  const reopen = (changes: object = {}) => ({ periodId: set.period.id, organisationId: set.other.id, until: "2019-09-20", reason: "A late decision", version: null, ...changes });
  const foreign = (changes: object = {}) => set.typed({ subject: { commitmentId: set.commitment.id, milestoneId: set.foreign.id }, ...changes });

  it("is closed first, led by the agency, and lasts to a day that is still to come", async () => {
    await expect(extendPeriod(set.reviewer, reopen(), now)).rejects.toMatchObject({ code: "PERIOD_NOT_CLOSED" });
    await closePeriod(set.reviewer, { periodId: set.period.id, version: set.period.version }, now);
    await expect(extendPeriod(set.reviewer, reopen({ until: "2019-09-09" }), now)).rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors: { until: "dayPast" } });
    await expect(extendPeriod(set.reviewer, reopen({ organisationId: set.secretariat.id }), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(extendPeriod(set.coordinator, reopen(), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(saveUpdate(set.stranger, foreign(), now)).rejects.toMatchObject({ code: "PERIOD_NOT_OPEN" });
  });

  it("takes this agency's reports to the end of the day, and no other's; the agency is told and it leaves a trace", async () => {
    await db().account.create({ data: { email: `gia-${set.other.slug}@example.ge`, name: "Gia", locale: "en", memberships: { create: { role: "coordinator", organisationId: set.other.id } } } });
    await extendPeriod(set.reviewer, reopen(), now);
    expect((await told()).map(([id, open]) => [id, open])).toEqual([[set.agency.id, false], [set.other.id, true]]);
    const last = new Date("2019-09-20T19:59:00Z");
    const draft = await saveUpdate(set.stranger, foreign(), last);
    await expect(saveUpdate(set.stranger, foreign({ ...draft }), new Date("2019-09-20T20:01:00Z"))).rejects.toMatchObject({ code: "PERIOD_NOT_OPEN" });
    await expect(saveUpdate(set.coordinator, set.typed({ subject: { commitmentId: set.commitment.id, milestoneId: null } }), now)).rejects.toMatchObject({ code: "PERIOD_NOT_OPEN" });
    const mail = await db().mail.findFirstOrThrow({ where: { recipient: `gia-${set.other.slug}@example.ge` } });
    expect(mail).toMatchObject({ kind: "period.extended", locale: "en", subject: "You can report again until 20\u00a0September 2019: 2019, annual" });
    expect(mail.body).toContain("Reason: A late decision");
    expect(mail.body).toContain(`/en/workspace/periods/${set.period.id}`);
    expect(await db().auditEvent.findFirst({ where: { action: "period.extended", entityId: set.period.id } })).toMatchObject({ actorName: set.reviewer.name, after: { until: "2019-09-20" } });
  });

  it("is reopened by one of two at once, moved by whoever saw it, and closed again", async () => {
    await expect(extendPeriod(set.reviewer, reopen(), now)).rejects.toMatchObject({ code: "CONFLICT" });
    await extendPeriod(set.reviewer, reopen({ until: "2019-09-30", version: 1 }), now);
    await expect(extendPeriod(set.reviewer, reopen({ until: "2019-10-30", version: 1 }), now)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(endExtension(set.coordinator, { ...reopen(), version: 2 }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await endExtension(set.reviewer, { periodId: set.period.id, organisationId: set.other.id, version: 2 }, now);
    expect((await told()).map(([, open]) => open)).toEqual([false, false]);
  });

  it("fills nobody's mailbox", async () => {
    await db().rateLimit.deleteMany();
    await consume("extension-mail", `${set.period.id} ${set.other.id}`, 20, 86_400, 20);
    await expect(extendPeriod(set.reviewer, reopen(), now)).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
  });
});
