import type { Localized } from "#lib/record/localized/schema.ts";

/** What came of part of what is counted. `progress`: as agencies report it; `not_reported`: no accepted report. */
export interface Share {
  total: number;
  progress: Record<string, number>;
  overdue: number;
}

/** The share of one agency or plan. */
export interface NamedShare extends Share {
  slug: string;
  name: Localized;
}

/** How many the Secretariat judged to have one grade. */
export interface JudgedShare {
  scale: string;
  grade: string;
  label: Localized;
  /** 0 is the worst. */
  rank: number;
  /** How many grades the scale has. */
  of: number;
  count: number;
}

/** Where everything of a topic or an agency stands, on each axis for itself. */
export interface Summary extends Share {
  /** The best first; those of each scale together. */
  grades: JudgedShare[];
  unjudged: number;
  /** Those with the most; the rest is in a comparison. */
  agencies: NamedShare[];
  plans: NamedShare[];
  /** How many agencies and plans there are in all. */
  agencyCount: number;
  planCount: number;
}
