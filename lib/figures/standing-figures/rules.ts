import { blank, count, none, saying, word } from "#lib/figures/rules.ts";
import type { Cell, Figure, FigureColumn, Noun } from "#lib/figures/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { nest, type Nested } from "#lib/plans/milestones/rules.ts";
import { progressStatuses, type Progress } from "#lib/reporting/schema.ts";
import { firstDayOf, lastDayOf } from "#lib/record/terms/rules.ts";
import type { PartialDate } from "#lib/record/terms/schema.ts";

/** Lines of a plan that are alike, and how many they are; once by part, once by lead agency. */
export interface StandingGroup {
  by: "part" | "agency";
  partId: string | null;
  lead: { slug: string; name: Localized } | null;
  /** As last reported; null: not reported. */
  progress: Progress | null;
  /** The Secretariat's newest published grade; null: not assessed. */
  gradeId: string | null;
  /** Whether the day they are due has passed, whatever was reported. */
  term: "past" | "running" | "none";
  count: number;
  firstStart: PartialDate | null;
  firstDue: PartialDate | null;
  lastDue: PartialDate | null;
}

export interface FigurePart {
  id: string;
  parentId: string | null;
  kind: string;
  number: string | null;
  title: Localized;
}

export interface FigureGrade {
  id: string;
  label: Localized;
  rank: number;
}

/** Columns of counts, and how a group is put under one of them: every group under exactly one. */
interface Columns<T> {
  columns: FigureColumn[];
  keyOf: (of: T) => string;
}

const reportedStatuses = [...progressStatuses, "not_reported"] as const;

/** The agency's axis: one column a status, in the order of the life cycle. */
export const progressColumns: Columns<{ progress: Progress | null }> = {
  columns: reportedStatuses.map((status) => ({ key: status, label: word(`status.progress.${status}`), axis: "progress" })),
  keyOf: ({ progress }) => progress ?? "not_reported",
};

/** The assessor's axis: one column a grade, the best first; those of another scale apart where there are any; those without a judgement. */
export function gradeColumns(grades: readonly FigureGrade[], groups: readonly { gradeId: string | null }[]): Columns<{ gradeId: string | null }> {
  const known = new Set(grades.map(({ id }) => id));
  const keyOf = ({ gradeId }: { gradeId: string | null }) => (gradeId === null ? "not_assessed" : known.has(gradeId) ? gradeId : "other_scale");
  const best = [...grades].sort((a, b) => b.rank - a.rank);
  const other = groups.some((group) => keyOf(group) === "other_scale");
  return {
    keyOf,
    columns: [
      ...best.map(({ id, label, rank }): FigureColumn => ({ key: id, label, axis: "fulfilment", step: { rank, of: grades.length } })),
      ...(other ? [{ key: "other_scale", label: word("figures.columns.otherScale"), axis: "fulfilment" as const }] : []),
      { key: "not_assessed", label: word("figures.columns.notAssessed"), axis: "fulfilment" },
    ],
  };
}

const termColumns: Columns<StandingGroup> = {
  columns: (["completed", "withdrawn", "past", "running", "none"] as const).map((key) => ({ key: `term_${key}`, label: word(key === "completed" || key === "withdrawn" ? `status.progress.${key}` : `figures.columns.term_${key}`), axis: "term" })),
  keyOf: (group) => `term_${isOver(group) ? String(group.progress) : group.term}`,
};

/** Nothing more is to be done: no term can pass it any more. */
function isOver({ progress }: { progress: Progress | null }): boolean {
  return progress === "completed" || progress === "withdrawn";
}

/** How many of the groups stand under each column. */
export function counted<T extends { count: number }>({ columns, keyOf }: Columns<T>, groups: readonly T[]): Cell[] {
  const sums = new Map<string, number>();
  for (const group of groups) sums.set(keyOf(group), (sums.get(keyOf(group)) ?? 0) + group.count);
  return columns.map(({ key }) => count(sums.get(key) ?? 0));
}

/** How many lines the groups hold. */
export function sumOf(groups: readonly { count: number }[]): number {
  return groups.reduce((sum, group) => sum + group.count, 0);
}

/** Parts in the order of the plan: each before those within it. */
export function inPlanOrder(parts: readonly FigurePart[]): FigurePart[] {
  const flat = (nested: readonly Nested<FigurePart>[]): FigurePart[] => nested.flatMap(({ children, ...part }) => [part, ...flat(children)]);
  return flat(nest(parts));
}

