import { beforeAll, describe, expect, it } from "vitest";
import { createAccount, disableAccount, setPassword } from "#lib/accounts/commands.ts";
import { findSessionAccount } from "#lib/accounts/queries.ts";
import { systemActor, type Actor } from "#lib/actors/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { changeOwnPassword, choosePassword, createFirstAdministrator, createPasswordLink, createSetupLink, inviteAccount, verifySignIn } from "./commands.ts";
import { findLink } from "./queries.ts";

const system = systemActor("test");
const now = new Date("2020-06-01T08:00:00Z");
const nextWeek = new Date("2020-06-08T08:00:01Z");
const secret = "მწვანე კიბე ცხრაჯერ";
const another = "ლურჯი კარი ათჯერ";
const twice = (password: string) => ({ password, repeated: password });
const tokenOf = (made: { url: string } | null) => new URL(made?.url ?? "http://none.invalid").searchParams.get("link") ?? "";
let number = 0;

async function newPerson(password: string | null = secret) {
  const email = `person-${(number += 1)}@example.ge`;
  const { id } = await createAccount(system, { email, name: "ნინო ბერიძე" }, now);
  if (password) await setPassword(system, { accountId: id, password }, now);
  return { id, email, actor: { accountId: id, name: "ნინო ბერიძე", memberships: [], system: false } satisfies Actor };
}

