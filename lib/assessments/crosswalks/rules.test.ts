import { describe, expect, it } from "vitest";
import { changesOf, requireChange, requireNext, requireWhole } from "./rules.ts";

const completions = ["completion.not_started", "completion.limited", "completion.complete"];
const grades = ["none", "some", "all"];
const whole = [
  { grade: "all", completion: "completion.complete" },
  { grade: "some", completion: "completion.limited" },
  { grade: "none", completion: null },
];
const refused = (run: () => void) => {
  try {
    run();
  } catch (error) {
    return error;
  }
  return null;
};

describe("a version of a crosswalk", () => {
  it("changes what it reads otherwise, and everything when it is the first", () => {
    expect(changesOf(null, whole)).toEqual(whole.map(({ grade, completion }) => ({ grade, from: undefined, to: completion })));
    const later = whole.map((entry) => (entry.grade === "none" ? { ...entry, completion: "completion.not_started" } : entry));
    expect(changesOf(whole, later)).toEqual([{ grade: "none", from: null, to: "completion.not_started" }]);
    expect(changesOf(whole, [...whole].reverse())).toEqual([]);
  });

  it("reads every grade once, on IRM's scale or as nothing there", () => {
    expect(refused(() => requireWhole(whole, grades, completions))).toBeNull();
    expect(refused(() => requireWhole(whole.slice(1), grades, completions))).toMatchObject({ code: "INVALID_INPUT", fieldErrors: { entries: "choiceRequired" } });
    const twice = [...whole, { grade: "all", completion: null }];
    expect(refused(() => requireWhole(twice, grades, completions))).toMatchObject({ fieldErrors: { "entries.3.completion": "unknownChoice" } });
    const foreign = [{ grade: "all", completion: "completion.brilliant" }, ...whole.slice(1), { grade: "more", completion: null }];
    expect(refused(() => requireWhole(foreign, grades, completions))).toMatchObject({ fieldErrors: { "entries.0.completion": "unknownChoice", "entries.3.completion": "unknownChoice" } });
  });

  it("follows the newest one", () => {
    expect(refused(() => requireNext(1, 0))).toBeNull();
    expect(refused(() => requireNext(3, 2))).toBeNull();
    for (const [number, newest] of [[1, 1], [2, 2], [3, 1]] as const) expect(refused(() => requireNext(number, newest))).toMatchObject({ code: "CONFLICT" });
  });

  it("says something new", () => {
    expect(refused(() => requireChange(null, whole))).toBeNull();
    expect(refused(() => requireChange(whole, [...whole].reverse()))).toMatchObject({ code: "INVALID_INPUT", fieldErrors: { entries: "nothingChanges" } });
  });
});
