import { describe, expect, it } from "vitest";
import { roles, type Actor, type Role } from "#lib/record/actors/schema.ts";
import { bringsUnseen, canReadEvidence, canUpload, isPublicEvidence, type EvidencePlace } from "./policy.ts";

const as = (role: Role, organisationId: string | null): Actor => ({ accountId: "a", name: "A", memberships: [{ role, organisationId }], system: false });
const plan = { status: "adopted", secretariatId: "secretariat" };
const loose: EvidencePlace = { organisationId: "agency", removed: false, frozen: false, update: null, assessment: null, event: null };
const everybody = roles.flatMap((role) => ["agency", "secretariat", "other", null].map((organisationId) => [role, organisationId] as const));
const of = (status: string): EvidencePlace => ({ ...loose, update: { status, periodId: "period", plan } });

describe("evidence", () => {
  it.each(roles.flatMap((role) => ["agency", "other", null].map((organisationId) => [role, organisationId] as const)))("%s of %s uploads for the agency only as its own reporter, Secretariat or monitor", (role, organisationId) => {
    const own = organisationId === "agency" && ["coordinator", "secretariat", "monitor"].includes(role);
    expect(canUpload(as(role, organisationId), "agency")).toBe(own);
    expect(canReadEvidence(as(role, organisationId), loose)).toBe(own);
  });

  it.each(["draft", "submitted", "returned", "accepted", "superseded"])("of a %s update", (status) => {
    const open = status === "accepted" || status === "superseded";
    expect(isPublicEvidence(of(status))).toBe(open);
    expect(canReadEvidence(null, of(status))).toBe(open);
    expect(canReadEvidence(as("secretariat", "secretariat"), of(status))).toBe(true);
    expect(canReadEvidence(as("coordinator", "other"), of(status))).toBe(open);
  });

  it.each(["draft", "published", "superseded"])("of a %s assessment", (status) => {
    expect(canReadEvidence(null, { ...loose, assessment: { status, voice: "secretariat", plan } })).toBe(status !== "draft");
  });

  it.each(everybody)("%s of %s reads the proof of a draft only as who writes it or reviews it", (role, organisationId) => {
    const actor = as(role, organisationId);
    const reports = role === "coordinator" && organisationId === "agency";
    const reviews = role === "secretariat" && organisationId === "secretariat";
    expect(canReadEvidence(actor, of("draft"))).toBe(reports || reviews);
    expect(canReadEvidence(actor, { ...of("draft"), removed: true })).toBe(reports);
    expect(canReadEvidence(actor, { ...loose, organisationId: "secretariat", assessment: { status: "draft", voice: "secretariat", plan } })).toBe(reviews);
  });

  it.each(everybody)("%s of %s reads what a monitor's draft rests on only as a monitor of the same organisation; once published it is everybody's", (role, organisationId) => {
    const proof = (status: string) => ({ ...loose, organisationId: "other", assessment: { status, voice: "independent", plan } });
    expect(canReadEvidence(as(role, organisationId), proof("draft"))).toBe(role === "monitor" && organisationId === "other");
    expect(bringsUnseen(as(role, organisationId), "other")).toBe(role === "monitor" && organisationId === "other");
    for (const status of ["published", "superseded"]) expect(canReadEvidence(null, proof(status))).toBe(true);
  });

  it.each(["period", "other"])("is opened by a mailed link only where it belongs to its period (%s)", (periodId) => {
    const person: Actor = { ...as("coordinator", "agency"), accountId: null, link: { id: "link", periodId } };
    expect(canUpload(person, "agency")).toBe(true);
    expect(canUpload(person, "other")).toBe(false);
    expect(canReadEvidence(person, loose)).toBe(false);
    expect(canReadEvidence(person, of("draft"))).toBe(periodId === "period");
    expect(canReadEvidence(person, { ...of("draft"), organisationId: "other" })).toBe(false);
    expect(canReadEvidence(person, of("accepted"))).toBe(true);
    expect(canReadEvidence(person, { ...loose, assessment: { status: "draft", voice: "secretariat", plan } })).toBe(false);
  });

  it.each(everybody)("%s of %s reads a draft event's document only as its Secretariat; a public one's is everybody's", (role, organisationId) => {
    const document = { ...loose, organisationId: "secretariat", event: { status: "draft", secretariatId: "secretariat" } };
    expect(canReadEvidence(as(role, organisationId), document)).toBe(role === "secretariat" && organisationId === "secretariat");
    for (const status of ["published", "cancelled"]) expect(canReadEvidence(null, { ...document, event: { status, secretariatId: "secretariat" } })).toBe(true);
    expect(canReadEvidence(null, { ...document, removed: true, event: { status: "published", secretariatId: "secretariat" } })).toBe(false);
    expect(canReadEvidence(null, { ...document, removed: true, frozen: true, event: { status: "published", secretariatId: "secretariat" } })).toBe(true);
  });

  it("stays closed in a draft plan, and once it is taken out", () => {
    expect(canReadEvidence(null, { ...loose, update: { status: "accepted", periodId: "period", plan: { ...plan, status: "draft" } } })).toBe(false);
    expect(canReadEvidence(null, { ...of("accepted"), removed: true })).toBe(false);
    expect(canReadEvidence(as("secretariat", "secretariat"), { ...of("accepted"), removed: true })).toBe(false);
  });
});
