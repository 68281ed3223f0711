import type { ColleagueAtWork } from "#lib/editing/drafts/queries.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import type { OutlineLine, Place } from "#lib/plans/outlines/rules.ts";

/** What every line of an outline needs to know of its plan. */
export interface OutlinePlan {
  id: string;
  /** commitment | activity */
  vocabulary: string;
  /** False: it is only read (closed). */
  editable: boolean;
  /** Names of the lead agencies by id. */
  organisations: Readonly<Record<string, Localized>>;
  /** Unfinished forms of colleagues. */
  others: readonly ColleagueAtWork[];
  /** Ids of what the person has unfinished forms of. */
  unfinished: readonly string[];
  /** Milestones are folded away at first. */
  folded: boolean;
}

/** What can be done to a line. */
export interface LineSteps {
  running: boolean;
  /** `focus`: the id of what has the focus afterwards. */
  move: (line: OutlineLine, place: Place, focus: string) => void;
  remove: (line: OutlineLine) => void;
}

/** A line with all that its steps need. */
export interface LineProps {
  line: OutlineLine;
  /** The lines that stand on its level, itself among them. */
  level: readonly OutlineLine[];
  plan: OutlinePlan;
  outline: readonly OutlineLine[];
  steps: LineSteps;
}
