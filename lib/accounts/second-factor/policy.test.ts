import { describe, expect, it } from "vitest";
import { roles, systemActor, type Actor, type Role } from "#lib/record/actors/schema.ts";
import { canResetSecondFactor } from "./policy.ts";

const actorWith = (role: Role): Actor => ({ accountId: "me", name: "ნინო", memberships: [{ role, organisationId: role === "administrator" ? null : "city-hall" }], system: false });

describe("who may take a second factor from somebody", () => {
  it.each(roles.map((role) => ({ role, other: role === "administrator" })))("$role: $other", ({ role, other }) => {
    expect(canResetSecondFactor(actorWith(role), { id: "other" })).toBe(other);
    expect(canResetSecondFactor(actorWith(role), { id: "me" })).toBe(false);
  });

  it("the system may", () => expect(canResetSecondFactor(systemActor("test"), { id: "other" })).toBe(true));
});
