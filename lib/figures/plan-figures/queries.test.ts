import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "#lib/record/actors/schema.ts";
import { countIn, countsOf } from "#lib/figures/rules.ts";
import type { Figure } from "#lib/figures/schema.ts";
import { ensureLists } from "#lib/record/lists/commands.ts";
import { countProgress } from "#lib/plans/milestones/rules.ts";
import { importPlan } from "#lib/imports/plan-loading/commands.ts";
import { getPublishedPlan } from "#lib/plans/queries.ts";
import { parseFilters } from "#lib/plans/rules.ts";
import { db } from "#lib/platform/db/client.ts";
import { statements } from "#lib/platform/testing/statements.ts";
import { aDraftPlan, addCommitment, addMilestone, anOrganisation } from "#prisma/factories.ts";
import { getPlanChanges, getPlanFigures, getPlanGlance, getPlanLines, getPlanTable } from "./queries.ts";
import { parseFigureAsk, planTables } from "./schema.ts";

const now = new Date("2026-11-21T08:00:00Z");
const demo = path.resolve(import.meta.dirname, "../../../prisma/demo");
const ask = parseFigureAsk({});

beforeAll(async () => {
  await ensureLists(now);
  for (const name of ["georgia-2018-2019", "dmanisi-2024-2025"]) await importPlan(systemActor("test"), JSON.parse(readFileSync(path.join(demo, `${name}.json`), "utf8")), now);
});

const ends = ["2024-06-30", "2024-12-31", "2025-06-30"];
const statuses = ["not_started", "in_progress", "suspended", "withdrawn"];

/** A plan of two commitments with 24 milestones of two agencies, with terms of every precision and reports for some of three periods. */
async function aReportedRecord(): Promise<string> {
  const { plan, reviewer, slug } = await aDraftPlan();
  const agencies = [await anOrganisation(), await anOrganisation()];
  const lead = (index: number) => agencies[index % 2]?.id ?? "";
  const terms = [undefined, "2024", "2026", "2026-11", "2026-10", "2026-11-20", "2026-11-21"];
  const lines: { commitmentId: string; milestoneId: string | null; organisationId: string }[] = [];
  for (const number of ["1", "2"]) {
    const commitment = await addCommitment(reviewer, plan.id, lead(0), { number, slug: `c-${number}`, endsOn: number === "1" ? "2025-12" : "2027" });
    lines.push({ commitmentId: commitment.id, milestoneId: null, organisationId: lead(0) });
    for (let step = 0; step < 12; step += 1) {
      const endsOn = terms[step % terms.length];
      const { id } = await addMilestone(reviewer, commitment, lead(step), { number: `${number}.${step + 1}`, ...(endsOn ? { endsOn } : {}) });
      lines.push({ commitmentId: commitment.id, milestoneId: id, organisationId: lead(step) });
    }
  }
  await db().plan.update({ where: { id: plan.id }, data: { status: "adopted" } });
  for (const [index, endsOn] of ends.entries()) {
    const { id: periodId } = await db().reportingPeriod.create({ data: { planId: plan.id, slug: endsOn, label: { en: endsOn }, kind: "half_year", startsOn: `${endsOn.slice(0, 4)}-01-01`, endsOn, status: "closed" } });
    const at = new Date(`${endsOn}T12:00:00Z`);
    const told = lines.filter((_, line) => (line * 7 + index * 5) % 3 > 0).map((line, place) => ({ ...line, periodId, status: place % 11 === 10 ? "superseded" : "accepted", progress: statuses[(place + index) % 4] ?? null, createdAt: at, savedAt: at, acceptedAt: at }));
    await db().progressUpdate.createMany({ data: told });
  }
  return slug;
}

/** The counts of every row, by the keys of their columns, those that are not 0. */
const counts = (figure: Figure | undefined) => figure?.rows.map((row) => Object.fromEntries(figure.columns.flatMap(({ key }) => (countIn(figure, row, key) > 0 ? [[key, countIn(figure, row, key)]] : []))));
const figuresOf = async (slug: string, of = ask) => {
  const figures = await getPlanFigures(slug, of, now);
  if (!figures) throw new Error("no such plan");
  return figures;
};

