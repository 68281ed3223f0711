import { describe, expect, it } from "vitest";
import { roles, systemActor, type Actor, type Role } from "#lib/record/actors/schema.ts";
import { canDisableAccount, canManageAccounts, canRemoveMembership, canSetPassword } from "./policy.ts";

const actorWith = (...own: Role[]): Actor => ({
  accountId: "me",
  name: "ნინო",
  memberships: own.map((role) => ({ role, organisationId: role === "administrator" ? null : "city-hall" })),
  system: false,
});
const others = roles.filter((role) => role !== "administrator");

describe("who may do what with accounts", () => {
  it.each(others)("a %s nothing", (role) => {
    const actor = actorWith(role);
    expect([canManageAccounts(actor), canDisableAccount(actor, { id: "other" }), canRemoveMembership(actor, { accountId: "other", role: "coordinator" }), canSetPassword(actor)]).toEqual([false, false, false, false]);
  });

  it("an administrator everything but setting a password", () => {
    const actor = actorWith("administrator");
    expect([canManageAccounts(actor), canDisableAccount(actor, { id: "other" }), canRemoveMembership(actor, { accountId: "other", role: "administrator" }), canSetPassword(actor)]).toEqual([true, true, true, false]);
  });

  it("an administrator does not lock themselves out", () => {
    const actor = actorWith("administrator", "secretariat");
    expect(canDisableAccount(actor, { id: "me" })).toBe(false);
    expect(canRemoveMembership(actor, { accountId: "me", role: "administrator" })).toBe(false);
    expect(canRemoveMembership(actor, { accountId: "me", role: "secretariat" })).toBe(true);
  });

  it("only the system sets a password", () => expect(canSetPassword(systemActor("demo"))).toBe(true));
});
