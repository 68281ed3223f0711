import { count, joined, none, nounOf, saying, word } from "#lib/figures/rules.ts";
import type { Cell, Counted, Figure, FigureRow, Noun, Word } from "#lib/figures/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import type { Progress } from "#lib/reporting/schema.ts";
import { counted, gradeColumns, progressColumns, sumOf, type FigureGrade } from "#lib/figures/standing-figures/rules.ts";

/** So many lines were last reported `before` (null: not at all) and are reported `after` for a period that ends then; also the same. */
export interface Step {
  endsOn: string;
  before: Progress | null;
  after: Progress;
  count: number;
}

/** So many lines one assessor judged alike for a period; `gradeId` null: on IRM's scales alone. */
export interface Judged {
  period: string;
  endsOn: string;
  voice: string;
  organisation: { slug: string; name: Localized };
  gradeId: string | null;
  count: number;
}

export interface FigurePeriod {
  slug: string;
  label: Localized;
  endsOn: string;
}

/** Periods that end on one day: what was last reported by then is one and the same. */
export interface PeriodEnd {
  endsOn: string;
  label: Localized;
}

/** One line that stands otherwise than before; `before` null: nothing had been said. */
export type Change = { number: string; title: Localized | null; commitment: string; commitmentNumber: string } & (
  | { axis: "progress"; before: Progress | null; after: Progress }
  | { axis: "fulfilment"; assessor: Localized; before: Localized | null; after: Localized }
);

/** The ends of periods for which anything was reported or judged, the earliest first. */
export function periodEnds(periods: readonly FigurePeriod[], said: { steps: readonly Step[]; judged: readonly Judged[] }): PeriodEnd[] {
  const told = new Set([...said.steps, ...said.judged].map(({ endsOn }) => endsOn));
  const byEnd = Map.groupBy(periods.filter(({ endsOn }) => told.has(endsOn)), ({ endsOn }) => endsOn);
  const ends = [...byEnd].map(([endsOn, own]) => ({ endsOn, label: joined(own.map(({ label }) => label)) }));
  return ends.sort((a, b) => a.endsOn.localeCompare(b.endsOn));
}

/** Where the lines stand once the steps that end by a day are taken: each under one status. `total`: how many there are. */
export function standingsAt(steps: readonly Step[], endsOn: string, total: number): { progress: Progress | null; count: number }[] {
  const at = new Map<Progress | null, number>([[null, total]]);
  const add = (progress: Progress | null, by: number) => at.set(progress, (at.get(progress) ?? 0) + by);
  for (const step of steps.filter((one) => one.endsOn <= endsOn)) {
    add(step.before, -step.count);
    add(step.after, step.count);
  }
  return [...at].map(([progress, number]) => ({ progress, count: number }));
}

/** Period by period where the lines stood as last reported by its end, and how many were reported for that very period. */
export function progressByPeriod(ends: readonly PeriodEnd[], steps: readonly Step[], total: number, of: Noun): Figure {
  return {
    key: "progress",
    title: word("figures.progress.title"),
    notes: [word("figures.progress.note", { of })],
    columns: [
      { key: "name", label: word("figures.columns.period") }, { key: "total", label: word(`figures.counted.${of}`) }, ...progressColumns.columns,
      { key: "reported", label: word("figures.columns.reported") },
    ],
    rows: ends.map(({ endsOn, label }) => ({
      key: endsOn,
      cells: [{ is: "name", name: label }, count(total), ...counted(progressColumns, standingsAt(steps, endsOn, total)), count(sumOf(steps.filter((step) => step.endsOn === endsOn)))],
    })),
  };
}

