import { expect, it } from "vitest";
import { roles, systemActor, type Actor, type Role } from "#lib/record/actors/schema.ts";
import { auditScope, type AuditScope } from "./policy.ts";

const scopes: Record<Role, AuditScope> = { administrator: "all", secretariat: { secretariatIds: ["office"] }, coordinator: null, moderator: null, monitor: null };
const as = (...memberships: Actor["memberships"]): Actor => ({ accountId: "a", name: "A", memberships, system: false });

it.each(roles)("a %s reads the trail as far as it concerns them", (role) => {
  expect(auditScope(as({ role, organisationId: role === "administrator" ? null : "office" }))).toEqual(scopes[role]);
});

it("who works for two Secretariats reads both plans' changes, who has no role none, the system all", () => {
  expect(auditScope(as({ role: "secretariat", organisationId: "a" }, { role: "coordinator", organisationId: "c" }, { role: "secretariat", organisationId: "b" }))).toEqual({ secretariatIds: ["a", "b"] });
  expect(auditScope(as())).toBeNull();
  expect(auditScope(systemActor("job"))).toBe("all");
});
