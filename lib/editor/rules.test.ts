import { describe, expect, it } from "vitest";
import type { PlanContent } from "#lib/editing/schema.ts";
import { begunAt, numberAfter } from "./rules.ts";

describe("the number that comes next", () => {
  it.each([["5.1", "5.2"], ["9", "10"], ["1.9.", "1.10"], ["A2", "A3"], ["II", null], [null, null]])("after %s is %s", (last, next) => expect(numberAfter(last)).toBe(next));
});

describe("a new thing", () => {
  const content = {
    parts: [{ id: "I", removed: false, place: { parentId: null }, fields: { kind: "challenge", number: "1" } }],
    commitments: [{ id: "c", removed: false, place: { partId: "I" }, fields: { number: "4", leadOrganisationId: "lead" } }],
    milestones: [{ id: "m", removed: false, place: { commitmentId: "c", parentId: null }, fields: { number: "4.2" } }],
  } as unknown as PlanContent;

  it("is numbered among its like where it will stand", () => {
    expect(begunAt("part", {}, content)).toEqual({ kind: "challenge", number: "2" });
    expect(begunAt("commitment", { partId: "I" }, content)).toEqual({ number: "5" });
    expect(begunAt("commitment", {}, content)).toEqual({ number: "1" });
    expect(begunAt("milestone", { commitmentId: "c" }, content)).toEqual({ number: "4.3", leadOrganisationId: "lead" });
    expect(begunAt("milestone", { commitmentId: "c", parentId: "m" }, content)).toEqual({ number: "4.2.1", leadOrganisationId: "lead" });
    expect(begunAt("legal_act", {}, content)).toEqual({});
  });
});
