import { describe, expect, it } from "vitest";
import type { Actor, Role } from "#lib/actors/schema.ts";
import { rolesOf, signInAddress, workspacePlaces } from "./rules.ts";

const actorWith = (...own: Role[]): Actor => ({ accountId: "me", name: "ნინო", memberships: own.map((role) => ({ role, organisationId: role === "administrator" ? null : "city-hall" })), system: false });

describe("what the navigation offers", () => {
  it.each([
    ["administrator", ["desk", "administration", "audit"]],
    ["secretariat", ["desk", "periods", "review", "assessments", "reports", "comments", "audit"]],
    ["coordinator", ["desk", "periods"]],
    ["moderator", ["desk", "comments"]],
    ["monitor", ["desk"]],
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
