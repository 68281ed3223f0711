import { describe, expect, it } from "vitest";
import { roles, systemActor, type Actor, type Role } from "#lib/actors/schema.ts";
import { canReadUpdate, canReport, canReview } from "./policy.ts";
import { updateStatuses } from "./schema.ts";

const as = (role: Role, organisationId: string | null): Actor => ({ accountId: "a", name: "A", memberships: [{ role, organisationId }], system: false });
const plan = { secretariatId: "secretariat", status: "adopted" };
const everybody = roles.flatMap((role) => ["agency", "secretariat", "other", null].map((organisationId) => [role, organisationId] as const));

describe("who may", () => {
  it.each(everybody)("%s of %s: report only as coordinator of the lead agency, review only as the plan's Secretariat", (role, organisationId) => {
    const actor = as(role, organisationId);
    expect(canReport(actor, { leadOrganisationId: "agency" })).toBe(role === "coordinator" && organisationId === "agency");
    expect(canReview(actor, plan)).toBe(role === "secretariat" && organisationId === "secretariat");
  });

  it.each(everybody.flatMap(([role, organisationId]) => updateStatuses.map((status) => [role, organisationId, status] as const)))("%s of %s reads a %s update", (role, organisationId, status) => {
    const open = status === "accepted" || status === "superseded";
    const own = (role === "coordinator" && organisationId === "agency") || (role === "secretariat" && organisationId === "secretariat");
    expect(canReadUpdate(as(role, organisationId), { status, organisationId: "agency" }, plan)).toBe(open || own);
    expect(canReadUpdate(as(role, organisationId), { status, organisationId: "agency" }, { ...plan, status: "draft" })).toBe(own);
  });

  it.each(updateStatuses)("the public reads a %s update only once it is accepted", (status) => {
    expect(canReadUpdate(null, { status, organisationId: "agency" }, plan)).toBe(status === "accepted" || status === "superseded");
  });

  it("the system may", () => {
    expect(canReport(systemActor("import"), { leadOrganisationId: "agency" })).toBe(true);
    expect(canReview(systemActor("import"), plan)).toBe(true);
  });
});
