import { describe, expect, it } from "vitest";
import { roles, systemActor, type Actor, type Role } from "#lib/record/actors/schema.ts";
import { canDraft } from "./policy.ts";

const own = "00000000-0000-7000-8000-000000000001";
const another = "00000000-0000-7000-8000-000000000002";
const actor = (role: Role, organisationId: string): Actor => ({ accountId: null, name: role, memberships: [{ role, organisationId: role === "administrator" ? null : organisationId }], system: false });

describe("who writes a plan down", () => {
  it.each(roles.flatMap((role) => [{ role, where: own, can: role === "secretariat" }, { role, where: another, can: false }]))("$role of $where: $can", ({ role, where, can }) => {
    expect(canDraft(actor(role, where), { secretariatId: own })).toBe(can);
  });

  it("also the system, and nobody without a role", () => {
    expect(canDraft(systemActor("import"), { secretariatId: own })).toBe(true);
    expect(canDraft({ accountId: null, name: "x", memberships: [], system: false }, { secretariatId: own })).toBe(false);
  });
});
