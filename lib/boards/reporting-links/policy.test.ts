import { describe, expect, it } from "vitest";
import { roles, type Actor } from "#lib/record/actors/schema.ts";
import { canManageLinks } from "./policy.ts";

const plan = { secretariatId: "secretariat" };

describe("links are mailed and revoked", () => {
  it.each(roles.flatMap((role) => ["secretariat", "other", null].map((organisationId) => [role, organisationId] as const)))("by %s of %s only as the plan's Secretariat", (role, organisationId) => {
    const actor: Actor = { accountId: "a", name: "A", memberships: [{ role, organisationId }], system: false };
    expect(canManageLinks(actor, plan)).toBe(role === "secretariat" && organisationId === "secretariat");
    expect(canManageLinks({ ...actor, link: { id: "link", periodId: "period" } }, plan)).toBe(false);
  });
});
