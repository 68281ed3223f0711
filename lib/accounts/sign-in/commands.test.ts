import { describe, expect, it } from "vitest";
import { createAccount, disableAccount, setPassword } from "#lib/accounts/commands.ts";
import { findSessionAccount } from "#lib/accounts/queries.ts";
import { findLink } from "#lib/accounts/links/queries.ts";
import { systemActor, type Actor } from "#lib/record/actors/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { createFirstAdministrator, createSetupLink, signOut, verifySignIn } from "./commands.ts";

const system = systemActor("test");
const now = new Date("2020-06-01T08:00:00Z");
const secret = "მწვანე კიბე ცხრაჯერ";
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

describe("signing out", () => {
  it("ends every session of the account, so that a copied token is worth nothing", async () => {
    const { id, email } = await newPerson();
    const enter = () => verifySignIn({ email, password: secret, address: "192.0.2.10" }, now);
    const [session, copied] = [await enter(), await enter()];
    await signOut(session, now);
    expect(await findSessionAccount(copied)).toBeNull();
    expect(await db().auditEvent.count({ where: { entityId: id, action: "account.signed_out" } })).toBe(1);
  });

  it("by a session that had ended ends no other", async () => {
    const { id, email } = await newPerson();
    const enter = () => verifySignIn({ email, password: secret, address: "192.0.2.11" }, now);
    const old = await enter();
    await signOut(old, now);
    const session = await enter();
    await signOut(old, now);
    expect(await findSessionAccount(session)).toMatchObject({ id });
    expect(await db().auditEvent.count({ where: { entityId: id, action: "account.signed_out" } })).toBe(1);
  });
});
