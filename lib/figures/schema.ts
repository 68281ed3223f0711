import type { Localized } from "#lib/record/localized/schema.ts";
import type { PartialDate } from "#lib/record/terms/schema.ts";

/** A phrase of the interface by its key in the messages; its parts are told in the same language. */
export interface Word {
  key: string;
  values?: Record<string, WordValue>;
}
export type WordValue = string | number | Localized | Word | { date: PartialDate };

/**
 * One value of a figure. Counts are whole numbers, amounts decimal strings as exact as they were stated; `none`: the plan does not
 * state it; `blank`: there is nothing to say in this row.
 */
export type Cell =
  | { is: "count"; value: number }
  | { is: "money"; amount: string; currency: string }
  | { is: "date"; date: PartialDate }
  | { is: "code"; code: string }
  /** A text of the record, maybe after a word: "Objective 2: …". */
  | { is: "name"; name: Localized | null; before?: Word }
  | { is: "word"; word: Word }
  | { is: "none" }
  | { is: "blank" };

/** Which axis a column of counts belongs to; those of one axis in one row add up to the row's `total`. */
export type Axis = "progress" | "fulfilment" | "term";

export interface FigureColumn {
  key: string;
  label: Word | Localized;
  axis?: Axis;
  /** The step of a scale that is counted: 0 is the worst. */
  step?: { rank: number; of: number };
}

export interface FigureRow {
  key: string;
  /** One a column, in their order. */
  cells: readonly Cell[];
  /** Address without its language of what the row is about. */
  href?: string;
}

/** Numbers of the record as one table: what is drawn, read as a table and taken away as CSV is this and nothing else. */
export interface Figure {
  key: string;
  title: Word;
  /** What has to be known to read it. */
  notes: readonly Word[];
  columns: readonly FigureColumn[];
  rows: readonly FigureRow[];
}

/** What is counted: the commitments of a plan as wholes, or their milestones. The two are never added up. */
export const countedKinds = ["milestones", "commitments"] as const;
export type Counted = (typeof countedKinds)[number];

/** The same as the plan calls them: some promise activities and sub-activities. */
export type Noun = Counted | "activities" | "subactivities";