describe("the national plan of 2018–2019, counted by hand", () => {
  it("has three milestones, all suspended, all past their term, all judged not implemented by the Secretariat", async () => {
    const { of, timeline, progress, fulfilment, agencies, parts, lines, changes, plan } = await figuresOf("georgia-2018-2019");
    const worst = plan.grades.find(({ rank }) => rank === 0)?.id ?? "";
    expect(of).toBe("milestones");
    expect(counts(timeline)).toEqual([{ total: 3, term_past: 3 }]);
    expect(timeline.rows[0]?.cells.slice(-3)).toEqual(["2018-05", "2019-12", "2018-10"].map((date) => ({ is: "date", date })));
    expect(counts(progress)).toEqual([{ total: 3, suspended: 3, reported: 3 }]);
    expect(counts(fulfilment)).toEqual([{ total: 3, [worst]: 3 }]);
    for (const figure of [agencies, parts]) expect(counts(figure)).toEqual([{ total: 3, suspended: 3, [worst]: 3 }]);
    expect(lines.figure.rows.map(({ cells, href }) => [cells[0], cells[3], cells[4], href])).toEqual([["5.1", "2018-05", "2018-10"], ["5.2", "2018-10", "2019-06"], ["5.3", "2019-06", "2019-12"]].map(([code, from, to]) => [{ is: "code", code }, { is: "date", date: from }, { is: "date", date: to }, `/plans/georgia-2018-2019/commitments/zugdidi-5#${code}`]));
    expect(changes?.list).toMatchObject({ total: 6, pages: 1 });
    expect(changes?.from).toBeNull();
  });

  it("states no budget, and one commitment as a whole beside its milestones", async () => {
    const { budget, sources, sums } = await figuresOf("georgia-2018-2019");
    expect(counts(budget)).toEqual([{ total: 1, nothing: 1 }, { total: 3, nothing: 3 }]);
    expect([sources?.rows, sums]).toEqual([[], []]);
    const { agencies, of } = await figuresOf("georgia-2018-2019", parseFigureAsk({ of: "commitments" }));
    expect([of, counts(agencies)?.[0]?.total]).toEqual(["commitments", 1]);
  });
});

describe("Dmanisi's plan of 2024–2025, counted by hand", () => {
  const file = JSON.parse(readFileSync(path.join(demo, "dmanisi-2024-2025.json"), "utf8")) as { commitments: { part: string; lead: string; milestones?: unknown[]; budget?: { amount?: number; programmeCode?: string; noAdditionalCost?: boolean }[] }[] };
  const milestones = file.commitments.flatMap(({ milestones: own, ...commitment }) => (own ?? []).map(() => commitment));

  it("counts its sub-activities by part and by agency as the file has them", async () => {
    const { timeline, agencies, parts, progress, plan } = await figuresOf("dmanisi-2024-2025");
    expect(milestones).toHaveLength(45);
    const byPart = plan.parts.map(({ slug }) => milestones.filter(({ part }) => part === slug).length).filter((number) => number > 0);
    for (const figure of [timeline, parts]) expect(counts(figure)?.map(({ total }) => total)).toEqual(byPart);
    expect(counts(agencies)?.map(({ total, not_reported, not_assessed }) => [total, not_reported, not_assessed])).toEqual(
      [...Map.groupBy(milestones, ({ lead }) => lead).values()].map(({ length }) => [length, length, length]).sort(([a = 0], [b = 0]) => b - a),
    );
    expect(progress.rows).toEqual([]);
  });

  it("adds up its budget as the file states it, by year and by programme", async () => {
    const lines = file.commitments.flatMap(({ budget }) => budget ?? []);
    const total = lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
    const { sums, years, programmes, budget } = await figuresOf("dmanisi-2024-2025");
    expect(sums).toEqual([{ of: "commitments", lines: lines.filter(({ amount }) => amount !== undefined).length, amount: { is: "money", amount: total.toFixed(2), currency: "GEL" } }]);
    for (const figure of [years, programmes]) {
      expect(figure?.rows.reduce((sum, row) => sum + countIn(figure, row, "lines"), 0)).toBe(lines.length);
      expect(figure?.rows.reduce((sum, { cells }) => sum + (cells[4]?.is === "money" ? Number(cells[4].amount) : 0), 0)).toBe(total);
    }
    const stated = (of: (line: (typeof lines)[number]) => boolean) => file.commitments.filter(({ budget: own }) => own?.some(of)).length;
    expect(counts(budget)?.[0]).toMatchObject({ total: file.commitments.length, amount: stated(({ amount }) => amount !== undefined), no_cost: stated(({ noAdditionalCost }) => Boolean(noAdditionalCost)) });
  });
});

