import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAccount, disableAccount, setPassword } from "#lib/accounts/commands.ts";
import { findLink } from "#lib/accounts/links/queries.ts";
import { systemActor, type Actor } from "#lib/record/actors/schema.ts";
import { choosePassword } from "#lib/accounts/passwords/commands.ts";
import { db } from "#lib/platform/db/client.ts";
import { testMailServer } from "#lib/platform/testing/mail-server.ts";
import { deliverQueuedMail } from "#prisma/mail-delivery.ts";
import { actorAs, addCommitment, aDraftPlan, anOpenPlan, anOrganisation } from "#prisma/factories.ts";
import { invite, resendInvitation, withdrawInvitation } from "./commands.ts";
import { listCoordinators, listInvitations, listLedOrganisationChoices } from "./queries.ts";

const now = new Date("2020-06-01T08:00:00Z");
const after = (days: number) => new Date(now.getTime() + days * 86_400_000);
const secret = "მწვანე კიბე ცხრაჯერ";
const administrator: Actor = { accountId: null, name: "ანა ადმინისტრატორი", memberships: [{ role: "administrator", organisationId: null }], system: false };
const { received } = testMailServer();
let secretariat: Actor;
let agency: { id: string };
let other: { id: string };
let number = 0;

const person = (...organisationIds: string[]) => ({ email: `person-${(number += 1)}@example.ge`, name: "ნინო ბერიძე", memberships: organisationIds.map((organisationId) => ({ role: "coordinator" as const, organisationId })) });

async function mailed() {
  received.length = 0;
  await deliverQueuedMail(after(30));
  return received.map(({ to, subject, text }) => ({ to: to?.[0]?.address, subject, text: text ?? "", token: /\/setup\?link=([\w-]{43})/.exec(text ?? "")?.[1] ?? "" }));
}

beforeAll(async () => {
  const made = await anOpenPlan();
  agency = made.agency;
  secretariat = { ...actorAs("secretariat", made.secretariat.id), name: "ელენე სამდივნოდან" };
  other = await anOrganisation("elsewhere");
});
beforeEach(async () => void (await db().mail.deleteMany()));

