import { describe, expect, it } from "vitest";
import { columnsOf, comparisonAddress, fileOf, inOrder, settled, tableOf } from "./rules.ts";
import { comparisonPageSize, comparisonSchema, type ComparedRow, type ComparedScale, type ComparisonChoices } from "./schema.ts";

const grade = (code: string, rank: number) => ({ code, label: { en: code }, rank });
const four: ComparedScale = { code: "four", label: { en: "Four" }, grades: [grade("best", 1), grade("worst", 0)] };
const five: ComparedScale = { code: "five", label: { en: "Five" }, grades: [grade("best", 2), grade("middle", 1), grade("worst", 0)] };
const row = (slug: string, changes: Partial<ComparedRow> = {}): ComparedRow => ({
  slug, name: { en: slug }, place: "", total: 4, progress: { completed: 1, not_reported: 3 }, overdue: 2, grades: [{ scale: "four", grade: "best", count: 1 }, { scale: "four", grade: null, count: 3 }], independent: [], comments: 0, answered: 0, medianDays: null, evidence: 0, ...changes,
});
const choices: ComparisonChoices = { plans: [{ slug: "new", title: {}, periods: [] }, { slug: "old", title: {}, periods: [{ slug: "h1", label: {} }] }], years: ["2026"], areas: [{ code: "a", label: {} }], sdgs: [], scales: [four, five] };
const asked = (query: Record<string, string>) => settled(comparisonSchema.parse(query), choices);

describe("a comparison in an address", () => {
  it("is understood, and what makes no sense is left out", () => {
    expect(asked({ by: "nobody", of: "x", page: "-1", sort: "<script>", plan: "none", year: "1999", area: "b" })).toEqual({ by: "agencies", of: "milestones", page: 1 });
    expect(asked({ by: "agencies", plan: "old", period: "h1", level: "local" })).toMatchObject({ plan: "old", period: "h1" });
    expect(asked({ by: "agencies", plan: "new", period: "h1" }).period).toBeUndefined();
    expect(asked({ by: "periods" })).toMatchObject({ plan: "old" });
    expect(asked({ by: "municipalities", plan: "old" }).plan).toBeUndefined();
  });

  it("leads from one order to another, back on the first page", () => {
    const comparison = { ...asked({ by: "plans", of: "commitments" }), page: 3 };
    expect(comparisonAddress(comparison, { sort: "-overdue" })).toBe("/compare?by=plans&of=commitments&sort=-overdue");
    expect(comparisonAddress(comparison, { page: 3 })).toBe("/compare?by=plans&of=commitments&page=3");
  });
});

describe("the figures", () => {
  it("are of one scale; what is on another is counted and not mixed in", () => {
    const mixed = row("mixed", { grades: [{ scale: "four", grade: "best", count: 1 }, { scale: "five", grade: "best", count: 2 }, { scale: "five", grade: null, count: 1 }], independent: [{ scale: "five", grade: "best", count: 1 }, { scale: null, grade: null, count: 2 }] });
    const figures = Object.fromEntries(columnsOf([mixed], four).map(({ key, value }) => [key, value(mixed)]));
    expect(figures).toMatchObject({ secretariat_best: 1, secretariat_worst: 0, unjudged: 0, otherScale: 3, independent_best: 0, independentIrm: 2, independentOther: 1, completedShare: 25 });
    expect(columnsOf([row("a")], four).map(({ key }) => key)).not.toContain("otherScale");
    expect(columnsOf([row("a")], four).filter(({ group }) => group === "independent")).toEqual([]);
  });

  it("have a share only where there is a whole", () => {
    const empty = row("empty", { total: 0, progress: {} });
    expect(columnsOf([empty], null).find(({ key }) => key === "completedShare")?.value(empty)).toBeNull();
  });

  it("are ordered by any column in both directions, what has none last, and by name otherwise", () => {
    const rows = [row("b", { medianDays: 3 }), row("a"), row("c", { medianDays: 1.5 })];
    const order = (sort?: string) => inOrder(rows, columnsOf(rows, four), sort, "en").map(({ slug }) => slug).join("");
    expect([order(), order("medianDays"), order("-medianDays"), order("-name"), order("nonsense")]).toEqual(["abc", "cba", "bca", "cba", "abc"]);
  });

  it("are in the file exactly as on the page, of all rows", () => {
    const rows = Array.from({ length: comparisonPageSize + 1 }, (_, index) => row(`r-${index}`, { overdue: index }));
    const comparison = { ...asked({ by: "agencies", sort: "-overdue" }), page: 2 };
    const [page, whole] = [tableOf(rows, comparison, [four, five], "en"), tableOf(rows, comparison, [four, five], "en", { all: true })];
    expect([page.rows.map(({ slug }) => slug), page.pages, page.total, page.scale?.code]).toEqual([["r-0"], 2, 101, "four"]);
    const file = fileOf(whole, "en", (key) => key);
    expect(file).toHaveLength(102);
    expect(file[0]?.slice(0, 4)).toEqual(["comparisons.file.code", "comparisons.file.name", "comparisons.groups.progress: comparisons.columns.total", "comparisons.groups.progress: status.progress.completed"]);
    expect(file[1]).toEqual(["r-100", "r-100", ...page.columns.map(({ key, value }) => (key === "overdue" ? 100 : value(rows[0] ?? expect.unreachable())))]);
  });
});
