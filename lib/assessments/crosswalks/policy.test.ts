import { expect, test } from "vitest";
import { systemActor, type Actor, type Role } from "#lib/record/actors/schema.ts";
import { canEditCrosswalk } from "./policy.ts";

const as = (role: Role, organisationId: string | null): Actor => ({ accountId: "a", name: "A", memberships: [{ role, organisationId }], system: false });

const people: [string, Actor, boolean][] = [
  ["the Secretariat itself", as("secretariat", "office"), true],
  ["another Secretariat", as("secretariat", "another"), false],
  ["a coordinator of the same office", as("coordinator", "office"), false],
  ["a monitor, who is measured by it", as("monitor", "office"), false],
  ["a moderator", as("moderator", "office"), false],
  ["an administrator", as("administrator", null), false],
  ["an import", systemActor("import"), true],
];

test.each(people)("%s: may say how the scale is read: %o", (_, actor, allowed) => {
  expect(canEditCrosswalk(actor, { secretariatId: "office" })).toBe(allowed);
});
