import { describe, expect, it } from "vitest";
import { roles, systemActor, type Actor } from "#lib/record/actors/schema.ts";
import { canManageOrganisations, canNameOrganisations } from "./policy.ts";

describe("who keeps the list of organisations", () => {
  it.each(roles.map((role) => ({ role, can: role === "administrator" })))("$role: $can", ({ role, can }) => {
    const actor: Actor = { accountId: null, name: role, memberships: [{ role, organisationId: role === "administrator" ? null : "o" }], system: false };
    expect(canManageOrganisations(actor)).toBe(can);
  });

  it("also the system, and nobody without a role", () => {
    expect(canManageOrganisations(systemActor("import"))).toBe(true);
    expect(canManageOrganisations({ accountId: null, name: "x", memberships: [], system: false })).toBe(false);
  });
});

describe("who names an organisation that a plan needs", () => {
  it.each(roles.map((role) => ({ role, can: role === "administrator" || role === "secretariat" })))("$role: $can", ({ role, can }) => {
    expect(canNameOrganisations({ accountId: null, name: role, memberships: [{ role, organisationId: role === "administrator" ? null : "o" }], system: false })).toBe(can);
  });
});
