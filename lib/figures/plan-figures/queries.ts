import { countBudget } from "#lib/figures/budget-figures/queries.ts";
import { budgetFigure, budgetGroupings, budgetSummary, budgetSums, type BudgetGroup } from "#lib/figures/budget-figures/rules.ts";
import { nounOf } from "#lib/figures/rules.ts";
import type { Counted, Figure, Noun } from "#lib/figures/schema.ts";
import { countLines, listLinesInTime, type LinesAsk } from "#lib/figures/line-figures/queries.ts";
import { linesFigure } from "#lib/figures/line-figures/rules.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { pageOf, pagesOf } from "#lib/record/pages/rules.ts";
import { countSaid, listChanges } from "#lib/figures/period-figures/queries.ts";
import { changesFigure, fulfilmentByPeriod, lastSteps, periodEnds, progressByPeriod } from "#lib/figures/period-figures/rules.ts";
import { db } from "#lib/platform/db/client.ts";
import { countStandings } from "#lib/figures/standing-figures/queries.ts";
import { standingFigure, sumOf, timelineFigure, type StandingGroup } from "#lib/figures/standing-figures/rules.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import { betweenOf, inOneFile, type Said, type FiguredPlan } from "./rules.ts";
import type { FigureAsk, PlanTable } from "./schema.ts";

/** Rows of a list on a page of its own, and in the short list of the whole page. */
const listed = 40;
const beginning = 10;

/** A published plan as far as its figures need it, in one statement; null when there is none. */
async function getFiguredPlan(slug: string): Promise<FiguredPlan | null> {
  const row = await db().plan.findFirst({
    relationLoadStrategy: "join",
    where: { slug, status: { not: "draft" } },
    select: {
      slug: true, title: true, status: true, vocabulary: true,
      parts: { orderBy: { position: "asc" }, select: { id: true, slug: true, parentId: true, kind: true, number: true, title: true } },
      periods: { orderBy: [{ endsOn: "asc" }, { slug: "asc" }], select: { slug: true, label: true, endsOn: true } },
      scale: { select: { grades: { select: { id: true, label: true, rank: true } } } },
      commitments: { where: { removedAt: null, milestones: { some: { removedAt: null } } }, take: 1, select: { id: true } },
      _count: { select: { commitments: { where: { removedAt: null, milestones: { none: { removedAt: null } } } } } },
    },
  });
  if (!row) return null;
  const named = <T extends { label: unknown }>(label: T) => ({ ...label, label: label.label as Localized });
  return {
    slug: row.slug, title: row.title as Localized, status: row.status, vocabulary: row.vocabulary,
    parts: row.parts.map((part) => ({ ...part, title: part.title as Localized })), periods: row.periods.map(named), grades: row.scale.grades.map(named),
    divided: row.commitments.length > 0, undivided: row._count.commitments,
  };
}

function countedIn(plan: FiguredPlan, ask: Pick<FigureAsk, "of">): Counted {
  return ask.of ?? (plan.divided ? "milestones" : "commitments");
}

/** Every line stands in one group of those by part. */
function totalOf(groups: readonly StandingGroup[]): number {
  return sumOf(groups.filter(({ by }) => by === "part"));
}

/** A list of which one page is shown. */
export interface FigureList {
  figure: Figure;
  total: number;
  page: number;
  pages: number;
}

const listOf = (figure: Figure, total: number, page: number, size: number): FigureList => ({ figure, total, page, pages: pagesOf(total, size) });

async function linesOf(plan: FiguredPlan, of: Counted, total: number, { part, page, size }: LinesAsk, now: Date): Promise<FigureList> {
  const { page: shown } = pageOf(total, size, page);
  return listOf(linesFigure(await listLinesInTime(plan, of, { part, page: shown, size }, now), plan, of, dayOf(now)), total, shown, size);
}

async function changesOf(plan: FiguredPlan, of: Counted, said: Said, ask: FigureAsk, size: number) {
  const between = betweenOf(periodEnds(plan.periods, said), ask);
  if (!between) return null;
  const { changes, total } = await listChanges(plan.slug, of, { from: between.from?.endsOn ?? null, to: between.to.endsOn }, { page: ask.page, size });
  return { ...between, list: listOf(changesFigure(changes, plan, of), total, ask.page, size) };
}

