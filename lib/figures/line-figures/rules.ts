import { none, nounOf, saying, word } from "#lib/figures/rules.ts";
import type { Cell, Counted, Figure, Word } from "#lib/figures/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import type { Standing } from "#lib/plans/milestones/rules.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import type { PartialDate } from "#lib/record/terms/schema.ts";

/** A milestone, or a commitment as a whole, on the line of months. */
export interface LineInTime {
  id: string;
  number: string;
  title: Localized | null;
  commitment: { slug: string; number: string };
  /** The commitment's where no own term is stated. */
  startsOn: PartialDate | null;
  standing: Standing;
}

const span = (months: number) => ({ years: Math.floor(months / 12), months: months % 12 });

/** In a sentence with its date: past its term and how long ago, due when, over, or without a term. */
export function standingWords({ progress, deadline, overdueMonths }: Standing, plan: { vocabulary: string; status: string }): Word {
  if (!deadline) return word("figures.standing.noTerm");
  const due = { date: deadline.due };
  if (progress === "completed" || progress === "withdrawn") return word(`figures.standing.${progress}`, { due });
  if (overdueMonths === null) return word("figures.standing.due", { due });
  if (plan.status === "closed") return word("milestones.overdueClosed", { due });
  return word(deadline.fromCommitment ? "milestones.overdueOfCommitment" : "milestones.overdue", { due, ago: word("milestones.ago", span(overdueMonths)), kind: plan.vocabulary });
}

/** When it was last reported on, and in so many words when that is too long ago. */
export function updateWords({ lastUpdatedAt, monthsSinceUpdate, stale }: Standing): Word {
  if (!lastUpdatedAt || monthsSinceUpdate === null) return word("milestones.never");
  const date = { date: dayOf(lastUpdatedAt) };
  return stale ? word("milestones.stale", { date, for: word("milestones.for", span(monthsSinceUpdate)) }) : word("milestones.lastUpdate", { date, ago: word("milestones.ago", span(monthsSinceUpdate)) });
}

/** Each line with its term, where it stands on the agency's axis, and in words whether it is late or silent. */
export function linesFigure(lines: readonly LineInTime[], plan: { slug: string; vocabulary: string; status: string }, of: Counted, today: PartialDate): Figure {
  const date = (value: PartialDate | null): Cell => (value ? { is: "date", date: value } : none);
  return {
    key: "milestones",
    title: word("figures.milestones.title", { of: nounOf(of, plan.vocabulary) }),
    notes: [word("figures.milestones.note", { today: { date: today } })],
    columns: [
      ...["number", "title"].map((key) => ({ key, label: word(`figures.columns.${key}`) })), ...(of === "milestones" ? [{ key: "commitment", label: word(`figures.columns.of_${plan.vocabulary}`) }] : []),
      { key: "startsOn", label: word("figures.columns.startsOn") }, { key: "due", label: word("figures.columns.due") }, { key: "progress", label: word("status.axes.progress") },
      { key: "standing", label: word("figures.columns.standing") }, { key: "update", label: word("figures.columns.update") },
    ],
    rows: lines.map(({ id, number, title, commitment, startsOn, standing }) => ({
      key: id,
      href: `/plans/${plan.slug}/commitments/${commitment.slug}${of === "milestones" ? `#${encodeURIComponent(number)}` : ""}`,
      cells: [
        { is: "code", code: number }, { is: "name", name: title }, ...(of === "milestones" ? [{ is: "code" as const, code: commitment.number }] : []),
        date(startsOn), date(standing.deadline?.due ?? null), saying(`status.progress.${standing.progress ?? "not_reported"}`),
        { is: "word", word: standingWords(standing, plan) }, { is: "word", word: updateWords(standing) },
      ],
    })),
  };
}
