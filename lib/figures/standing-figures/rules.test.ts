import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countIn, countsOf, folded } from "#lib/figures/rules.ts";
import { progressStatuses } from "#lib/reporting/schema.ts";
import { standingFigure, sumOf, timelineFigure, type StandingGroup } from "./rules.ts";

const grades = ["none", "part", "most", "full"].map((id, rank) => ({ id, label: { en: id }, rank }));
const parts = ["a", "b", "c"].map((id) => ({ id, parentId: id === "c" ? "a" : null, kind: "objective", number: null, title: { en: id } }));
const day = fc.constantFrom("2018", "2018-06", "2018-10-31", "2019");
const group = (by: "part" | "agency") =>
  fc.record({
    by: fc.constant(by),
    partId: by === "part" ? fc.constantFrom(null, "a", "b", "c") : fc.constant(null),
    lead: by === "agency" ? fc.constantFrom("x", "y", "z").map((slug) => ({ slug, name: { en: slug } })) : fc.constant(null),
    progress: fc.constantFrom(null, ...progressStatuses),
    gradeId: fc.constantFrom(null, "none", "full", "of another scale"),
    term: fc.constantFrom("past", "running", "none"),
    count: fc.integer({ min: 1, max: 1_000 }),
    firstStart: fc.option(day), firstDue: fc.option(day), lastDue: fc.option(day),
  }) as fc.Arbitrary<StandingGroup>;
const groups = (by: "part" | "agency") => fc.array(group(by), { maxLength: 60 });

describe("both axes by part and by agency", () => {
  it.each(["part", "agency"] as const)("count every line once a row and axis: by %s", (by) => {
    fc.assert(
      fc.property(groups(by), (all) => {
        const figure = standingFigure(by === "part" ? "parts" : "agencies", all, { parts, grades }, "milestones");
        const sum = (axis: "progress" | "fulfilment", row: (typeof figure.rows)[number]) => countsOf(figure, row, axis).reduce((whole, { value }) => whole + value, 0);
        for (const row of figure.rows) for (const axis of ["progress", "fulfilment"] as const) expect(sum(axis, row)).toBe(countIn(figure, row, "total"));
        expect(figure.rows.reduce((whole, row) => whole + countIn(figure, row, "total"), 0)).toBe(sumOf(all));
        expect(new Set(figure.rows.map(({ key }) => key)).size).toBe(figure.rows.length);
      }),
    );
  });

  it("never let one axis change the other", () => {
    fc.assert(
      fc.property(groups("agency"), (all) => {
        const of = (some: StandingGroup[], axis: "progress" | "fulfilment") => {
          const figure = standingFigure("agencies", some, { parts, grades }, "milestones");
          return figure.rows.map((row) => countsOf(figure, row, axis).filter(({ value }) => value > 0).map(({ column, value }) => [column.key, value]));
        };
        expect(of(all.map((one) => ({ ...one, gradeId: null })), "progress")).toEqual(of(all, "progress"));
        expect(of(all.map((one) => ({ ...one, progress: null })), "fulfilment")).toEqual(of(all, "fulfilment"));
      }),
    );
  });
});

describe("the timeline", () => {
  it("puts every line under one column, and names a passed term exactly where one has passed", () => {
    fc.assert(
      fc.property(groups("part"), (all) => {
        const figure = timelineFigure(all.map((one) => ({ ...one, firstDue: one.term === "none" ? null : (one.firstDue ?? "2018") })), { parts }, "milestones", "2026-11-21");
        for (const row of figure.rows) {
          expect(countsOf(figure, row, "term").reduce((whole, { value }) => whole + value, 0)).toBe(countIn(figure, row, "total"));
          expect(row.cells.at(-1)?.is).toBe(countIn(figure, row, "term_past") > 0 ? "date" : "blank");
        }
      }),
    );
  });

  it("never calls late what is completed or withdrawn", () => {
    const one = { by: "part", partId: null, lead: null, gradeId: null, term: "past", firstStart: null, firstDue: "2018", lastDue: "2018" } as const;
    const figure = timelineFigure([{ ...one, progress: "completed", count: 2 }, { ...one, progress: "withdrawn", count: 3 }, { ...one, progress: "suspended", count: 4 }, { ...one, progress: null, count: 5 }], { parts }, "milestones", "2026-11-21");
    expect(figure.rows.map(({ cells }) => cells.slice(1, 7).map((cell) => (cell.is === "count" ? cell.value : null)))).toEqual([[14, 2, 3, 9, 0, 0]]);
  });
});

describe("a folded figure", () => {
  it("keeps its sums, whatever is folded", () => {
    fc.assert(
      fc.property(groups("agency"), fc.integer({ min: 1, max: 5 }), (all, most) => {
        const figure = standingFigure("agencies", all, { parts, grades }, "milestones");
        const shown = folded(figure, most);
        expect(shown.rows.length).toBeLessThanOrEqual(Math.max(most, 1) + (figure.rows.length - most === 0 ? 0 : 1));
        for (const { key } of figure.columns.slice(1)) expect(shown.rows.reduce((sum, row) => sum + countIn(shown, row, key), 0)).toBe(figure.rows.reduce((sum, row) => sum + countIn(figure, row, key), 0));
      }),
    );
  });
});