describe("the figures of any plan", () => {
  it("say what the plan's own page says, to the last milestone", async () => {
    for (const slug of [await aReportedRecord(), "georgia-2018-2019", "dmanisi-2024-2025"]) {
      const page = await getPublishedPlan(slug, parseFilters({}), now);
      const kept = [...(page?.loose ?? []), ...(page?.parts ?? []).flatMap((part) => [part, ...part.children]).flatMap(({ commitments }) => commitments)].filter(({ removedAt }) => !removedAt);
      const lines = kept.flatMap(({ milestones }) => milestones);
      for (const [of, all] of [["milestones", lines], ["commitments", kept]] as const) {
        const { parts, agencies, timeline, progress } = await figuresOf(slug, { ...ask, of });
        const stand = countProgress(all.map(({ standing }) => standing));
        for (const figure of [parts, agencies]) {
          expect([slug, of, Object.fromEntries(Object.keys(stand).map((key) => [key, figure.rows.reduce((sum, row) => sum + countIn(figure, row, key), 0)]))]).toEqual([slug, of, stand]);
          for (const row of figure.rows) expect(countsOf(figure, row, "fulfilment").reduce((sum, { value }) => sum + value, 0)).toBe(countIn(figure, row, "total"));
        }
        const last = progress.rows.at(-1);
        if (last) expect([slug, of, Object.fromEntries(countsOf(progress, last, "progress").map(({ column, value }) => [column.key, value]))]).toEqual([slug, of, stand]);
        expect(timeline.rows.reduce((sum, row) => sum + countIn(timeline, row, "term_past"), 0)).toBe(all.filter(({ standing }) => standing.overdueMonths !== null).length);
      }
    }
  });

  it("list as changes what stands otherwise than before, and no more", async () => {
    const slug = await aReportedRecord();
    const found = await getPlanChanges(slug, parseFigureAsk({ from: "2024-06-30", to: "2025-06-30" }));
    const rows = await db().milestone.findMany({ where: { commitment: { plan: { slug } } }, select: { number: true, updates: { where: { status: "accepted" }, select: { progress: true, period: { select: { endsOn: true } } } } } });
    const at = (row: (typeof rows)[number], end: string) => row.updates.filter(({ period }) => period.endsOn <= end).sort((a, b) => b.period.endsOn.localeCompare(a.period.endsOn))[0]?.progress ?? null;
    const changed = rows.filter((row) => at(row, "2024-06-30") !== at(row, "2025-06-30")).map(({ number }) => number);
    expect(changed.length).toBeGreaterThan(2);
    expect(found?.changes?.list.total).toBe(changed.length);
    expect(found?.changes?.list.figure.rows.map(({ cells: [number] }) => number?.is === "code" && number.code).sort()).toEqual(changed.sort());
    expect(found?.changes?.from?.endsOn).toBe("2024-06-30");
  });

  it("are read in six statements at most, a list of them in three, whatever the plan holds", async () => {
    expect(await statements(() => getPlanFigures("dmanisi-2024-2025", ask, now))).toBe(5);
    expect(await statements(() => getPlanFigures("georgia-2018-2019", ask, now))).toBe(6);
    expect(await statements(() => getPlanGlance("georgia-2018-2019", 12, now))).toBe(4);
    expect(await statements(() => getPlanLines("georgia-2018-2019", ask, now))).toBe(3);
    expect(await statements(() => getPlanChanges("georgia-2018-2019", ask))).toBe(3);
  });

  it("are nobody's while the plan is a draft, and no file of them is", async () => {
    const { slug } = await aDraftPlan();
    expect(await getPlanFigures(slug, ask, now)).toBeNull();
    for (const table of planTables) expect([table, await getPlanTable(slug, table, ask, now)]).toEqual([table, null]);
  });

  it("are the same in the file as on the page", async () => {
    const page = await figuresOf("georgia-2018-2019");
    for (const table of planTables) {
      const shown = table === "milestones" ? page.lines.figure : table === "changes" ? page.changes?.list.figure : page[table];
      expect([table, await getPlanTable("georgia-2018-2019", table, ask, now)]).toEqual([table, shown]);
    }
  });
});
