import fc from "fast-check";
import { expect, it } from "vitest";
import { countIn } from "#lib/figures/rules.ts";
import { addAmounts, budgetFigure, budgetSummary, budgetSums, type BudgetGroup } from "./rules.ts";

const group = (changes: Partial<BudgetGroup>): BudgetGroup => ({ by: "years", of: "commitments", states: "amount", source: null, years: "2024", programme: null, currency: "GEL", count: 1, amount: "1.00", ...changes });

it("adds amounts exactly", () => {
  expect(addAmounts(["0.10", "0.20", "99999999999999.99", "3"])).toBe("100000000000003.29");
  expect(addAmounts(["-1.50", "1"])).toBe("-0.50");
  expect(addAmounts([])).toBe("0.00");
  fc.assert(fc.property(fc.array(fc.bigInt({ min: 0n, max: 10n ** 16n })), (all) => {
    const text = (value: bigint) => `${value / 100n}.${String(value % 100n).padStart(2, "0")}`;
    expect(addAmounts(all.map(text))).toBe(text(all.reduce((sum, value) => sum + value, 0n)));
  }));
});

it("sums within one currency, and never over commitments and milestones", () => {
  const sums = budgetSums([group({ amount: "10.50" }), group({ years: "2025", amount: "2.50", count: 2 }), group({ currency: "EUR", amount: "7" }), group({ of: "milestones", amount: "3" }), group({ states: "no_cost", currency: null, amount: null }), group({ by: "sources", amount: "99" })]);
  expect(sums.map(({ of, amount, lines }) => [of, amount.is === "money" && `${amount.amount} ${amount.currency}`, lines])).toEqual([["commitments", "13.00 GEL", 3], ["commitments", "7.00 EUR", 1], ["milestones", "3.00 GEL", 1]]);
});

it("counts each commitment and each milestone once by what is stated for it", () => {
  const subjects = (of: BudgetGroup["of"], states: BudgetGroup["states"], count: number) => group({ by: "subjects", of, states, count, currency: null, amount: null });
  const figure = budgetSummary([subjects("commitments", "amount", 2), subjects("commitments", "nothing", 1), subjects("milestones", "no_cost", 5)], "commitment");
  expect(figure.rows.map((row) => figure.columns.slice(1).map(({ key }) => countIn(figure, row, key)))).toEqual([[3, 2, 0, 0, 1], [5, 0, 5, 0, 0]]);
});

it("shows every line of a grouping, those without an amount too, and no sum for them", () => {
  const figure = budgetFigure("years", [group({ years: "2025" }), group({ years: null, amount: "5" }), group({ states: "no_cost", currency: null, amount: null, count: 4 }), group({})], "activity");
  expect(figure.rows.map(({ cells }) => [cells[0]?.is === "code" ? cells[0].code : null, cells[3]?.is === "count" && cells[3].value, cells[4]?.is])).toEqual([["2024", 1, "money"], ["2025", 1, "money"], [null, 1, "money"], ["2024", 4, "blank"]]);
});
