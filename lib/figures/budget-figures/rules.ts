import { blank, count, none, nounOf, saying, word } from "#lib/figures/rules.ts";
import { countedKinds, type Cell, type Counted, type Figure, type FigureRow } from "#lib/figures/schema.ts";
import { localize, type Localized } from "#lib/record/localized/schema.ts";

/** What a budget line states: an amount, that no additional cost is needed, or neither (its words alone); `nothing`: there is no line. */
export const budgetStates = ["amount", "no_cost", "no_amount", "nothing"] as const;
export type BudgetState = (typeof budgetStates)[number];

/** How the lines are grouped; `subjects` counts commitments and milestones themselves by the most exact thing they state. */
export const budgetGroupings = ["sources", "years", "programmes"] as const;
export type BudgetGrouping = (typeof budgetGroupings)[number];

/** Budget lines that are alike, how many they are, and the sum of their amounts, a decimal string. */
export interface BudgetGroup {
  by: BudgetGrouping | "subjects";
  of: Counted;
  states: BudgetState;
  source: Localized | null;
  /** "2024" or "2024–2025", as the term of what the money is for says. */
  years: string | null;
  programme: string | null;
  currency: string | null;
  count: number;
  amount: string | null;
}

const place = <T>(list: readonly T[], item: T) => list.indexOf(item);
/** Those that state a sum first, then commitments as wholes before milestones. */
const inOrder = (a: BudgetGroup, b: BudgetGroup) => place(budgetStates, a.states) - place(budgetStates, b.states) || place(countedKinds, b.of) - place(countedKinds, a.of);

function amountCell({ amount, currency }: BudgetGroup): Cell {
  return amount !== null && currency !== null ? { is: "money", amount, currency } : blank;
}

/** How many commitments and how many milestones state an amount, no additional cost, words alone, nothing. */
export function budgetSummary(groups: readonly BudgetGroup[], vocabulary: string): Figure {
  const subjects = groups.filter(({ by }) => by === "subjects");
  const rows = countedKinds.toReversed().map((of): FigureRow => {
    const own = subjects.filter((group) => group.of === of);
    const counts = budgetStates.map((state) => own.reduce((sum, { states, count: number }) => (states === state ? sum + number : sum), 0));
    return { key: of, cells: [saying(`figures.counted.${nounOf(of, vocabulary)}`), count(counts.reduce((sum, number) => sum + number, 0)), ...counts.map(count)] };
  });
  return {
    key: "budget",
    title: word("figures.budget.title"),
    notes: [word("figures.budget.note")],
    columns: [{ key: "name", label: word("figures.columns.of") }, { key: "total", label: word("figures.columns.all") }, ...budgetStates.map((state) => ({ key: state, label: word(`figures.states.${state}`) }))],
    rows,
  };
}

const nameOf: Record<BudgetGrouping, (group: BudgetGroup) => { key: string; cell: Cell }> = {
  sources: ({ source }) => ({ key: JSON.stringify(source), cell: source ? { is: "name", name: source } : none }),
  years: ({ years }) => ({ key: years ?? "", cell: years ? { is: "code", code: years } : none }),
  programmes: ({ programme }) => ({ key: programme ?? "", cell: programme ? { is: "code", code: programme } : none }),
};

/** The lines by funding source, by years or by programme code: sums within one currency, never over commitments and milestones together. */
export function budgetFigure(by: BudgetGrouping, groups: readonly BudgetGroup[], vocabulary: string): Figure {
  const own = groups.filter((group) => group.by === by);
  const sorted = own.toSorted((a, b) => inOrder(a, b) || (by === "years" ? 0 : byAmount(a, b)) || nullsLast(nameIn(a, by), nameIn(b, by)));
  return {
    key: by,
    title: word(`figures.${by}.title`),
    notes: [word(`figures.${by}.note`)],
    columns: [
      { key: "name", label: word(`figures.columns.${by}`) }, { key: "of", label: word("figures.columns.of") }, { key: "states", label: word("figures.columns.states") },
      { key: "lines", label: word("figures.columns.lines") }, { key: "amount", label: word("figures.columns.amount") },
    ],
    rows: sorted.map((group) => {
      const { key, cell } = nameOf[by](group);
      return { key: `${key} ${group.of} ${group.states} ${group.currency ?? ""}`, cells: [cell, saying(`figures.counted.${nounOf(group.of, vocabulary)}`), saying(`figures.states.${group.states}`), count(group.count), amountCell(group)] };
    }),
  };
}

const byAmount = (a: BudgetGroup, b: BudgetGroup) => (a.currency ?? "").localeCompare(b.currency ?? "") || Number(b.amount ?? 0) - Number(a.amount ?? 0);
const nullsLast = (a: string | null, b: string | null) => Number(a === null) - Number(b === null) || (a ?? "").localeCompare(b ?? "");

function nameIn({ source, years, programme }: BudgetGroup, by: BudgetGrouping): string | null {
  return by === "sources" ? (localize(source, "en")?.text ?? null) : by === "years" ? years : programme;
}

/** "6,000 GEL in 2 lines of commitments": the sums that are stated, each within its currency and kind. */
export function budgetSums(groups: readonly BudgetGroup[]): { of: Counted; amount: Cell; lines: number }[] {
  const stated = groups.filter(({ by, states }) => by === "years" && states === "amount");
  const bySum = Map.groupBy(stated, ({ of, currency }) => `${of} ${currency}`);
  return [...bySum.values()].flatMap((own) => {
    const [first] = own;
    if (!first?.currency) return [];
    const lines = own.reduce((sum, { count: number }) => sum + number, 0);
    return [{ of: first.of, lines, amount: { is: "money" as const, amount: addAmounts(own.map(({ amount }) => amount ?? "0")), currency: first.currency } }];
  });
}

/** The sum of decimal strings with at most two decimals, exact at any length. */
export function addAmounts(amounts: readonly string[]): string {
  const hundredths = amounts.reduce((sum, amount) => {
    const [whole = "0", part = ""] = amount.replace("-", "").split(".");
    const value = BigInt(whole) * 100n + BigInt(part.padEnd(2, "0").slice(0, 2));
    return sum + (amount.startsWith("-") ? -value : value);
  }, 0n);
  const digits = String(hundredths < 0n ? -hundredths : hundredths).padStart(3, "0");
  return `${hundredths < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
