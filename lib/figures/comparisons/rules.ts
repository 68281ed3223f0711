import { localize, type Locale, type Localized } from "#lib/record/localized/schema.ts";
import { addressOf } from "#lib/record/addresses/schema.ts";
import { pageOf } from "#lib/record/pages/rules.ts";
import { progressStatuses } from "#lib/reporting/schema.ts";
import type { TallyScope } from "#lib/record/tallies/schema.ts";
import { comparisonPageSize, type ComparedKind, type ComparedRow, type ComparedScale, type Comparison, type ComparisonChoices } from "./schema.ts";

/** What each comparison can be narrowed to. */
export const filtersOf = {
  agencies: ["plan", "period", "year", "area", "sdg"],
  plans: ["level", "year", "area", "sdg"],
  periods: ["plan", "area", "sdg"],
  municipalities: ["year", "area", "sdg"],
} as const satisfies Record<ComparedKind, readonly (keyof Comparison)[]>;
export type ComparisonFilter = (typeof filtersOf)[ComparedKind][number];

/** A comparison of what there is: without filters that it does not have or that name nothing. Periods are those of one plan, the newest unless one is asked for. */
export function settled(asked: Comparison, { plans, areas, years }: ComparisonChoices): Comparison {
  const { by, of, sort, page, scale } = asked;
  const has = (filter: ComparisonFilter) => (filtersOf[by] as readonly string[]).includes(filter);
  const named = has("plan") ? plans.find(({ slug }) => slug === asked.plan) : undefined;
  const plan = named ?? (by === "periods" ? plans.find(({ periods }) => periods.length > 0) : undefined);
  return {
    by, of, sort, page, scale, plan: plan?.slug,
    period: has("period") && plan?.periods.some(({ slug }) => slug === asked.period) ? asked.period : undefined,
    level: has("level") ? asked.level : undefined,
    year: has("year") && years.includes(asked.year ?? "") ? asked.year : undefined,
    area: areas.some(({ code }) => code === asked.area) ? asked.area : undefined,
    sdg: asked.sdg,
  };
}

/** What a comparison counts. */
export function scopeOf({ by, of, plan, period, level, year, area, sdg }: Comparison): TallyScope {
  const periods = by === "periods" ? {} : period ? { slug: period } : null;
  return { of, binding: true, plan, level, year, area, sdg: sdg ? Number(sdg) : undefined, periods };
}

/** The address (without language) of a comparison with some of it changed; another order or choice begins on the first page. */
export function comparisonAddress(comparison: Comparison, changes: Partial<Comparison> = {}, path = "/compare"): string {
  const { page, ...rest } = { ...comparison, page: 1, ...changes };
  return addressOf(path, { ...rest, of: rest.of === "milestones" ? undefined : rest.of, page });
}

export const columnGroups = ["progress", "fulfilment", "independent", "answers"] as const;
export type ColumnGroup = (typeof columnGroups)[number];

/** A column of figures. `label` of the grades of a scale; of all others it is in messages by the key. */
export interface ComparedColumn {
  key: string;
  group: ColumnGroup;
  label: Localized | null;
  value: (row: ComparedRow) => number | null;
}

const counted = (counts: ComparedRow["grades"], matches: (one: ComparedRow["grades"][number]) => boolean) => counts.filter(matches).reduce((sum, { count }) => sum + count, 0);
const percent = (part: number, whole: number) => (whole === 0 ? null : Math.round((part / whole) * 100));
const plain = (group: ColumnGroup, key: string, value: ComparedColumn["value"]): ComparedColumn => ({ key, group, label: null, value });

/** The columns of a comparison; those on fulfilment are of one scale alone, and what is on another is only counted. */
export function columnsOf(rows: readonly ComparedRow[], scale: ComparedScale | null): ComparedColumn[] {
  const code = scale?.code ?? null;
  const grades = scale?.grades ?? [];
  const shownWhere = (column: ComparedColumn) => (rows.some((row) => column.value(row)) ? [column] : []);
  const progress = ["in_progress", "not_started", "suspended", "withdrawn"].map((status) => plain("progress", status, (row) => row.progress[status] ?? 0));
  const independent = [
    ...grades.map((grade): ComparedColumn => ({ key: `independent_${grade.code}`, group: "independent", label: grade.label, value: (row) => counted(row.independent, (one) => one.scale === code && one.grade === grade.code) })),
    plain("independent", "independentIrm", (row) => counted(row.independent, (one) => one.grade === null)),
    ...shownWhere(plain("independent", "independentOther", (row) => counted(row.independent, (one) => one.grade !== null && one.scale !== code))),
  ];
  return [
    // What is asked first stands first: on a phone the rest has to be scrolled to.
    plain("progress", "total", ({ total }) => total), plain("progress", "completed", (row) => row.progress.completed ?? 0), plain("progress", "completedShare", (row) => percent(row.progress.completed ?? 0, row.total)),
    plain("progress", "overdue", ({ overdue }) => overdue), plain("progress", "not_reported", (row) => row.progress.not_reported ?? 0), ...progress,
    ...grades.map((grade): ComparedColumn => ({ key: `secretariat_${grade.code}`, group: "fulfilment", label: grade.label, value: (row) => counted(row.grades, (one) => one.scale === code && one.grade === grade.code) })),
    plain("fulfilment", "unjudged", (row) => counted(row.grades, (one) => one.scale === code && one.grade === null)),
    ...shownWhere(plain("fulfilment", "otherScale", (row) => counted(row.grades, (one) => one.scale !== code))),
    ...(rows.some(({ independent: voices }) => voices.length > 0) ? independent : []),
    plain("answers", "comments", ({ comments }) => comments), plain("answers", "answered", ({ answered }) => answered), plain("answers", "medianDays", ({ medianDays }) => medianDays),
    plain("answers", "evidence", ({ evidence }) => evidence),
  ];
}

