import { describe, expect, it } from "vitest";
import { fieldsSchemas, type PlanEntry } from "#lib/editing/schema.ts";
import { destinationsOf, flat, outlineOf, placeDown, placeUp, siblingsOf, type OutlineLine } from "./rules.ts";

const lead = "0190163d-8694-739b-aea5-966c26f8ad90";
const entry = { version: 1, removed: false, staged: null };
const part = (id: string, parentId: string | null = null): PlanEntry<"part"> => ({ ...entry, entity: "part", id, place: { parentId }, fields: fieldsSchemas.part.parse({ kind: "part", title: { en: id } }) });
const commitment = (id: string, partId: string | null): PlanEntry<"commitment"> => ({ ...entry, entity: "commitment", id, place: { partId }, fields: fieldsSchemas.commitment.parse({ number: id, leadOrganisationId: lead }) });
const milestone = (id: string, commitmentId: string, parentId: string | null = null): PlanEntry<"milestone"> => ({
  ...entry, entity: "milestone", id, place: { commitmentId, parentId }, fields: fieldsSchemas.milestone.parse({ number: id, title: { en: id }, leadOrganisationId: lead }),
});

const content = {
  parts: [part("I"), part("I.a", "I"), part("II")],
  commitments: [commitment("1", "I"), commitment("2", null), commitment("3", "I"), commitment("4", "II")],
  milestones: [milestone("1.1", "1"), milestone("1.1.1", "1", "1.1"), milestone("1.2", "1"), milestone("1.3", "1"), milestone("3.1", "3")],
};
const outline = outlineOf(content);
const all = flat(outline);
const find = (id: string) => all.find((line) => line.id === id) as OutlineLine;
const levelOf = (id: string) => all.find(({ children }) => children.some((child) => child.id === id))?.children ?? outline;
const siblings = (id: string) => siblingsOf(find(id), levelOf(id));

describe("the outline of a plan", () => {
  it("holds everything once, where it stands", () => {
    const shape = (lines: readonly OutlineLine[]): unknown => lines.map(({ id, children }) => (children.length ? [id, shape(children)] : id));
    expect(shape(outline)).toEqual(["2", ["I", [["1", [["1.1", ["1.1.1"]], "1.2", "1.3"]], ["3", ["3.1"]], "I.a"]], ["II", ["4"]]]);
  });

  it("moves up and down among its like on one level, by places in the whole list", () => {
    expect(placeUp(find("1"), siblings("1"))).toBeNull();
    expect(placeUp(find("3"), siblings("3"))).toEqual({ after: null });
    expect(placeUp(find("1.3"), siblings("1.3"))).toEqual({ after: "1.1.1" });
    expect(placeDown(find("1.1"), siblings("1.1"))).toEqual({ after: "1.2" });
    expect(placeDown(find("1.3"), siblings("1.3"))).toBeNull();
    expect(placeUp(find("II"), siblings("II"))).toEqual({ after: null });
  });

  it("offers every other place, and none inside itself", () => {
    const places = (id: string) => Object.fromEntries(destinationsOf(find(id), levelOf(id), outline).map(({ key, place }) => [key, place]));
    expect(places("1.3")).toEqual({
      first: { after: null }, "behind-1.1": { after: "1.1" }, "into-1.1": { parentId: "1.1", after: "1.1.1" }, "into-1.1.1": { parentId: "1.1.1" }, "into-1.2": { parentId: "1.2" },
      "into-3": { commitmentId: "3", parentId: null, after: "3.1" }, "into-4": { commitmentId: "4", parentId: null }, "into-2": { commitmentId: "2", parentId: null },
    });
    expect(places("2")).toEqual({ "into-I": { partId: "I", after: "3" }, "into-I.a": { partId: "I.a" }, "into-II": { partId: "II", after: "4" } });
    expect(places("I")).toEqual({ "behind-II": { after: "II" }, "into-II": { parentId: "II" } });
    expect(places("I.a")).toEqual({ "into-II": { parentId: "II" }, top: { parentId: null } });
    expect(Object.keys(places("1.1.1"))).toEqual(["into-2", "into-1", "into-1.2", "into-1.3", "into-3", "into-4"]);
  });
});