/** Period by period how each assessor judged; a judgement counts for the period it was made for, and for no later one. */
export function fulfilmentByPeriod(periods: readonly FigurePeriod[], judged: readonly Judged[], plan: { grades: readonly FigureGrade[]; total: number }, of: Noun): Figure {
  const onScale = judged.filter(({ gradeId }) => gradeId !== null);
  const grades = gradeColumns(plan.grades, onScale);
  const irm = onScale.length < judged.length;
  const row = (label: Localized, own: readonly Judged[]): FigureRow => {
    const [first] = own;
    const graded = own.filter(({ gradeId }) => gradeId !== null);
    const silent = { gradeId: null, count: plan.total - sumOf(own) };
    const counts = counted(grades, [...graded, silent]);
    const assessor: Cell = first ? { is: "name", name: first.organisation.name } : none;
    return { key: `${first?.period} ${first?.organisation.slug}`, cells: [{ is: "name", name: label }, assessor, saying(`status.voice.${first?.voice}`), count(plan.total), ...counts, ...(irm ? [count(sumOf(own) - sumOf(graded))] : [])] };
  };
  return {
    key: "fulfilment",
    title: word("figures.fulfilment.title"),
    notes: [word("figures.fulfilment.note", { of })],
    columns: [
      { key: "name", label: word("figures.columns.period") }, { key: "assessor", label: word("figures.columns.assessor") }, { key: "voice", label: word("figures.columns.voice") },
      { key: "total", label: word(`figures.counted.${of}`) }, ...grades.columns, ...(irm ? [{ key: "irm", label: word("figures.columns.irm"), axis: "fulfilment" as const }] : []),
    ],
    rows: [...periods].sort((a, b) => a.endsOn.localeCompare(b.endsOn) || a.slug.localeCompare(b.slug)).flatMap(({ slug, label }) => {
      const byAssessor = Map.groupBy(judged.filter(({ period }) => period === slug), ({ organisation, voice }) => `${voice === "secretariat" ? 0 : 1} ${organisation.slug}`);
      return [...byAssessor].sort(([a], [b]) => a.localeCompare(b)).map(([, own]) => row(label, own));
    }),
  };
}

/** What is said in a few words of the last period: how many lines went from where to where, most first; those that stayed, last. */
export function lastSteps(ends: readonly PeriodEnd[], steps: readonly Step[], of: Noun): { end: PeriodEnd; sentences: Word[] } | null {
  const end = ends.findLast(({ endsOn }) => steps.some((step) => step.endsOn === endsOn));
  if (!end) return null;
  const own = steps.filter(({ endsOn }) => endsOn === end.endsOn).sort((a, b) => b.count - a.count);
  const status = (progress: Progress | null) => word(`status.progress.${progress ?? "not_reported"}`);
  const moved = own.filter(({ before, after }) => before !== after);
  const stayed = sumOf(own) - sumOf(moved);
  return {
    end,
    sentences: [
      ...moved.map(({ before, after, count: number }) => (before ? word("figures.moved", { count: number, of, before: status(before), after: status(after) }) : word("figures.firstTold", { count: number, of, after: status(after) }))),
      ...(stayed > 0 ? [word("figures.stayed", { count: stayed, of })] : []),
    ],
  };
}

/** What changed between the ends of two periods, one row a line and voice. */
export function changesFigure(changes: readonly Change[], plan: { slug: string; vocabulary: string }, of: Counted): Figure {
  return {
    key: "changes",
    title: word("figures.changes.title", { of: nounOf(of, plan.vocabulary) }),
    notes: [],
    columns: ["number", "title", "axis", "who", "before", "after"].map((key) => ({ key, label: word(key === "number" || key === "title" ? `figures.columns.${key}` : `figures.columns.change_${key}`) })),
    rows: changes.map((change, index) => ({
      key: String(index),
      href: `/plans/${plan.slug}/commitments/${change.commitment}${of === "milestones" ? `#${encodeURIComponent(change.number)}` : ""}`,
      cells: [
        { is: "code", code: change.number }, { is: "name", name: change.title }, saying(`status.axes.${change.axis}`),
        change.axis === "progress" ? saying("figures.agencySays") : { is: "name", name: change.assessor },
        ...[change.before, change.after].map((value): Cell => valueCell(change.axis, value)),
      ],
    })),
  };
}

function valueCell(axis: Change["axis"], value: Localized | Progress | null): Cell {
  if (value === null) return saying(axis === "progress" ? "status.progress.not_reported" : "figures.columns.notAssessed");
  return typeof value === "string" ? saying(`status.progress.${value}`) : { is: "name", name: value };
}