describe("an invitation", () => {
  it.each([["ka", "მოწვევა სისტემაში „ღია ვალდებულებები“", "კოორდინატორი"], ["en", "Invitation to Open Commitments", "Coordinator"]] as const)("says in the person's language who invites, where and as what, and works once (%s)", async (locale, subject, role) => {
    const input = { ...person(agency.id, other.id), locale };
    const { id, url } = await invite(administrator, input, now);
    expect(url).toBeNull();
    const [mail] = await mailed();
    expect(mail).toMatchObject({ to: input.email, subject });
    const names = (await db().organisation.findMany({ where: { id: { in: [agency.id, other.id] } } })).map(({ name }) => (name as Record<string, string>)[locale] ?? "");
    for (const said of ["ანა ადმინისტრატორი", role, ...names, `http://localhost:3000/${locale}/setup?link=`]) expect(mail?.text).toContain(said);
    for (let times = 0; times < 2; times += 1) expect(await findLink(mail?.token ?? "", after(6))).toMatchObject({ fault: null, purpose: "invitation", account: { id } });
    await choosePassword(mail?.token ?? "", { password: secret, repeated: secret }, after(6));
    expect(await findLink(mail?.token ?? "", after(6))).toMatchObject({ fault: "LINK_USED", purpose: "invitation" });
    expect(await mailed()).toEqual([]);
    const trace = (await db().auditEvent.findMany({ where: { entityId: id }, orderBy: { id: "asc" } })).map(({ action }) => action);
    expect(trace).toEqual(["account.created", "membership.added", "membership.added", "account.invited", "account.invitation_accepted"]);
  });

  it("is good for seven days; who did not accept it is listed, and it can be sent again", async () => {
    const { id } = await invite(administrator, person(agency.id), now);
    const [first] = await mailed();
    expect((await listInvitations(administrator, now))[id]).toEqual({ state: "open", invitedAt: now, expiresAt: after(7) });
    expect((await listInvitations(administrator, after(7)))[id]).toMatchObject({ state: "expired" });
    expect(await findLink(first?.token ?? "", after(7))).toMatchObject({ fault: "LINK_EXPIRED" });
    await db().mail.deleteMany();
    await resendInvitation(administrator, { accountId: id }, after(7));
    const [second] = await mailed();
    expect(await findLink(second?.token ?? "", after(8))).toMatchObject({ fault: null });
    expect((await listInvitations(administrator, after(8)))[id]).toMatchObject({ state: "open", invitedAt: after(7) });
    await resendInvitation(administrator, { accountId: id }, after(8));
    expect(await findLink(second?.token ?? "", after(8))).toMatchObject({ fault: "LINK_EXPIRED" });
  });

  it("is withdrawn once, and its link with it", async () => {
    const { id } = await invite(administrator, person(agency.id), now);
    const [mail] = await mailed();
    await withdrawInvitation(administrator, { accountId: id }, after(1));
    await expect(withdrawInvitation(administrator, { accountId: id }, after(1))).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(choosePassword(mail?.token ?? "", { password: secret, repeated: secret }, after(1))).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    expect((await listInvitations(administrator, after(2)))[id]).toMatchObject({ state: "withdrawn", expiresAt: after(1) });
    expect(await db().auditEvent.count({ where: { entityId: id, action: "account.invitation_withdrawn" } })).toBe(1);
  });

  it("is not sent again to who has accepted it, nor to a closed account", async () => {
    const { id } = await invite(administrator, person(agency.id), now);
    await createAccount(systemActor("test"), { email: `admin-${id}@example.ge`, name: "ანა", memberships: [{ role: "administrator", organisationId: null }] }, now);
    await disableAccount(administrator, { accountId: id, version: 1 }, now);
    await expect(resendInvitation(administrator, { accountId: id }, now)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const accepted = await invite(administrator, person(agency.id), now);
    await setPassword(systemActor("test"), { accountId: accepted.id, password: secret }, now);
    await expect(resendInvitation(administrator, { accountId: accepted.id }, now)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is shown to an administrator, and to nobody else, where there is no mail server", async () => {
    const url = process.env.SMTP_URL;
    delete process.env.SMTP_URL;
    const [theirs, ours] = [await invite(administrator, person(agency.id), now), await invite(secretariat, person(agency.id), now)];
    process.env.SMTP_URL = url;
    expect(theirs.url).toMatch(/^http:\/\/localhost:3000\/ka\/setup\?link=[\w-]{43}$/);
    expect(ours.url).toBeNull();
  });

  it("adds nobody and mails nothing when a role names an unknown organisation, or the e-mail is taken", async () => {
    const input = person(agency.id, "0192f0c1-2b3c-7d4e-8f50-123456789abc");
    await expect(invite(administrator, input, now)).rejects.toMatchObject({ code: "INVALID_INPUT", fieldErrors: { "memberships.1.organisationId": "unknownChoice" } });
    expect(await db().account.count({ where: { email: input.email } })).toBe(0);
    const taken = person(agency.id);
    await invite(administrator, taken, now);
    await expect(invite(administrator, taken, now)).rejects.toMatchObject({ code: "ALREADY_EXISTS", fieldErrors: { email: "emailTaken" } });
    expect(await mailed()).toHaveLength(1);
  });
});

describe("a Secretariat", () => {
  it("invites coordinators of the organisations that lead something in its plans, and sees where it stands", async () => {
    expect((await listLedOrganisationChoices(secretariat, "en")).map(({ value }) => value)).toEqual([agency.id]);
    const { id } = await invite(secretariat, person(agency.id), now);
    expect((await listCoordinators(secretariat, now)).find((one) => one.id === id)).toMatchObject({ mine: true, hasPassword: false, invitation: { state: "open" }, organisations: [{ en: expect.stringContaining("agency") }] });
    expect((await mailed())[0]?.text).toContain("ელენე სამდივნოდან");
    await resendInvitation(secretariat, { accountId: id }, now);
    await withdrawInvitation(secretariat, { accountId: id }, now);
  });

  it("invites nobody else", async () => {
    await expect(invite(secretariat, person(other.id), now)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(invite(secretariat, { ...person(), memberships: [{ role: "secretariat", organisationId: agency.id }] }, now)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { id } = await invite(administrator, person(agency.id, other.id), now);
    await expect(resendInvitation(secretariat, { accountId: id }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listCoordinators(secretariat, now)).find((one) => one.id === id)).toMatchObject({ mine: false });
  });

  it("gets no hold of an organisation by writing its name into a draft", async () => {
    const draft = await aDraftPlan();
    await addCommitment(draft.reviewer, draft.plan.id, agency.id);
    expect(await listLedOrganisationChoices(draft.reviewer, "en")).toEqual([]);
    expect(await listCoordinators(draft.reviewer, now)).toEqual([]);
    await expect(invite(draft.reviewer, person(agency.id), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listLedOrganisationChoices(secretariat, "en")).map(({ value }) => value)).toEqual([agency.id]);
  });

  it("leaves to administrators who writes for an organisation in another Secretariat's plan, too", async () => {
    const [theirs, ours] = [await anOpenPlan(), await anOpenPlan()];
    await addCommitment(ours.reviewer, ours.plan.id, theirs.agency.id, { number: "2", slug: "two" });
    await addCommitment(ours.reviewer, ours.plan.id, theirs.secretariat.id, { number: "3", slug: "three" });
    for (const { id } of [theirs.agency, theirs.secretariat]) await expect(invite(ours.reviewer, person(id), now)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await listLedOrganisationChoices(ours.reviewer, "en")).map(({ value }) => value)).toEqual([ours.agency.id]);
    const { id } = await invite(administrator, person(theirs.agency.id), now);
    expect((await listCoordinators(ours.reviewer, now)).find((one) => one.id === id)).toMatchObject({ mine: false });
    await expect(resendInvitation(ours.reviewer, { accountId: id }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("does not report to itself", async () => {
    const input = person(other.id);
    const { id } = await invite(administrator, input, now);
    await expect(invite({ ...secretariat, accountId: id }, { ...input, memberships: person(agency.id).memberships }, now)).rejects.toMatchObject({ code: "FORBIDDEN", fieldErrors: { email: "emailOwn" } });
  });

  it("fills nobody's mailbox", async () => {
    const { id } = await invite(secretariat, person(agency.id), now);
    for (let times = 1; times < 10; times += 1) await resendInvitation(secretariat, { accountId: id }, now);
    await expect(resendInvitation(secretariat, { accountId: id }, now)).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
  });

  it("gives a further organisation to somebody who works already, and the mail has no link to choose a password", async () => {
    const known = person(other.id);
    const { id } = await invite(administrator, known, now);
    await setPassword(systemActor("test"), { accountId: id, password: secret }, now);
    await db().mail.deleteMany();
    expect(await invite(secretariat, { ...known, name: "სხვა სახელი", memberships: [{ role: "coordinator", organisationId: agency.id }] }, now)).toEqual({ id, url: null, mailed: true, known: true });
    const [mail] = await mailed();
    expect(mail).toMatchObject({ to: known.email, subject: "კიდევ ერთი როლი სისტემაში „ღია ვალდებულებები“", token: "" });
    expect(await db().account.findUniqueOrThrow({ where: { id }, include: { memberships: true } })).toMatchObject({ name: known.name, memberships: [{}, {}] });
    await expect(invite(secretariat, { ...known, memberships: [{ role: "coordinator", organisationId: agency.id }] }, now)).rejects.toMatchObject({ fieldErrors: { "memberships.0.organisationId": "duplicate" } });
  });
});

describe("anybody else", () => {
  it.each(["coordinator", "moderator", "monitor"] as const)("a %s invites nobody and sees no list", async (role) => {
    const actor = actorAs(role, agency.id);
    await expect(invite(actor, person(agency.id), now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(listCoordinators(actor, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(listInvitations(actor, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { id } = await invite(administrator, person(agency.id), now);
    for (const attempt of [resendInvitation, withdrawInvitation]) await expect(attempt(actor, { accountId: id }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
