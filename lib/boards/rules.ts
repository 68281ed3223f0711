import { isMissing, lastDay } from "#lib/boards/missing-reports/rules.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import { boardStates, type BoardFilter, type BoardState } from "./schema.ts";

/** The agency's last day has passed and the report has not been sent. An agency's own later day counts before the period's. */
export function isOverdue(state: BoardState, dueOn: string | null, until: string | null, now: Date): boolean {
  const last = lastDay({ dueOn, until });
  return isMissing(state) && last !== null && last < dayOf(now);
}

/** Something of an agency that is to be reported. */
interface Line {
  state: BoardState;
  overdue: boolean;
}

/** How many lines stand where. */
export function countStates(lines: readonly Line[]): Record<BoardState, number> & { overdue: number; sent: number } {
  const counts = Object.fromEntries(boardStates.map((state) => [state, lines.filter((line) => line.state === state).length])) as Record<BoardState, number>;
  return { ...counts, overdue: lines.filter(({ overdue }) => overdue).length, sent: counts.submitted + counts.accepted };
}

/** The agencies that have something in the state asked for, with those lines alone; those who owe most come first. */
export function filterAgencies<A extends { id: string; lines: readonly Line[] }>(agencies: readonly A[], { state, agency }: BoardFilter): A[] {
  const fits = (line: Line) => !state || (state === "overdue" ? line.overdue : line.state === state);
  const kept = agencies.filter(({ id }) => !agency || id === agency).map((one) => ({ ...one, lines: one.lines.filter(fits) }));
  const owes = ({ lines }: A) => lines.filter((line) => isMissing(line.state)).length;
  return kept.filter(({ lines }) => lines.length > 0).sort((a, b) => owes(b) - owes(a));
}
