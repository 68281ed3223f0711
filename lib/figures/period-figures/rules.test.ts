import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellOf, countIn, countsOf } from "#lib/figures/rules.ts";
import { standingOf } from "#lib/plans/milestones/rules.ts";
import { progressStatuses, type Progress } from "#lib/reporting/schema.ts";
import { fulfilmentByPeriod, lastSteps, periodEnds, progressByPeriod, standingsAt, type Step } from "./rules.ts";

const endings = ["2018-12-31", "2019-06-30", "2019-12-31"];
const periods = endings.map((endsOn) => ({ slug: endsOn, label: { en: endsOn }, endsOn }));
/** What was accepted of each line for each period; null: nothing. */
const record = fc.array(fc.tuple(...endings.map(() => fc.constantFrom<(Progress | null)[]>(null, null, ...progressStatuses))), { minLength: 1, maxLength: 30 });

/** The steps that the database would count of such a record. */
function stepsOf(lines: readonly (readonly (Progress | null)[])[]): Step[] {
  return lines.flatMap((line) => {
    let before: Progress | null = null;
    return line.flatMap((after, index): Step[] => {
      if (!after) return [];
      const step = { endsOn: endings[index] ?? "", before, after, count: 1 };
      before = after;
      return [step];
    });
  });
}

describe("progress by period", () => {
  it("has every line once in every period, as it was last reported by its end", () => {
    fc.assert(
      fc.property(record, (lines) => {
        const steps = stepsOf(lines);
        const ends = periodEnds(periods, { steps, judged: [] });
        const figure = progressByPeriod(ends, steps, lines.length, "milestones");
        for (const row of figure.rows) {
          const at = endings.indexOf(row.key);
          const stood = lines.map((line) => line.slice(0, at + 1).findLast((progress) => progress !== null) ?? "not_reported");
          for (const { column, value } of countsOf(figure, row, "progress")) expect([column.key, value]).toEqual([column.key, stood.filter((status) => status === column.key).length]);
          expect(countsOf(figure, row, "progress").reduce((sum, { value }) => sum + value, 0)).toBe(lines.length);
          expect(countIn(figure, row, "reported")).toBe(lines.filter((line) => line[at] !== null).length);
        }
      }),
    );
  });

  it("ends where the lines stand today", () => {
    fc.assert(
      fc.property(record, (lines) => {
        const today = lines.map((line) => standingOf({
          endsOn: null, commitmentEndsOn: null, planStatus: "adopted",
          updates: line.flatMap((progress, index) => (progress ? [{ progress, acceptedAt: new Date(`${endings[index]}T12:00:00Z`), period: { endsOn: endings[index] ?? "" } }] : [])),
        }, new Date("2026-11-21T08:00:00Z")).progress);
        const at = standingsAt(stepsOf(lines), "2019-12-31", lines.length);
        for (const status of [null, ...progressStatuses]) expect(at.find(({ progress }) => progress === status)?.count ?? 0).toBe(today.filter((progress) => progress === status).length);
      }),
    );
  });

  it("says of the last period how many lines moved, and how many stayed", () => {
    const steps: Step[] = [
      { endsOn: "2018-12-31", before: null, after: "not_started", count: 5 },
      { endsOn: "2019-12-31", before: "not_started", after: "completed", count: 2 },
      { endsOn: "2019-12-31", before: "not_started", after: "not_started", count: 3 },
      { endsOn: "2019-12-31", before: null, after: "suspended", count: 1 },
    ];
    const last = lastSteps(periodEnds(periods, { steps, judged: [] }), steps, "milestones");
    expect(last?.end.endsOn).toBe("2019-12-31");
    expect(last?.sentences.map(({ key, values }) => [key, values?.count])).toEqual([["figures.moved", 2], ["figures.firstTold", 1], ["figures.stayed", 3]]);
    expect(lastSteps([], [], "milestones")).toBeNull();
  });
});

describe("assessments by period", () => {
  const grades = [{ id: "worst", label: { en: "Worst" }, rank: 0 }, { id: "best", label: { en: "Best" }, rank: 1 }];
  const judged = (period: string, slug: string, voice: string, gradeId: string | null, count: number) => ({ period, endsOn: period, voice, organisation: { slug, name: { en: slug } }, gradeId, count });

  it("stand apart by who judged, and count every line once", () => {
    const figure = fulfilmentByPeriod(periods, [judged("2018-12-31", "office", "secretariat", "worst", 2), judged("2018-12-31", "house", "independent", null, 1), judged("2018-12-31", "house", "independent", "best", 3), judged("2019-12-31", "office", "secretariat", "best", 6)], { grades, total: 6 }, "milestones");
    expect(figure.columns.map(({ key }) => key)).toEqual(["name", "assessor", "voice", "total", "best", "worst", "not_assessed", "irm"]);
    expect(figure.rows.map((row) => [row.key, ...countsOf(figure, row, "fulfilment").map(({ value }) => value)])).toEqual([["2018-12-31 office", 0, 2, 4, 0], ["2018-12-31 house", 3, 0, 2, 1], ["2019-12-31 office", 6, 0, 0, 0]]);
    for (const row of figure.rows) expect(countsOf(figure, row, "fulfilment").reduce((sum, { value }) => sum + value, 0)).toBe(6);
    expect(figure.rows.map((row) => cellOf(figure, row, "voice"))).toEqual(["secretariat", "independent", "secretariat"].map((voice) => ({ is: "word", word: { key: `status.voice.${voice}` } })));
  });

  it("of periods that end on one day are one end with both names", () => {
    const both = [{ slug: "a", label: { en: "Annual", ka: "წლიური" }, endsOn: "2019-12-31" }, { slug: "b", label: { en: "Second half" }, endsOn: "2019-12-31" }];
    expect(periodEnds(both, { steps: [{ endsOn: "2019-12-31", before: null, after: "completed", count: 1 }], judged: [] })).toEqual([{ endsOn: "2019-12-31", label: { ka: "წლიური · Second half", en: "Annual · Second half" } }]);
  });
});
