import { expect, test } from "vitest";
import { systemActor, type Actor, type Role } from "#lib/record/actors/schema.ts";
import { canComposeReport } from "#lib/reports/sections/policy.ts";
import { canRecordPublishedReport } from "./policy.ts";

const plan = { secretariatId: "secretariat-office" };
const as = (role: Role, organisationId: string | null): Actor => ({ accountId: "a", name: "A", memberships: [{ role, organisationId }], system: false });

const people: [string, Actor, { compose: boolean; record: boolean }][] = [
  ["the plan's Secretariat", as("secretariat", "secretariat-office"), { compose: true, record: false }],
  ["another plan's Secretariat", as("secretariat", "another-office"), { compose: false, record: false }],
  ["a coordinator", as("coordinator", "secretariat-office"), { compose: false, record: false }],
  ["a moderator", as("moderator", "secretariat-office"), { compose: false, record: false }],
  ["a monitor", as("monitor", "secretariat-office"), { compose: false, record: false }],
  ["an administrator", as("administrator", null), { compose: false, record: true }],
  ["an import", systemActor("import"), { compose: true, record: true }],
];

test.each(people)("%s: %o", (_, actor, allowed) => {
  expect({ compose: canComposeReport(actor, plan), record: canRecordPublishedReport(actor) }).toEqual(allowed);
});
