import { describe, expect, it } from "vitest";
import { roles, systemActor, type Actor, type Role } from "#lib/record/actors/schema.ts";
import { canReadUpdate, canReport, canReview } from "./policy.ts";
import { updateStatuses } from "./schema.ts";

const as = (role: Role, organisationId: string | null): Actor => ({ accountId: "a", name: "A", memberships: [{ role, organisationId }], system: false });
const subject = { leadOrganisationId: "agency", period: { id: "period" } };
const plan = { secretariatId: "secretariat", status: "adopted" };
const everybody = roles.flatMap((role) => ["agency", "secretariat", "other", null].map((organisationId) => [role, organisationId] as const));

describe("who may", () => {
  it.each(everybody)("%s of %s: report only as coordinator of the lead agency, review only as the plan's Secretariat", (role, organisationId) => {
    const actor = as(role, organisationId);
    expect(canReport(actor, subject)).toBe(role === "coordinator" && organisationId === "agency");
    expect(canReview(actor, plan)).toBe(role === "secretariat" && organisationId === "secretariat");
  });

  it.each(everybody.flatMap(([role, organisationId]) => updateStatuses.map((status) => [role, organisationId, status] as const)))("%s of %s reads a %s update", (role, organisationId, status) => {
    const open = status === "accepted" || status === "superseded";
    const own = (role === "coordinator" && organisationId === "agency") || (role === "secretariat" && organisationId === "secretariat");
    expect(canReadUpdate(as(role, organisationId), { status, organisationId: "agency", periodId: "period" }, plan)).toBe(open || own);
    expect(canReadUpdate(as(role, organisationId), { status, organisationId: "agency", periodId: "period" }, { ...plan, status: "draft" })).toBe(own);
  });

  it.each(updateStatuses)("the public reads a %s update only once it is accepted", (status) => {
    expect(canReadUpdate(null, { status, organisationId: "agency", periodId: "period" }, plan)).toBe(status === "accepted" || status === "superseded");
  });

  it.each(["period", "other"])("somebody with a mailed link reaches its period alone (%s)", (periodId) => {
    const person: Actor = { ...as("coordinator", "agency"), accountId: null, link: { id: "link", periodId } };
    expect(canReport(person, subject)).toBe(periodId === "period");
    expect(canReport(person, { ...subject, leadOrganisationId: "other" })).toBe(false);
    expect(canReview(person, plan)).toBe(false);
    for (const status of updateStatuses) {
      const open = status === "accepted" || status === "superseded";
      expect(canReadUpdate(person, { status, organisationId: "agency", periodId: "period" }, plan)).toBe(open || periodId === "period");
      expect(canReadUpdate(person, { status, organisationId: "other", periodId: "period" }, plan)).toBe(open);
    }
  });

  it("the system may", () => {
    expect(canReport(systemActor("import"), subject)).toBe(true);
    expect(canReview(systemActor("import"), plan)).toBe(true);
  });
});
