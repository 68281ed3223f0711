import { describe, expect, it } from "vitest";
import type { Progress } from "#lib/reporting/schema.ts";
import { countProgress, isStale, nest, standingOf, type StandingInput } from "./rules.ts";

const at = (instant: string) => new Date(instant);
const update = (progress: Progress, acceptedAt: string, periodEnd: string) => ({ progress, acceptedAt: at(acceptedAt), period: { endsOn: periodEnd } });
const subject = (changes: Partial<StandingInput> = {}): StandingInput => ({ endsOn: "2018-10", commitmentEndsOn: "2019-12", planStatus: "adopted", updates: [], ...changes });

describe("where something stands", () => {
  it("is what was accepted for the latest period, not what was accepted last", () => {
    const updates = [update("suspended", "2020-12-31T08:00:00Z", "2019-12-31"), update("in_progress", "2021-02-01T08:00:00Z", "2018-12-31")];
    const standing = standingOf(subject({ updates }), at("2021-03-01T08:00:00Z"));
    expect(standing.progress).toBe("suspended");
    expect(standing.lastUpdatedAt).toEqual(at("2021-02-01T08:00:00Z"));
  });

  it("is not reported while nothing was accepted", () => {
    expect(standingOf(subject(), at("2018-01-01T08:00:00Z"))).toMatchObject({ progress: null, lastUpdatedAt: null, monthsSinceUpdate: null, stale: false, overdueMonths: null });
  });

  it.each([
    ["2018-10-31T19:59:59Z", null],
    ["2018-10-31T20:00:00Z", 0],
    ["2018-11-29T20:00:00Z", 0],
    ["2018-11-30T20:00:00Z", 1],
    ["2026-11-21T08:00:00Z", 96],
  ])("is past a term of October 2018 from midnight in Tbilisi on: %s", (now, months) => {
    expect(standingOf(subject(), at(now)).overdueMonths).toBe(months);
  });

  it("takes the commitment's term where the milestone states none, and says so", () => {
    const standing = standingOf(subject({ endsOn: null, commitmentEndsOn: "2025" }), at("2026-11-21T08:00:00Z"));
    expect(standing.deadline).toEqual({ due: "2025", fromCommitment: true });
    expect(standing.overdueMonths).toBe(10);
  });

  it("knows no delay where no term is stated, or nothing more is to be done", () => {
    const now = at("2026-11-21T08:00:00Z");
    expect(standingOf(subject({ endsOn: null, commitmentEndsOn: null }), now).overdueMonths).toBeNull();
    for (const progress of ["completed", "withdrawn"] as const) expect(standingOf(subject({ updates: [update(progress, "2019-01-01T08:00:00Z", "2018-12-31")] }), now).overdueMonths).toBeNull();
    expect(standingOf(subject({ updates: [update("suspended", "2019-01-01T08:00:00Z", "2018-12-31")] }), now).overdueMonths).toBe(96);
  });
});

describe("staleness", () => {
  it.each([
    [5, "in_progress", "adopted", false],
    [6, "in_progress", "adopted", true],
    [6, "not_started", "in_consultation", true],
    [70, "suspended", "adopted", true],
    [70, "suspended", "closed", false],
    [70, "completed", "adopted", false],
    [70, "withdrawn", "adopted", false],
  ] as const)("%i months, %s, plan %s: %s", (monthsSinceUpdate, progress, planStatus, stale) => {
    expect(isStale({ monthsSinceUpdate, progress, planStatus })).toBe(stale);
  });

  it("is never said of what was never reported", () => expect(isStale({ monthsSinceUpdate: null, progress: null, planStatus: "adopted" })).toBe(false));
});

it("counts every status, also those that nothing has", () => {
  expect(countProgress([{ progress: "completed" }, { progress: null }, { progress: null }])).toEqual({ not_started: 0, in_progress: 0, completed: 1, suspended: 0, withdrawn: 0, not_reported: 2 });
});

describe("nesting", () => {
  it("puts each under its parent at any depth, in the order given", () => {
    const rows = [{ id: "c", parentId: "b" }, { id: "a", parentId: null }, { id: "b", parentId: "a" }, { id: "d", parentId: "a" }];
    expect(nest(rows)).toEqual([{ id: "a", parentId: null, children: [{ id: "b", parentId: "a", children: [{ id: "c", parentId: "b", children: [] }] }, { id: "d", parentId: "a", children: [] }] }]);
  });

  it("loses nothing whose parent is unknown", () => expect(nest([{ id: "a", parentId: "gone" }])).toHaveLength(1));
});
