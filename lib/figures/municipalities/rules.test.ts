import { describe, expect, it } from "vitest";
import { municipalities } from "#lib/record/lists/schema.ts";
import { isCalled, standingFrom, typedName } from "./rules.ts";

const found = (typed: string) => municipalities.filter((one) => isCalled(typed, one)).map(({ slug }) => slug);

describe("what a resident types to find a municipality", () => {
  it.each([
    ["ზუგდიდი", ["zugdidi"]], ["ზუგ", ["zugdidi"]], ["zug", ["zugdidi"]], ["Zugdidi municipality", ["zugdidi"]], ["ყვარელი", ["kvareli"]], ["გარდაბანი", ["gardabani"]], ["ონი", ["oni"]], ["მესტია", ["mestia"]], ["ქალაქი ფოთი", ["poti"]],
    ["გურია", ["lanchkhuti", "ozurgeti", "chokhatauri"]], ["guria", ["lanchkhuti", "ozurgeti", "chokhatauri"]], ["პარიზი", []],
  ])("“%s”", (typed, slugs) => expect(found(typed)).toEqual(slugs));

  it("is all of them when nothing was typed", () => expect(found(typedName(undefined))).toHaveLength(64));

  it("is one line, whatever the address says", () => {
    expect([typedName(["  ზუგ\n დიდი "]), typedName("x".repeat(500)).length, typedName("(.*")]).toEqual(["ზუგ დიდი", 100, "(.*"]);
    expect(found("(.*")).toHaveLength(64);
  });
});

describe("where all that concerns a municipality stands", () => {
  const grade = (id: string, rank: number) => ({ gradeId: id, label: { en: id }, rank, of: 4 });
  const none = { gradeId: null, label: null, rank: null, of: 0 };

  it("is each axis counted by itself, the best grade first", () => {
    const rows = [
      { progress: "suspended", ...grade("worst", 0), count: 2, overdue: 2 }, { progress: "completed", ...grade("best", 3), count: 1, overdue: 0 },
      { progress: "completed", ...grade("worst", 0), count: 1, overdue: 0 }, { progress: null, ...none, count: 3, overdue: 1 },
    ];
    expect(standingFrom(rows)).toMatchObject({ total: 7, overdue: 3, progress: { suspended: 2, completed: 2, not_reported: 3, in_progress: 0 }, grades: [{ id: "best", count: 1 }, { id: "worst", count: 3 }], notAssessed: 3 });
  });

  it("is nothing where nothing was promised", () => expect(standingFrom([])).toMatchObject({ total: 0, overdue: 0, grades: [], notAssessed: 0 }));
});
