import { expect, test } from "vitest";
import { roles, type Actor, type Role } from "#lib/record/actors/schema.ts";
import { canAnswer } from "./policy.ts";

const as = (role: Role, organisationId: string | null): Actor => ({ accountId: "a", name: "A", memberships: [{ role, organisationId }], system: false });

test.each(roles.flatMap((role) => ["agency", "watch", null].map((organisationId) => [role, organisationId] as const)))("%s of %s answers for the agency only as its coordinator", (role, organisationId) => {
  expect(canAnswer(as(role, organisationId), { leadOrganisationId: "agency" })).toBe(role === "coordinator" && organisationId === "agency");
});

test("a mailed link answers nothing", () => {
  expect(canAnswer({ ...as("coordinator", "agency"), accountId: null, link: { id: "l", periodId: "p" } }, { leadOrganisationId: "agency" })).toBe(false);
});
