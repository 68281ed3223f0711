import { describe, expect, it } from "vitest";
import type { Progress } from "#lib/reporting/schema.ts";
import { choicesAmong, isFiltered, knownFilters, matchesFilters, parseFilters, planAddress, planPageOf, type PlanFilters } from "./rules.ts";

const none: PlanFilters = { status: null, agency: null, area: null, sdg: null, overdue: false };

describe("filters in an address", () => {
  it("are read", () => {
    expect(parseFilters({ status: "suspended", agency: "zugdidi-city-hall", area: "innovation_technology", sdg: "16", overdue: "yes" })).toEqual({
      status: "suspended", agency: "zugdidi-city-hall", area: "innovation_technology", sdg: 16, overdue: true,
    });
    expect(parseFilters({ status: "not_reported" }).status).toBe("not_reported");
  });

  it.each([{}, { status: "", agency: "", area: "", sdg: "", overdue: "" }, { status: "done", agency: "<b>", area: "Ä", sdg: "18", overdue: "1" }, { sdg: "16.0" }, { sdg: "-1" }, { other: "x" }, { agency: "a".repeat(101) }])(
    "are ignored when they are empty or unknown: %o",
    (query) => {
      expect(parseFilters(query)).toEqual(none);
      expect(isFiltered(parseFilters(query))).toBe(false);
    },
  );

  it("count once when they are repeated", () => expect(parseFilters({ status: ["completed", "suspended"], sdg: [] })).toEqual({ ...none, status: "completed" }));

  it("choose from what the commitments have, each once: areas by their place, SDGs by their number", () => {
    const [city, council] = [{ slug: "city" }, { slug: "council" }];
    const [first, last] = [{ code: "transparency", position: 1 }, { code: "inclusion", position: 5 }];
    const commitments = [{ agencies: [council, city], areas: [last], sdgs: [{ number: 16 }] }, { agencies: [city], areas: [first, last], sdgs: [{ number: 5 }, { number: 16 }] }];
    expect(choicesAmong(commitments)).toEqual({ agencies: [council, city], areas: [first, last], sdgs: [{ number: 5 }, { number: 16 }] });
  });

  it("are dropped when the plan has nothing of them", () => {
    const choices = { agencies: [{ slug: "a" }], areas: [{ code: "x" }], sdgs: [{ number: 16 }] };
    expect(knownFilters({ ...none, agency: "b", area: "y", sdg: 1, overdue: true }, choices)).toEqual({ ...none, overdue: true });
    expect(knownFilters({ ...none, agency: "a", area: "x", sdg: 16 }, choices)).toEqual({ ...none, agency: "a", area: "x", sdg: 16 });
  });
});

describe("what is shown", () => {
  const line = (progress: Progress | null, overdueMonths: number | null, ...agencies: string[]) => ({ standing: { progress, overdueMonths }, agencies });
  const commitment = { ...line("in_progress", null, "ministry"), areas: ["transparency"], sdgs: [16], milestones: [line("completed", null, "ministry"), line(null, 3, "agency", "partner")] };
  const matches = (filters: Partial<PlanFilters>) => matchesFilters(commitment, { ...none, ...filters });

  it("is everything without filters", () => expect(matches({})).toBe(true));

  it.each([
    [{ status: "in_progress" }, true],
    [{ status: "completed" }, true],
    [{ status: "not_reported" }, true],
    [{ status: "suspended" }, false],
    [{ agency: "partner" }, true],
    [{ agency: "stranger" }, false],
    [{ overdue: true }, true],
    [{ area: "transparency", sdg: 16 }, true],
    [{ area: "inclusion" }, false],
    [{ sdg: 5 }, false],
  ] as const)("looks at the milestones, too: %o → %s", (filters, shown) => expect(matches(filters)).toBe(shown));

  it("asks all of one and the same line", () => {
    expect(matches({ status: "not_reported", agency: "agency", overdue: true })).toBe(true);
    expect(matches({ status: "completed", agency: "agency" })).toBe(false);
    expect(matches({ status: "completed", overdue: true })).toBe(false);
  });
});

describe("a page of a plan", () => {
  interface Part { id: string; commitments: string[]; children: Part[] }
  const part = (id: string, commitments: string[] = [], children: Part[] = []): Part => ({ id, commitments, children });
  const held = { loose: ["a", "b"], parts: [part("I", ["c"], [part("I.1", ["d", "e"]), part("I.2")]), part("II"), part("III", ["f"])] };

  it("is the whole where it fits", () => expect(planPageOf(held, 1, 8)).toEqual({ page: 1, pages: 1, ...held }));

  it("holds so many commitments and empty parts, under the parts that they stand in", () => {
    const pages = [1, 2, 3].map((page) => planPageOf(held, page, 3));
    expect(pages).toEqual([
      { page: 1, pages: 3, loose: ["a", "b"], parts: [part("I", ["c"])] },
      { page: 2, pages: 3, loose: [], parts: [part("I", [], [part("I.1", ["d", "e"]), part("I.2")])] },
      { page: 3, pages: 3, loose: [], parts: [part("II"), part("III", ["f"])] },
    ]);
    expect(planPageOf(held, 9, 3)).toEqual(pages[2]);
  });

  it("has one address", () => {
    expect(planAddress("p", none)).toBe("/plans/p");
    expect(planAddress("p", { ...none, sdg: 16, overdue: true }, 2)).toBe("/plans/p?sdg=16&overdue=yes&page=2");
  });
});
