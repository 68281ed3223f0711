import { describe, expect, it } from "vitest";
import { roles, systemActor, type Actor } from "#lib/record/actors/schema.ts";
import { canComposeReport } from "./policy.ts";

const actor = (role: (typeof roles)[number], organisationId: string): Actor => ({ accountId: null, name: "A", memberships: [{ role, organisationId }], system: false });

describe("who composes a report", () => {
  it.each(roles)("is the plan's Secretariat alone: %s", (role) => {
    expect(canComposeReport(actor(role, "s"), { secretariatId: "s" })).toBe(role === "secretariat");
    expect(canComposeReport(actor(role, "another"), { secretariatId: "s" })).toBe(false);
  });

  it("is the system, which records what a source says", () => {
    expect(canComposeReport(systemActor("import"), { secretariatId: "s" })).toBe(true);
  });
});
