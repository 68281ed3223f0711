import { describe, expect, it } from "vitest";
import { roles, type Actor, type Role } from "#lib/record/actors/schema.ts";
import { canImport } from "./policy.ts";

const actor = (role: Role, organisationId: string | null): Actor => ({ accountId: null, name: role, memberships: [{ role, organisationId }], system: false });

describe("who brings a plan in", () => {
  it.each(roles.flatMap((role) => [{ role, where: "own", can: role === "secretariat" }, { role, where: "another", can: false }]))("$role of $where: $can", ({ role, where, can }) => {
    expect(canImport(actor(role, role === "administrator" ? null : where), "own")).toBe(can);
  });
});