describe("the first administrator", () => {
  const input = (email: string) => ({ email, name: "ნინო ბერიძე", ...twice(secret) });

  it("is created by a link that works once, and not after its day", async () => {
    const token = tokenOf(await createSetupLink(system, now));
    expect(await findLink(token, now)).toMatchObject({ fault: null, purpose: "first_administrator" });
    await expect(createFirstAdministrator(token, input("late@example.ge"), new Date("2020-06-02T08:00:00Z"))).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    await expect(createFirstAdministrator("x".repeat(43), input("late@example.ge"), now)).rejects.toMatchObject({ code: "LINK_INVALID" });
    const attempts = ["first@example.ge", "second@example.ge", "third@example.ge"].map((email) => createFirstAdministrator(token, input(email), now));
    const outcomes = await Promise.allSettled(attempts);
    const refusals = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(refusals).toMatchObject([{ code: "LINK_USED" }, { code: "LINK_USED" }]);
    expect(await db().account.count()).toBe(1);
    expect(await db().membership.count({ where: { role: "administrator" } })).toBe(1);
    expect(await createSetupLink(system, now)).toBeNull();
  });

  it("can sign in", async () => {
    const { email, id } = await db().account.findFirstOrThrow();
    expect(await verifySignIn({ email, password: secret, address: "192.0.2.9" }, now)).toMatchObject({ accountId: id });
  });

  it("is no business of a person", async () => {
    const { actor } = await newPerson();
    await expect(createSetupLink(actor, now)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("signing in", () => {
  it("gives a session of the present version and leaves a trace", async () => {
    const { id, email } = await newPerson();
    const session = await verifySignIn({ email, password: secret, address: "192.0.2.1" }, now);
    expect(await findSessionAccount(session)).toMatchObject({ id });
    expect(await db().auditEvent.count({ where: { entityId: id, action: "account.signed_in" } })).toBe(1);
  });

  it("refuses a wrong password, an unknown e-mail, a closed account and one without a password in the same way", async () => {
    const [known, closed, unset] = [await newPerson(), await newPerson(), await newPerson(null)];
    await disableAccount(system, { accountId: closed.id, version: 1 }, now);
    const attempts = [
      { email: known.email, password: "wrong password", address: "192.0.2.2" },
      { email: "nobody@example.ge", password: secret, address: "192.0.2.2" },
      { email: closed.email, password: secret, address: "192.0.2.2" },
      { email: unset.email, password: secret, address: "192.0.2.2" },
    ];
    for (const attempt of attempts) await expect(verifySignIn(attempt, now)).rejects.toMatchObject({ code: "UNAUTHENTICATED", fieldErrors: {} });
  });

  it("stops after eight wrong passwords from one address, even for the right one, but not elsewhere", async () => {
    const { email } = await newPerson();
    const attempt = (password: string, address: string) => verifySignIn({ email, password, address }, now);
    for (let times = 0; times < 8; times += 1) await expect(attempt("wrong password", "192.0.2.3")).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(attempt(secret, "192.0.2.3")).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
    await expect(attempt(secret, "192.0.2.4")).resolves.toHaveProperty("accountId");
  });

  it("does not count who knows the password", async () => {
    const { email } = await newPerson();
    for (let times = 0; times < 12; times += 1) await verifySignIn({ email, password: secret, address: "192.0.2.5" }, now);
  });

  it("stops one address that tries many accounts", async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 64 }, (_, index) => verifySignIn({ email: `guess-${index}@example.ge`, password: "x", address: "192.0.2.6" }, now)));
    const codes = outcomes.map((outcome) => (outcome.status === "rejected" ? String(outcome.reason.code) : "in"));
    expect(codes.filter((code) => code === "TOO_MANY_ATTEMPTS")).toHaveLength(4);
  });
});

describe("a link to choose a password", () => {
  let administrator: Actor;
  beforeAll(() => {
    administrator = { accountId: null, name: "ადმინისტრატორი", memberships: [{ role: "administrator", organisationId: null }], system: false };
  });

  it("is mailed to the person in their language, and is in the database only as a hash", async () => {
    const { id, url } = await inviteAccount(administrator, { email: "invited@example.ge", name: "Ann", locale: "en" }, now);
    const mail = await db().mail.findFirstOrThrow({ where: { recipient: "invited@example.ge" } });
    expect(mail).toMatchObject({ kind: "account.link", locale: "en" });
    expect(mail.body).toContain(url);
    expect(url).toMatch(/^http:\/\/localhost:3000\/en\/setup\?link=[\w-]{43}$/);
    expect(await db().accountLink.count({ where: { accountId: id, tokenHash: { contains: tokenOf({ url }) } } })).toBe(0);
  });

  it("mails nothing when the account cannot be added", async () => {
    const before = await db().mail.count();
    await expect(inviteAccount(administrator, { email: "invited@example.ge", name: "Ann" }, now)).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
    expect(await db().mail.count()).toBe(before);
  });

  it("sets the password once, and ends earlier sessions", async () => {
    const { id, email } = await newPerson();
    const session = await verifySignIn({ email, password: secret, address: "192.0.2.7" }, now);
    const token = tokenOf(await createPasswordLink(administrator, { accountId: id }, now));
    const outcomes = await Promise.allSettled([choosePassword(token, twice(another), now), choosePassword(token, twice(another), now)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(choosePassword(token, twice(secret), now)).rejects.toMatchObject({ code: "LINK_USED" });
    expect(await findSessionAccount(session)).toBeNull();
    await expect(verifySignIn({ email, password: another, address: "192.0.2.7" }, now)).resolves.toMatchObject({ accountId: id });
  });

  it("stops working after a week, when a newer one was sent, and when the account is closed", async () => {
    const { id } = await newPerson(null);
    const [first, second] = [tokenOf(await createPasswordLink(administrator, { accountId: id }, now)), tokenOf(await createPasswordLink(administrator, { accountId: id }, now))];
    await expect(choosePassword(first, twice(secret), now)).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    await expect(choosePassword(second, twice(secret), nextWeek)).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    await disableAccount(administrator, { accountId: id, version: 1 }, now);
    await expect(choosePassword(second, twice(secret), now)).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    await expect(createPasswordLink(administrator, { accountId: id }, now)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is kept when the password is refused", async () => {
    const { id, email } = await newPerson(null);
    const token = tokenOf(await createPasswordLink(administrator, { accountId: id }, now));
    await expect(choosePassword(token, twice(email), now)).rejects.toMatchObject({ fieldErrors: { password: "passwordTrivial" } });
    await expect(choosePassword(token, twice(secret), now)).resolves.toEqual({ email });
  });

  it("does not make an administrator, and is made by administrators alone", async () => {
    const { id, actor } = await newPerson(null);
    const token = tokenOf(await createPasswordLink(administrator, { accountId: id }, now));
    await expect(createFirstAdministrator(token, { email: "x@example.ge", name: "x", ...twice(secret) }, now)).rejects.toMatchObject({ code: "LINK_INVALID" });
    await expect(createPasswordLink(actor, { accountId: id }, now)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("one's own password", () => {
  it("is changed knowing the present one, and every session ends", async () => {
    const { email, actor } = await newPerson();
    const session = await verifySignIn({ email, password: secret, address: "192.0.2.8" }, now);
    await expect(changeOwnPassword(actor, { current: "wrong password", ...twice(another) }, now)).rejects.toMatchObject({ fieldErrors: { current: "passwordWrong" } });
    await changeOwnPassword(actor, { current: secret, ...twice(another) }, now);
    expect(await findSessionAccount(session)).toBeNull();
    await expect(verifySignIn({ email, password: another, address: "192.0.2.8" }, now)).resolves.toHaveProperty("accountId");
  });

  it("is guessed eight times at most", async () => {
    const { actor } = await newPerson();
    const attempt = () => changeOwnPassword(actor, { current: "wrong password", ...twice(another) }, now);
    for (let times = 0; times < 8; times += 1) await expect(attempt()).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await expect(attempt()).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
  });
});