export function partName({ kind, number, title }: FigurePart): Cell {
  const name = word(`status.partKind.${kind}`);
  return { is: "name", name: title, before: number ? word("plans.part", { kind: name, number }) : name };
}

interface Place {
  key: string;
  name: Cell;
  href?: string;
  groups: StandingGroup[];
}

function partsWith(parts: readonly FigurePart[], groups: readonly StandingGroup[]): Place[] {
  const byPart = Map.groupBy(groups.filter(({ by }) => by === "part"), ({ partId }) => partId);
  const known = inPlanOrder(parts).map((part): Place => ({ key: part.id, name: partName(part), groups: byPart.get(part.id) ?? [] }));
  return [{ key: "loose", name: saying("figures.noPart"), groups: byPart.get(null) ?? [] }, ...known].filter((place) => place.groups.length > 0);
}

function agenciesWith(groups: readonly StandingGroup[]): Place[] {
  const bySlug = Map.groupBy(groups.filter(({ by }) => by === "agency"), ({ lead }) => lead?.slug ?? "");
  const places = [...bySlug].map(([slug, own]): Place => ({ key: slug, name: { is: "name", name: own[0]?.lead?.name ?? null }, href: `/organisations/${slug}`, groups: own }));
  return places.sort((a, b) => sumOf(b.groups) - sumOf(a.groups) || a.key.localeCompare(b.key));
}

/** Both axes side by side, by part of the plan or by lead agency: each line is counted once on each axis. */
export function standingFigure(key: "parts" | "agencies", groups: readonly StandingGroup[], plan: { parts: readonly FigurePart[]; grades: readonly FigureGrade[] }, of: Noun): Figure {
  const grades = gradeColumns(plan.grades, groups);
  const places = key === "parts" ? partsWith(plan.parts, groups) : agenciesWith(groups);
  return {
    key,
    title: word(`figures.${key}.title`),
    notes: [word(`figures.${key}.note`, { of })],
    columns: [{ key: "name", label: word(`figures.columns.${key}`) }, { key: "total", label: word(`figures.counted.${of}`) }, ...progressColumns.columns, ...grades.columns],
    rows: places.map(({ key: row, name, href, groups: own }) => ({ key: row, ...(href ? { href } : {}), cells: [name, count(sumOf(own)), ...counted(progressColumns, own), ...counted(grades, own)] })),
  };
}

/** What stands where against today, by part: over, past its term, with time left, without a term; and from when till when it all goes. */
export function timelineFigure(groups: readonly StandingGroup[], plan: { parts: readonly FigurePart[] }, of: Noun, today: PartialDate): Figure {
  const date = (value: PartialDate | null, other = none): Cell => (value ? { is: "date", date: value } : other);
  const late = (own: readonly StandingGroup[]) => own.filter((group) => group.term === "past" && !isOver(group));
  return {
    key: "timeline",
    title: word("figures.timeline.title", { of }),
    notes: [word("figures.timeline.note", { of, today: { date: today } })],
    columns: [
      { key: "name", label: word("figures.columns.parts") }, { key: "total", label: word(`figures.counted.${of}`) }, ...termColumns.columns,
      ...["firstStart", "lastDue", "oldestPast"].map((key) => ({ key, label: word(`figures.columns.${key}`) })),
    ],
    rows: partsWith(plan.parts, groups).map(({ key, name, groups: own }) => ({
      key,
      cells: [
        name, count(sumOf(own)), ...counted(termColumns, own),
        date(earliest(own.map(({ firstStart }) => firstStart), firstDayOf)), date(latest(own.map(({ lastDue }) => lastDue))), date(earliest(late(own).map(({ firstDue }) => firstDue), lastDayOf), blank),
      ],
    })),
  };
}

function earliest(dates: readonly (PartialDate | null)[], day: (date: PartialDate) => string): PartialDate | null {
  return dates.reduce((first, date) => (date && (!first || day(date) < day(first)) ? date : first), null);
}

function latest(dates: readonly (PartialDate | null)[]): PartialDate | null {
  return dates.reduce((last, date) => (date && (!last || lastDayOf(date) > lastDayOf(last)) ? date : last), null);
}
