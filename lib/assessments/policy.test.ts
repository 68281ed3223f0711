import { describe, expect, test } from "vitest";
import { roles, systemActor, type Actor, type Role } from "#lib/record/actors/schema.ts";
import { assessorsOf, canAssess, canReadAssessment, ownerOf } from "./policy.ts";
import type { AssessmentVoice } from "./schema.ts";

const plan = { secretariatId: "office", status: "adopted" };
const as = (...memberships: [Role, string | null][]): Actor => ({ accountId: "a", name: "A", memberships: memberships.map(([role, organisationId]) => ({ role, organisationId })), system: false });
const owners: { voice: AssessmentVoice; organisationId: string; writer: Role }[] = [
  { voice: "secretariat", organisationId: "office", writer: "secretariat" },
  { voice: "independent", organisationId: "watch", writer: "monitor" },
];
const people = roles.flatMap((role) => ["office", "agency", "watch", "other", null].map((organisationId) => ({ role, organisationId })));
const cases = owners.flatMap((owner) => people.map((person) => ({ ...owner, ...person, owner, allowed: person.role === owner.writer && person.organisationId === owner.organisationId })));

test.each(cases)("a $role of $organisationId writes and reads a draft in the $voice voice: $allowed", ({ owner: { voice, organisationId: own }, role, organisationId, allowed }) => {
  const owner = { voice, organisationId: own };
  expect(canAssess(as([role, organisationId]), owner, plan)).toBe(allowed);
  expect(canReadAssessment(as([role, organisationId]), { ...owner, status: "draft" }, plan)).toBe(allowed);
});

describe("in a name", () => {
  test("of the Secretariat speaks the plan's own alone", () => {
    expect(ownerOf({ voice: "secretariat" }, plan)).toEqual({ voice: "secretariat", organisationId: "office" });
    expect(canAssess(as(["secretariat", "other"]), { voice: "secretariat", organisationId: "other" }, plan)).toBe(false);
  });

  test("of a monitor nobody speaks of a plan that is not public, and nobody with a mailed link", () => {
    const owner = ownerOf({ voice: "independent", organisationId: "watch" }, plan);
    expect(owner).toEqual({ voice: "independent", organisationId: "watch" });
    expect(canAssess(as(["monitor", "watch"]), owner, { ...plan, status: "draft" })).toBe(false);
    expect(canAssess({ ...as(["monitor", "watch"]), link: { id: "l", periodId: "p" } }, owner, plan)).toBe(false);
  });

  test("that somebody has; none where there is no such role", () => {
    const both = as(["monitor", "watch"], ["secretariat", "office"], ["secretariat", "other"], ["coordinator", "agency"]);
    expect(assessorsOf(both)).toEqual([{ voice: "secretariat" }, { voice: "independent", organisationId: "watch" }]);
    expect(assessorsOf(as(["coordinator", "agency"]))).toEqual([]);
  });
});

test("an import passes", () => {
  for (const { voice, organisationId } of owners) expect(canAssess(systemActor("import"), { voice, organisationId }, plan)).toBe(true);
});

test.each(owners)("the public reads what was published in the $voice voice, also when it was superseded, and nothing of a draft plan", ({ voice, organisationId }) => {
  const of = (status: "draft" | "published" | "superseded") => ({ voice, organisationId, status });
  expect(["draft" as const, "published" as const, "superseded" as const].map((status) => canReadAssessment(null, of(status), plan))).toEqual([false, true, true]);
  expect(canReadAssessment(null, of("published"), { ...plan, status: "draft" })).toBe(false);
});