function standingFigures(plan: FiguredPlan, groups: readonly StandingGroup[], said: Said, of: Noun, now: Date) {
  const total = totalOf(groups);
  const ends = periodEnds(plan.periods, said);
  return {
    timeline: timelineFigure(groups, plan, of, dayOf(now)),
    progress: progressByPeriod(ends, said.steps, total, of),
    fulfilment: fulfilmentByPeriod(plan.periods, said.judged, { ...plan, total }, of),
    agencies: standingFigure("agencies", groups, plan, of),
    parts: standingFigure("parts", groups, plan, of),
  };
}

function budgetFigures(groups: readonly BudgetGroup[], { vocabulary }: FiguredPlan) {
  const [sources, years, programmes] = budgetGroupings.map((by) => budgetFigure(by, groups, vocabulary));
  return { budget: budgetSummary(groups, vocabulary), sources, years, programmes, sums: budgetSums(groups) };
}

/** Everything a plan's page in figures shows, in six statements whatever the plan holds; null when there is no such plan. */
export async function getPlanFigures(slug: string, ask: FigureAsk, now: Date) {
  const plan = await getFiguredPlan(slug);
  if (!plan) return null;
  const of = countedIn(plan, ask);
  const [groups, said, budget] = await Promise.all([countStandings(slug, of, now), countSaid(slug, of), countBudget(slug)]);
  const [lines, changes] = await Promise.all([linesOf(plan, of, totalOf(groups), { part: null, page: 1, size: listed }, now), changesOf(plan, of, said, { ...ask, page: 1 }, beginning)]);
  const noun = nounOf(of, plan.vocabulary);
  return { plan, of, noun, ...standingFigures(plan, groups, said, noun, now), ...budgetFigures(budget, plan), lines, changes, last: lastSteps(periodEnds(plan.periods, said), said.steps, noun) };
}
export type PlanFigures = NonNullable<Awaited<ReturnType<typeof getPlanFigures>>>;

/** For the top of a plan's own page: its lines in time, or where those are many its parts, and what changed last. Four statements. */
export async function getPlanGlance(slug: string, most: number, now: Date) {
  const plan = await getFiguredPlan(slug);
  if (!plan) return null;
  const of = countedIn(plan, { of: null });
  const [groups, said] = await Promise.all([countStandings(slug, of, now), countSaid(slug, of)]);
  const lines = await linesOf(plan, of, totalOf(groups), { part: null, page: 1, size: most }, now);
  const noun = nounOf(of, plan.vocabulary);
  return { plan, noun, lines: lines.figure, total: lines.total, timeline: timelineFigure(groups, plan, noun, dayOf(now)), last: lastSteps(periodEnds(plan.periods, said), said.steps, noun) };
}
export type PlanGlance = NonNullable<Awaited<ReturnType<typeof getPlanGlance>>>;

/** One page of a plan's lines in time, of all or of one part. Three statements. */
export async function getPlanLines(slug: string, ask: FigureAsk, now: Date, size = listed) {
  const plan = await getFiguredPlan(slug);
  if (!plan) return null;
  const of = countedIn(plan, ask);
  const part = plan.parts.find((one) => one.slug === ask.part) ?? null;
  return { plan, of, noun: nounOf(of, plan.vocabulary), part, lines: await linesOf(plan, of, await countLines(slug, of, part?.slug ?? null), { part: part?.slug ?? null, page: ask.page, size }, now) };
}

/** One page of what changed in a plan between the ends of two periods. Three statements. */
export async function getPlanChanges(slug: string, ask: FigureAsk, size = listed) {
  const plan = await getFiguredPlan(slug);
  if (!plan) return null;
  const of = countedIn(plan, ask);
  const said = await countSaid(slug, of);
  return { plan, of, noun: nounOf(of, plan.vocabulary), ends: periodEnds(plan.periods, said), changes: await changesOf(plan, of, said, ask, size) };
}

/** The whole of one table, or so much of a long list as goes into one file; null when there is no such plan. */
export async function getPlanTable(slug: string, table: PlanTable, ask: FigureAsk, now: Date): Promise<Figure | null> {
  if (table === "milestones") return (await getPlanLines(slug, ask, now, inOneFile))?.lines.figure ?? null;
  if (table === "changes") return (await getPlanChanges(slug, ask, inOneFile))?.changes?.list.figure ?? null;
  const plan = await getFiguredPlan(slug);
  if (!plan) return null;
  if (table === "budget" || table === "sources" || table === "years" || table === "programmes") return budgetFigures(await countBudget(slug), plan)[table] ?? null;
  const of = countedIn(plan, ask);
  const [groups, said] = await Promise.all([countStandings(slug, of, now), countSaid(slug, of)]);
  return standingFigures(plan, groups, said, nounOf(of, plan.vocabulary), now)[table];
}
