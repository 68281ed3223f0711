import { expect, it } from "vitest";
import { roles, systemActor, type Actor } from "#lib/record/actors/schema.ts";
import { canManagePeriods } from "./policy.ts";

const plan = { secretariatId: "s" };

it.each(roles.flatMap((role) => ["s", "other", null].map((organisationId) => [role, organisationId] as const)))("%s of %s manages periods only as the plan's Secretariat", (role, organisationId) => {
  const actor: Actor = { accountId: "a", name: "A", memberships: [{ role, organisationId }], system: false };
  expect(canManagePeriods(actor, plan)).toBe(role === "secretariat" && organisationId === "s");
});

it("lets the system", () => expect(canManagePeriods(systemActor("import"), plan)).toBe(true));
