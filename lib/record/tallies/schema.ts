/** What is counted: commitments as a whole, or milestones. Neither stands for the other, as each is reported and judged by itself. */
export const tallyUnits = ["commitments", "milestones"] as const;
export type TallyUnit = (typeof tallyUnits)[number];

/** Which commitments or milestones are counted, and as they stood when. */
export interface TallyScope {
  of: TallyUnit;
  /** Only of plans that bind: adopted or closed. Else also those in consultation. */
  binding: boolean;
  /** Slug. */
  plan?: string | undefined;
  level?: string | undefined;
  /** A year of the plan's term. */
  year?: string | undefined;
  /** Code of a thematic area, and number of an SDG. */
  area?: string | undefined;
  sdg?: number | undefined;
  /** Slug of the organisation that leads. */
  leader?: string | undefined;
  /** Slug: what its plans promise, or its bodies lead or take part in, of the plan or of others. */
  municipality?: string | undefined;
  /** Null: as everything stands now. Else as each period of the plan saw it: all of them, or the one with this slug. */
  periods: { slug?: string | undefined } | null;
}
