import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#lib/record/actors/schema.ts";
import { addEvidenceLink, uploadEvidence } from "#lib/evidence/commands.ts";
import { getEvidenceFile } from "#lib/evidence/queries.ts";
import { getPeriodWork } from "#lib/boards/period-work/queries.ts";
import { submitReady } from "#lib/boards/period-work/commands.ts";
import { closePeriod, openPeriod } from "#lib/reporting/periods/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { closeLimits } from "#lib/platform/limits.ts";
import { testMailServer } from "#lib/platform/testing/mail-server.ts";
import { hashToken } from "#lib/platform/tokens.ts";
import { acceptUpdate, returnUpdate, saveUpdate } from "#lib/reporting/commands.ts";
import { getUpdateForm, getUpdateForReview } from "#lib/reporting/queries.ts";
import { deliverQueuedMail } from "#prisma/mail-delivery.ts";
import { createReportedPlan } from "#prisma/reporting-factories.ts";
import { createReportingLink, openReportingLink, renewReportingLink, revokeReportingLink } from "./commands.ts";
import { findReportingLink, listReportingLinks } from "./queries.ts";

const now = new Date("2019-05-10T10:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const mailServer = testMailServer();
let set: Awaited<ReturnType<typeof createReportedPlan>>;

afterAll(closeLimits);
beforeEach(async () => {
  await db().mail.deleteMany();
  await db().rateLimit.deleteMany();
  set = await createReportedPlan();
});

const asked = (changes = {}) => ({ periodId: set.period.id, organisationId: set.agency.id, name: "ნინო", email: "nino@agency.example", locale: "ka" as const, ...changes });

/** The mails that went out, through a real mail server. */
async function mails() {
  await deliverQueuedMail(now);
  return mailServer.received;
}

async function mailed(changes = {}): Promise<{ id: string; token: string; actor: Actor }> {
  const { id } = await createReportingLink(set.reviewer, asked(changes), now);
  const mail = (await mails()).at(-1);
  const token = /\?link=([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
  const { actor } = await findReportingLink(token, now);
  if (!actor) throw new Error("the link opens nothing");
  return { id, token, actor };
}

describe("a mailed link", () => {
  it.each([
    ["ka", "მოგესალმებით, ნინო!", "/ka/reporting?link=", "9 ივნისი 2019"],
    ["en", "Hello ნინო,", "/en/reporting?link=", "9 June 2019"],
  ] as const)("says in the person's language who asks, for what, until when (%s)", async (locale, greeting, address, until) => {
    await createReportingLink(set.reviewer, asked({ locale }), now);
    const all = await mails();
    expect(all).toHaveLength(1);
    expect(all[0]?.to).toMatchObject([{ address: "nino@agency.example" }]);
    const text = all[0]?.text?.replaceAll("\u00a0", " ") ?? "";
    for (const part of [greeting, address, set.reviewer.name, "2019, annual", "Plan", until]) expect(text).toContain(part);
    expect(all[0]?.subject).toContain("agency");
  });

  it("fills nobody's mailbox, and is not for oneself", async () => {
    for (let times = 0; times < 10; times += 1) await createReportingLink(set.reviewer, asked(), now);
    await expect(createReportingLink(set.reviewer, asked(), now)).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
    const own = await db().account.create({ data: { email: `eka-${set.agency.id}@secretariat.example`, name: "ეკა", createdAt: now } });
    await expect(createReportingLink({ ...set.reviewer, accountId: own.id }, asked({ email: own.email }), now)).rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors: { email: "emailOwn" } });
  });

  it("is kept as a hash; neither the trail nor the sent mail has the token or the address", async () => {
    const { id, token } = await mailed();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await db().reportingLink.findUniqueOrThrow({ where: { id } })).toMatchObject({ tokenHash: hashToken(token), expiresAt: days(30), createdByName: set.reviewer.name });
    const trail = JSON.stringify(await db().auditEvent.findMany({ where: { entity: "reporting_link" }, select: { after: true, action: true } }));
    expect(trail).toContain("reporting_link.mailed");
    expect(trail).not.toContain("nino@");
    expect(trail + JSON.stringify(await db().mail.findMany())).not.toContain(token);
  });

  it("goes out from the plan's Secretariat alone, for an organisation that has something to report, while it may", async () => {
    for (const actor of [set.coordinator, set.stranger, set.actorAs("moderator", set.secretariat.id), set.actorAs("secretariat", set.other.id)]) {
      await expect(createReportingLink(actor, asked(), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await expect(createReportingLink(set.reviewer, asked({ organisationId: set.secretariat.id }), now)).rejects.toMatchObject({ fieldErrors: { organisationId: "unknownChoice" } });
    await closePeriod(set.reviewer, { periodId: set.period.id, version: 1 }, now);
    await expect(createReportingLink(set.reviewer, asked(), now)).rejects.toMatchObject({ code: "PERIOD_NOT_OPEN" });
    await db().periodExtension.create({ data: { periodId: set.period.id, organisationId: set.agency.id, until: "2019-12-01", createdAt: now, actorName: "secretariat" } });
    expect(await createReportingLink(set.reviewer, asked(), now)).toMatchObject({ expiresAt: new Date("2019-12-01T20:00:00Z") });
    expect(await mails()).toHaveLength(1);
  });

  it("is opened as often as anybody likes, and nothing changes by it", async () => {
    const { id, token } = await mailed();
    const before = JSON.stringify([await db().reportingLink.findUnique({ where: { id } }), await db().auditEvent.count(), await db().progressUpdate.count()]);
    for (let times = 0; times < 3; times++) expect(await findReportingLink(token, now)).toMatchObject({ fault: null, link: { id } });
    await openReportingLink("10.0.0.1", token, now);
    expect(JSON.stringify([await db().reportingLink.findUnique({ where: { id } }), await db().auditEvent.count(), await db().progressUpdate.count()])).toBe(before);
  });

  it("opens nothing once it is expired, revoked, renewed, or its period is closed; and works again when that is reopened", async () => {
    const { id, token } = await mailed();
    const fault = async (at = now) => (await findReportingLink(token, at)).fault;
    expect(await fault(days(30))).toBe("expired");
    await closePeriod(set.reviewer, { periodId: set.period.id, version: 1 }, now);
    expect([await fault(), (await findReportingLink(token, now)).actor]).toEqual(["closed", null]);
    await db().reportingPeriod.update({ where: { id: set.period.id }, data: { status: "open" } });
    expect(await fault()).toBeNull();
    const renewed = await renewReportingLink(set.reviewer, { linkId: id }, now);
    expect([await fault(), renewed.id === id]).toEqual(["revoked", false]);
    expect(await mails()).toHaveLength(2);
    await expect(openReportingLink("10.0.0.2", token, now)).rejects.toMatchObject({ code: "REPORTING_LINK_ENDED" });
    await expect(revokeReportingLink(set.coordinator, { linkId: renewed.id }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await revokeReportingLink(set.reviewer, { linkId: renewed.id }, now);
    await revokeReportingLink(set.reviewer, { linkId: renewed.id }, now);
    expect(await db().auditEvent.count({ where: { action: "reporting_link.revoked", entityId: renewed.id } })).toBe(1);
    for (const wrong of ["", "x".repeat(43), "' OR 1=1 --"]) expect((await findReportingLink(wrong, now)).fault).toBe("invalid");
  });
});

describe("who holds a link", () => {
  it("reports for its organisation and period, marked so, and reaches nothing else", async () => {
    const { id, actor } = await mailed();
    expect(actor).toMatchObject({ accountId: null, system: false, memberships: [{ role: "coordinator", organisationId: set.agency.id }], link: { id, periodId: set.period.id } });
    expect((await getPeriodWork(actor, set.period.id, now)).organisations.map((one) => one.id)).toEqual([set.agency.id]);
    const draft = await saveUpdate(actor, set.typed(), now);
    expect(await submitReady(actor, { updates: [{ updateId: draft.id, version: draft.version }] }, now)).toMatchObject([{ answer: { ok: true } }]);
    expect(await db().progressUpdate.findUniqueOrThrow({ where: { id: draft.id } })).toMatchObject({ status: "submitted", submittedLinkId: id, submittedById: null });
    const [event] = await db().auditEvent.findMany({ where: { entityId: draft.id, action: "update.submitted" } });
    expect(event).toMatchObject({ accountId: null, actorName: "ნინო", after: { status: "submitted", link: id } });
    expect(await getUpdateForReview(set.reviewer, draft.id)).toMatchObject({ link: { email: "nino@agency.example", name: "ნინო", createdByName: set.reviewer.name } });
    expect((await listReportingLinks(set.reviewer, set.period.id, now)).links).toMatchObject([{ id, state: "active", sent: [{ number: "5.2", status: "submitted" }] }]);
    await expect(listReportingLinks(set.coordinator, set.period.id, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is refused everything beyond them", async () => {
    const { actor, id } = await mailed();
    const other = await db().reportingPeriod.create({ data: { planId: set.plan.id, slug: "2020", label: { en: "2020" }, kind: "annual", startsOn: "2020-01-01", endsOn: "2020-12-31", status: "upcoming" } });
    await openPeriod(set.reviewer, { periodId: other.id, version: 1 }, now);
    const refused = (what: Promise<unknown>) => expect(what).rejects.toMatchObject({ code: "NOT_FOUND" });
    await refused(getPeriodWork(actor, other.id, now));
    await refused(saveUpdate(actor, set.typed({ periodId: other.id }), now));
    await refused(getUpdateForm(actor, other.id, set.milestone.id));
    await refused(saveUpdate(actor, set.typed({ subject: { commitmentId: set.commitment.id, milestoneId: set.foreign.id } }), now));
    await refused(uploadEvidence(actor, { organisationId: set.other.id, fileName: "a.csv", bytes: Buffer.from("a,b\n1,2\n") }, now));
    await refused(addEvidenceLink(actor, { organisationId: set.other.id, url: "https://x.example/", title: {} }, now));
    await refused(createReportingLink(actor, asked(), now));
    await refused(revokeReportingLink(actor, { linkId: id }, now));
    await refused(closePeriod(actor, { periodId: set.period.id, version: 1 }, now));
    const elsewhere = await saveUpdate(set.coordinator, set.typed({ periodId: other.id }), now);
    expect(await submitReady(actor, { updates: [{ updateId: elsewhere.id, version: elsewhere.version }] }, now)).toMatchObject([{ answer: { ok: false, code: "NOT_FOUND" } }]);
    const own = await saveUpdate(actor, set.typed(), now);
    await submitReady(actor, { updates: [{ updateId: own.id, version: own.version }] }, now);
    await expect(acceptUpdate(actor, { updateId: own.id, version: 2 }, now)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("gets at the files of its own reports, not at what a colleague uploaded and attached to nothing", async () => {
    const { actor } = await mailed();
    const colleague: Actor = { ...set.coordinator, accountId: (await db().account.create({ data: { email: `c-${set.agency.id}@example.ge`, name: "C" } })).id };
    const file = (who: Actor) => uploadEvidence(who, { organisationId: set.agency.id, fileName: "a.csv", bytes: Buffer.from("a,b\n1,2\n") }, now);
    const [mine, theirs] = [await file(actor), await file(colleague)];
    const piece = (evidenceId: string) => ({ evidenceId, verificationSourceId: null, title: {} });
    await expect(saveUpdate(actor, set.typed({ evidence: [piece(theirs.id)] }), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getEvidenceFile(actor, theirs.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await saveUpdate(actor, set.typed({ evidence: [piece(mine.id)] }), now);
    expect(await getEvidenceFile(actor, mine.id)).toMatchObject({ fileName: "a.csv", isPublic: false });
    const stranger: Actor = { ...actor, link: { id: "x", periodId: set.plan.id } };
    await expect(getEvidenceFile(stranger, mine.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is told by mail what the Secretariat decided, once", async () => {
    const { actor } = await mailed({ locale: "en" });
    const draft = await saveUpdate(actor, set.typed(), now);
    await submitReady(actor, { updates: [{ updateId: draft.id, version: 1 }] }, now);
    await returnUpdate(set.reviewer, { updateId: draft.id, version: 2, note: "Name the act" }, now);
    const all = await mails();
    expect(all).toHaveLength(2);
    expect(all[1]).toMatchObject({ subject: "Returned to you: 5.2 Portal", to: [{ address: "nino@agency.example" }] });
    expect(all[1]?.text).toContain("Name the act");
    expect(all[1]?.text).not.toContain("/workspace/");
  });
});
