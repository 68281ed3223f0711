import { describe, expect, it } from "vitest";
import { countStates, filterAgencies, isOverdue } from "./rules.ts";
import { boardFilterSchema } from "./schema.ts";

describe("overdue", () => {
  const lastDay = "2027-01-31";
  it.each([
    ["none", null, "2027-01-31T19:59:59Z", false],
    ["none", null, "2027-01-31T20:00:00Z", true],
    ["returned", null, "2027-02-10T08:00:00Z", true],
    ["submitted", null, "2027-02-10T08:00:00Z", false],
    ["accepted", null, "2027-02-10T08:00:00Z", false],
    ["draft", "2027-02-15", "2027-02-10T08:00:00Z", false],
    ["draft", "2027-02-15", "2027-02-15T20:00:00Z", true],
  ] as const)("%s, its own day %s, at %s: %s", (state, until, at, overdue) => expect(isOverdue(state, lastDay, until, new Date(at))).toBe(overdue));

  it("is nothing where no day is set", () => expect(isOverdue("none", null, null, new Date("2030-01-01"))).toBe(false));
});

describe("the board", () => {
  const line = (state: "none" | "draft" | "accepted", overdue = false) => ({ state, overdue });
  const agencies = [{ id: "a", lines: [line("accepted"), line("draft", true)] }, { id: "b", lines: [line("none", true), line("none", true)] }, { id: "c", lines: [line("accepted")] }];
  const ids = (filter: Parameters<typeof filterAgencies>[1]) => filterAgencies(agencies, filter).map(({ id, lines }) => [id, lines.length]);

  it("puts first who owes most", () => expect(ids({ state: null, agency: null })).toEqual([["b", 2], ["a", 2], ["c", 1]]));
  it("shows who has something in one state, and those lines alone", () => {
    expect(ids({ state: "overdue", agency: null })).toEqual([["b", 2], ["a", 1]]);
    expect(ids({ state: "accepted", agency: "a" })).toEqual([["a", 1]]);
    expect(ids({ state: "submitted", agency: null })).toEqual([]);
  });
  it("counts what stands where", () => expect(countStates(agencies.flatMap(({ lines }) => lines))).toEqual({ none: 2, draft: 1, returned: 0, submitted: 0, accepted: 2, overdue: 3, sent: 2 }));
  it("takes from the address what it understands", () => expect(boardFilterSchema.parse({ state: "nonsense", agency: "x" })).toEqual({ state: null, agency: null }));
});
