import { describe, expect, it } from "vitest";
import { roles, systemActor, type Actor, type Role } from "#lib/record/actors/schema.ts";
import { canAnswerRecommendation, canOpenRecommendation, canReadProcess, canRecordProcess } from "./policy.ts";

const as = (role: Role, organisationId: string | null): Actor => ({ accountId: "a", name: "A", memberships: [{ role, organisationId }], system: false });
const everybody = roles.flatMap((role) => ["secretariat", "agency", "other", null].map((organisationId) => [role, organisationId] as const));
const event = { secretariatId: "secretariat", status: "published" };

describe("the process", () => {
  it.each(everybody)("is recorded by its Secretariat alone: %s of %s", (role, organisationId) => {
    const own = role === "secretariat" && organisationId === "secretariat";
    expect(canRecordProcess(as(role, organisationId), event)).toBe(own);
    expect(canReadProcess(as(role, organisationId), { ...event, isPublic: false })).toBe(own);
    expect(canReadProcess(as(role, organisationId), { ...event, isPublic: true })).toBe(true);
  });

  it("is read by everybody once it is public, and nobody before", () => {
    expect([canReadProcess(null, { ...event, isPublic: true }), canReadProcess(null, { ...event, isPublic: false })]).toEqual([true, false]);
    expect(canRecordProcess(systemActor("import"), event)).toBe(true);
  });
});

describe("a recommendation", () => {
  it.each(everybody)("to an agency is answered by its coordinators: %s of %s", (role, organisationId) => {
    const actor = as(role, organisationId);
    const answers = role === "coordinator" && organisationId === "agency";
    const records = role === "secretariat" && organisationId === "secretariat";
    expect(canAnswerRecommendation(actor, { addresseeId: "agency", event })).toBe(answers);
    expect(canOpenRecommendation(actor, { addresseeId: "agency", event })).toBe(answers || records);
    expect(canOpenRecommendation(actor, { addresseeId: "agency", event: { ...event, status: "draft" } })).toBe(records);
  });

  it.each(everybody)("to the Secretariat itself is answered by its own people: %s of %s", (role, organisationId) => {
    const own = organisationId === "secretariat" && (role === "secretariat" || role === "coordinator");
    expect(canAnswerRecommendation(as(role, organisationId), { addresseeId: "secretariat", event })).toBe(own);
  });

  it("is nobody's who came by a mailed link", () => {
    const person: Actor = { ...as("coordinator", "agency"), accountId: null, link: { id: "link", periodId: "period" } };
    expect(canAnswerRecommendation(person, { addresseeId: "agency", event })).toBe(false);
  });
});
