import { describe, expect, it } from "vitest";
import { roles, type Actor, type Role } from "#lib/record/actors/schema.ts";
import { needsSecondFactor, rolesOf, secondFactorAddress, signInAddress, workspacePlaces } from "./rules.ts";

const actorWith = (...own: Role[]): Actor => ({ accountId: "me", name: "ნინო", memberships: own.map((role) => ({ role, organisationId: role === "administrator" ? null : "city-hall" })), system: false });

describe("what the navigation offers", () => {
  it.each([
    ["administrator", ["desk", "administration", "audit"]],
    ["secretariat", ["desk", "periods", "review", "assessments", "reports", "comments", "process", "plans", "coordinators", "audit"]],
    ["coordinator", ["desk", "periods", "answers"]],
    ["moderator", ["desk", "comments"]],
    ["monitor", ["desk", "assessments"]],
  ] as const)("a %s", (role, keys) => {
    expect(workspacePlaces(actorWith(role)).map(({ key }) => key)).toEqual(keys);
    expect(rolesOf(actorWith(role))).toEqual([role]);
  });

  it("somebody without a role", () => expect(workspacePlaces(actorWith()).map(({ key }) => key)).toEqual(["desk"]));
});

it.each([
  ["/en/workspace/review?page=2&_rsc=1x", "/en/sign-in?next=%2Fen%2Fworkspace%2Freview%3Fpage%3D2"],
  ["/ka/workspace?_rsc=1x", "/ka/sign-in?next=%2Fka%2Fworkspace"],
  ["/", "/ka/sign-in?next=%2F"],
])("from %s the way leads to %s", (path, address) => expect(signInAddress(path)).toBe(address));

describe("a second factor", () => {
  it.each(roles.map((role) => ({ role, needed: role === "administrator" || role === "secretariat" })))("is asked of a $role: $needed", ({ role, needed }) => {
    expect(needsSecondFactor([{ role: "coordinator" }, { role }], { demo: false })).toBe(needed);
    expect(needsSecondFactor([{ role }], { demo: true })).toBe(false);
  });

  it("is set up before anything else, and then the way goes on", () => {
    expect(secondFactorAddress("/en/workspace/review?page=2")).toBe("/en/second-factor?next=%2Fen%2Fworkspace%2Freview%3Fpage%3D2");
  });
});
