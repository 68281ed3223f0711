import { expect, test } from "vitest";
import { systemActor, type Actor, type Role } from "#lib/actors/schema.ts";
import { canAssess, canReadAssessment } from "./policy.ts";

const plan = { secretariatId: "secretariat-office", status: "adopted" };
const as = (role: Role, organisationId: string | null): Actor => ({ accountId: "a", name: "A", memberships: [{ role, organisationId }], system: false });

const people: [string, Actor, boolean][] = [
  ["the plan's Secretariat", as("secretariat", "secretariat-office"), true],
  ["another plan's Secretariat", as("secretariat", "another-office"), false],
  ["a coordinator of the Secretariat's office", as("coordinator", "secretariat-office"), false],
  ["the agency's coordinator", as("coordinator", "agency"), false],
  ["a moderator", as("moderator", "secretariat-office"), false],
  ["a monitor", as("monitor", "secretariat-office"), false],
  ["an administrator", as("administrator", null), false],
  ["an import", systemActor("import"), true],
];

test.each(people)("%s: may assess and read a draft: %o", (_, actor, allowed) => {
  expect(canAssess(actor, plan)).toBe(allowed);
  expect(canReadAssessment(actor, { status: "draft" }, plan)).toBe(allowed);
});

test("the public reads what was published, also when it was superseded, and nothing of a draft plan", () => {
  expect(canReadAssessment(null, { status: "published" }, plan)).toBe(true);
  expect(canReadAssessment(null, { status: "superseded" }, plan)).toBe(true);
  expect(canReadAssessment(null, { status: "draft" }, plan)).toBe(false);
  expect(canReadAssessment(null, { status: "published" }, { ...plan, status: "draft" })).toBe(false);
});
