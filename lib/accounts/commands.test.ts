import { beforeAll, describe, expect, it } from "vitest";
import { systemActor, type Actor } from "#lib/record/actors/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { addMembership, createAccount, disableAccount, enableAccount, removeMembership, setPassword } from "./commands.ts";
import { findSessionAccount, getAccount, listAccounts, listOrganisationChoices } from "./queries.ts";

const system = systemActor("test");
const now = new Date("2020-06-01T08:00:00Z");
const secret = "მწვანე კიბე ცხრაჯერ";
let organisationId = "";
let administrator: Actor;
let number = 0;

const person = (fields: object = {}) => ({ email: `person-${(number += 1)}@example.ge`, name: "ნინო ბერიძე", ...fields });

async function newAdministrator(): Promise<Actor> {
  const { id } = await createAccount(system, person({ memberships: [{ role: "administrator", organisationId: null }] }), now);
  return { accountId: id, name: "ნინო ბერიძე", memberships: [{ role: "administrator", organisationId: null }], system: false };
}

async function sessionOf(accountId: string) {
  const { sessionVersion, version } = await db().account.findUniqueOrThrow({ where: { id: accountId } });
  return { claims: { accountId, sessionVersion }, version };
}

beforeAll(async () => {
  await db().organisationKind.create({ data: { code: "public_body", label: { ka: "საჯარო უწყება" } } });
  ({ id: organisationId } = await db().organisation.create({ data: { slug: "zugdidi", name: { ka: "ზუგდიდის მერია" }, kindCode: "public_body" } }));
  administrator = await newAdministrator();
});

describe("an administrator", () => {
  it("adds an account with its roles and leaves a trace without the e-mail", async () => {
    const input = person({ email: "Giorgi@Example.ge", memberships: [{ role: "coordinator", organisationId }] });
    const { id } = await createAccount(administrator, input, now);
    expect(await getAccount(administrator, id)).toMatchObject({ email: "giorgi@example.ge", hasPassword: false, memberships: [{ role: "coordinator", organisationId }] });
    const trace = await db().auditEvent.findMany({ where: { entityId: id }, orderBy: { id: "asc" } });
    expect(trace.map(({ action }) => action)).toEqual(["account.created", "membership.added"]);
    expect(JSON.stringify(trace, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)).toLowerCase()).not.toContain("giorgi@");
  });

  it("cannot add the same e-mail twice, however it is written", async () => {
    const { email } = await db().account.findFirstOrThrow();
    await expect(createAccount(administrator, person({ email: email.toUpperCase() }), now)).rejects.toMatchObject({ code: "ALREADY_EXISTS", fieldErrors: { email: "emailTaken" } });
  });

  it("saves nothing when a role names an unknown organisation", async () => {
    const input = person({ memberships: [{ role: "coordinator", organisationId: administrator.accountId }] });
    await expect(createAccount(administrator, input, now)).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect(await db().account.count({ where: { email: input.email } })).toBe(0);
  });

  it("gives a role once and takes it away once", async () => {
    const { id } = await createAccount(administrator, person(), now);
    const role = { accountId: id, role: "moderator", organisationId } as const;
    const { id: membershipId } = await addMembership(administrator, role, now);
    await expect(addMembership(administrator, role, now)).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
    const outcomes = await Promise.allSettled([removeMembership(administrator, { membershipId }, now), removeMembership(administrator, { membershipId }, now)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().auditEvent.count({ where: { entityId: id, action: "membership.removed" } })).toBe(1);
  });

  it("cannot be an administrator twice", async () => {
    const again = { accountId: administrator.accountId ?? "", role: "administrator", organisationId: null } as const;
    await expect(addMembership(administrator, again, now)).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
  });

  it("closes an account, whose sessions end at once and do not come back", async () => {
    const { id } = await createAccount(administrator, person(), now);
    const { claims, version } = await sessionOf(id);
    expect(await findSessionAccount(claims)).toMatchObject({ id });
    await disableAccount(administrator, { accountId: id, version }, now);
    expect(await findSessionAccount(claims)).toBeNull();
    await expect(disableAccount(administrator, { accountId: id, version }, now)).rejects.toMatchObject({ code: "CONFLICT" });
    await enableAccount(administrator, { accountId: id, version: version + 1 }, now);
    expect(await findSessionAccount(claims)).toBeNull();
    expect(await findSessionAccount((await sessionOf(id)).claims)).toMatchObject({ id });
  });

  it("does not close their own account or give up their own administration", async () => {
    const own = administrator.accountId ?? "";
    const { version } = await sessionOf(own);
    await expect(disableAccount(administrator, { accountId: own, version }, now)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { id } = await db().membership.findFirstOrThrow({ where: { accountId: own } });
    await expect(removeMembership(administrator, { membershipId: id }, now)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("and another cannot remove each other at the same moment", async () => {
    const other = await newAdministrator();
    const membershipOf = async (actor: Actor) => (await db().membership.findFirstOrThrow({ where: { accountId: actor.accountId ?? "" } })).id;
    const [mine, theirs] = [await membershipOf(administrator), await membershipOf(other)];
    const outcomes = await Promise.allSettled([removeMembership(administrator, { membershipId: theirs }, now), removeMembership(other, { membershipId: mine }, now)]);
    const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(refused).toMatchObject([{ code: "LAST_ADMINISTRATOR" }]);
    expect(await db().membership.count({ where: { role: "administrator" } })).toBe(1);
  });
});

describe("anybody else", () => {
  const coordinator: Actor = { accountId: null, name: "გიორგი", memberships: [{ role: "coordinator", organisationId: "x" }], system: false };
  const id = "0192f0c1-2b3c-7d4e-8f50-123456789abc";

  it.each([
    ["createAccount", () => createAccount(coordinator, person(), now)],
    ["addMembership", () => addMembership(coordinator, { accountId: id, role: "administrator", organisationId: null }, now)],
    ["removeMembership", () => removeMembership(coordinator, { membershipId: id }, now)],
    ["disableAccount", () => disableAccount(coordinator, { accountId: id, version: 1 }, now)],
    ["enableAccount", () => enableAccount(coordinator, { accountId: id, version: 1 }, now)],
    ["listAccounts", () => listAccounts(coordinator)],
    ["listOrganisationChoices", () => listOrganisationChoices(coordinator, "ka")],
  ])("finds no %s", async (_, run) => expect(run()).rejects.toMatchObject({ code: "NOT_FOUND" }));

  it("sees no account", async () => expect(await getAccount(coordinator, id)).toBeNull());
});

describe("a password", () => {
  it("is set by the system, as argon2id, and ends the sessions", async () => {
    const { id } = await createAccount(system, person(), now);
    const { claims } = await sessionOf(id);
    await setPassword(system, { accountId: id, password: secret }, now);
    const { passwordHash } = await db().account.findUniqueOrThrow({ where: { id } });
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await findSessionAccount(claims)).toBeNull();
  });

  it("is not set by an administrator, nor set to the e-mail", async () => {
    const { id } = await createAccount(system, person({ email: "long-address@example.ge" }), now);
    const admin = await newAdministrator();
    await expect(setPassword(admin, { accountId: id, password: secret }, now)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(setPassword(system, { accountId: id, password: "long-address@example.ge" }, now)).rejects.toMatchObject({ fieldErrors: { password: "passwordTrivial" } });
  });
});
