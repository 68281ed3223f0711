import { describe, expect, it } from "vitest";
import { fieldsSchemas } from "#lib/editing/schema.ts";
import { begunAt, numberAfter } from "./rules.ts";

describe("the number that comes next", () => {
  it.each([["5.1", "5.2"], ["9", "10"], ["1.9.", "1.10"], ["A2", "A3"], ["II", null], [null, null]])("after %s is %s", (last, next) => expect(numberAfter(last)).toBe(next));
});

describe("a new thing", () => {
  const lead = "0190163d-8694-739b-aea5-966c26f8ad90";
  const entry = { version: 1, removed: false, staged: null };
  const title = { en: "Title" };
  const content: Parameters<typeof begunAt>[2] = {
    parts: [{ ...entry, entity: "part", id: "I", place: { parentId: null }, fields: fieldsSchemas.part.parse({ kind: "challenge", number: "1", title }) }],
    commitments: [{ ...entry, entity: "commitment", id: "c", place: { partId: "I" }, fields: fieldsSchemas.commitment.parse({ number: "4", leadOrganisationId: lead }) }],
    milestones: [{ ...entry, entity: "milestone", id: "m", place: { commitmentId: "c", parentId: null }, fields: fieldsSchemas.milestone.parse({ number: "4.2", title, leadOrganisationId: lead }) }],
  };

  it("is numbered among its like where it will stand", () => {
    expect(begunAt("part", {}, content)).toEqual({ kind: "challenge", number: "2" });
    expect(begunAt("commitment", { partId: "I" }, content)).toEqual({ number: "5" });
    expect(begunAt("commitment", {}, content)).toEqual({ number: "1" });
    expect(begunAt("milestone", { commitmentId: "c" }, content)).toEqual({ number: "4.3", leadOrganisationId: lead });
    expect(begunAt("milestone", { commitmentId: "c", parentId: "m" }, content)).toEqual({ number: "4.2.1", leadOrganisationId: lead });
    expect(begunAt("legal_act", {}, content)).toEqual({});
  });
});