/** Scales by which anything that is compared is or will be judged, the one of the most first. */
export function scalesAmong(rows: readonly ComparedRow[], scales: readonly ComparedScale[]): ComparedScale[] {
  const weight = ({ code }: ComparedScale) => rows.reduce((sum, { grades }) => sum + counted(grades, ({ scale }) => scale === code), 0);
  return scales.map((scale) => ({ scale, weight: weight(scale) })).filter((one) => one.weight > 0).sort((a, b) => b.weight - a.weight).map(({ scale }) => scale);
}

/** Rows in the order of a column, what has no figure last; without one, as names or terms order them. */
export function inOrder(rows: readonly ComparedRow[], columns: readonly ComparedColumn[], sort: string | undefined, locale: Locale): ComparedRow[] {
  const nameOf = ({ name, slug }: ComparedRow) => localize(name, locale)?.text ?? slug;
  const byName = new Intl.Collator(locale, { numeric: true }).compare;
  const usual = [...rows].sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0) || byName(nameOf(a), nameOf(b)) || (a.slug < b.slug ? -1 : 1));
  const down = sort?.startsWith("-") ?? false;
  const key = down ? sort?.slice(1) : sort;
  if (key === "name") return [...usual].sort((a, b) => (down ? -1 : 1) * byName(nameOf(a), nameOf(b)));
  const value = columns.find((column) => column.key === key)?.value;
  if (!value) return usual;
  return usual.map((row) => ({ row, figure: value(row) })).sort((a, b) => (a.figure === null ? (b.figure === null ? 0 : 1) : b.figure === null ? -1 : down ? b.figure - a.figure : a.figure - b.figure)).map(({ row }) => row);
}

/** A comparison as page and file show it. */
export interface ComparedTable {
  columns: ComparedColumn[];
  /** Of this page. */
  rows: ComparedRow[];
  /** How many rows there are on all pages. */
  total: number;
  page: number;
  pages: number;
  /** The one that the columns are of; null: nothing is judged on any. */
  scale: ComparedScale | null;
  otherScales: ComparedScale[];
}

/** Everything that a page, its pictures and its file show, made of one reading. `all`: on one page, for a file. */
export function tableOf(found: readonly ComparedRow[], { sort, scale: wanted, page: asked }: Comparison, scales: readonly ComparedScale[], locale: Locale, { all } = { all: false }): ComparedTable {
  const present = scalesAmong(found, scales);
  const scale = present.find(({ code }) => code === wanted) ?? present[0] ?? null;
  const columns = columnsOf(found, scale);
  const rows = inOrder(found, columns, sort, locale);
  const { page, pages, window } = pageOf(rows.length, all ? Math.max(1, rows.length) : comparisonPageSize, asked);
  return { columns, rows: rows.slice(window.skip, window.skip + window.take), total: rows.length, page, pages, scale, otherScales: present.filter((one) => one !== scale) };
}

/** The page of what a row is about, without its language; null: it has none. */
export function pathOf(by: ComparedKind, slug: string): string | null {
  return by === "agencies" ? `/organisations/${slug}` : by === "periods" ? null : `/${by}/${slug}`;
}

/** Where the word of a column is in messages; grades bring their own. */
export function columnWord({ key }: Pick<ComparedColumn, "key">): string {
  return [...progressStatuses, "not_reported"].some((status) => status === key) ? `status.progress.${key}` : `comparisons.columns.${key}`;
}

/** The figures as a file has them: exactly those of the page, of all rows. `say` says a key of messages. */
export function fileOf({ columns, rows }: ComparedTable, locale: Locale, say: (key: string) => string): (string | number | null)[][] {
  const head = columns.map((column) => `${say(`comparisons.groups.${column.group}`)}: ${column.label ? (localize(column.label, locale)?.text ?? column.key) : say(columnWord(column))}`);
  const lines = rows.map((row) => [row.slug, localize(row.name, locale)?.text ?? row.slug, ...columns.map(({ value }) => value(row))]);
  return [[say("comparisons.file.code"), say("comparisons.file.name"), ...head], ...lines];
}
