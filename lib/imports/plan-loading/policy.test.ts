import { expect, it } from "vitest";
import { roles, systemActor } from "#lib/record/actors/schema.ts";
import { canImportPlans } from "./policy.ts";

it.each(roles)("a %s loads no plan file", (role) => {
  expect(canImportPlans({ accountId: "a", name: "A", memberships: [{ role, organisationId: role === "administrator" ? null : "o" }], system: false })).toBe(false);
});

it("only who operates the installation does", () => expect(canImportPlans(systemActor("import"))).toBe(true));
