import { addressOf } from "#lib/record/addresses/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import type { ProgressCounts } from "#lib/plans/milestones/rules.ts";

/** The last parts of the addresses; `name` as somebody typed it. */
export const municipalitiesPath = "/municipalities";

export function municipalityPath(slug: string, page = 1): string {
  return addressOf(`${municipalitiesPath}/${slug}`, { page });
}

/** A municipality on the list, with what the public can read of it there. */
export interface ListedMunicipality {
  slug: string;
  name: Localized;
  region: Localized | null;
  plans: number;
  /** Commitments that concern it: of its plans, and those that its bodies lead or take part in; each once. */
  commitments: number;
}

/** How many were judged how, on one scale. */
export interface GradeCount {
  id: string;
  label: Localized;
  rank: number;
  /** How many grades its scale has. */
  of: number;
  count: number;
}

/** Where all that concerns a municipality stands: each axis by itself. */
export interface MunicipalityStanding {
  total: number;
  overdue: number;
  progress: ProgressCounts;
  /** The best first. */
  grades: GradeCount[];
  notAssessed: number;
}
