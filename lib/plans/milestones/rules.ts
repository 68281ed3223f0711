import { deadlineOf, overdue, staleness } from "#lib/reporting/rules.ts";
import { progressStatuses, type Progress } from "#lib/reporting/schema.ts";
import type { PartialDate } from "#lib/record/terms/schema.ts";
import { newestFirst } from "#lib/assessments/voices/rules.ts";

/**
 * After how many months without an accepted update a subject is called stale. OGP asks for an update at least twice a
 * year, and plans monitor by half-years. The date of the last update is said always, stale or not.
 */
export const staleAfterMonths = 6;

/** A commitment as a whole or a milestone, as far as the rules look at it. `endsOn` is its own. */
export interface StandingInput {
  endsOn: PartialDate | null;
  commitmentEndsOn: PartialDate | null;
  planStatus: string;
  /** Taken out of the plan: nothing more is owed. */
  removed?: boolean;
  /** Accepted updates, in any order. */
  updates: readonly { progress: Progress; acceptedAt: Date; period: { endsOn: string } }[];
}

/** Where something stands, all of it derived. */
export interface Standing {
  /** As accepted for the latest period; null: not reported. */
  progress: Progress | null;
  deadline: { due: PartialDate; fromCommitment: boolean } | null;
  /** Whole months since the deadline; null when it is not past or nothing more is to be done. */
  overdueMonths: number | null;
  lastUpdatedAt: Date | null;
  /** Whole months since the last accepted update; null when there has been none. */
  monthsSinceUpdate: number | null;
  stale: boolean;
}

/** What stands now, from what was accepted and the terms. */
export function standingOf(subject: StandingInput, now: Date): Standing {
  const updates = newestFirst(subject.updates, (update) => update.acceptedAt);
  const progress = updates[0]?.progress ?? null;
  const deadline = deadlineOf(subject.endsOn, subject.commitmentEndsOn);
  const lastUpdatedAt = updates.reduce<Date | null>((last, { acceptedAt }) => (!last || acceptedAt > last ? acceptedAt : last), null);
  const monthsSinceUpdate = staleness(lastUpdatedAt, now);
  return {
    progress,
    deadline,
    overdueMonths: subject.removed ? null : (overdue(deadline?.due ?? null, progress, now)?.months ?? null),
    lastUpdatedAt,
    monthsSinceUpdate,
    stale: !subject.removed && isStale({ progress, monthsSinceUpdate, planStatus: subject.planStatus }),
  };
}

/** True when an update is owed: the plan goes on, the work is not over, and the last update is half a year old. */
export function isStale({ progress, monthsSinceUpdate, planStatus }: { progress: Progress | null; monthsSinceUpdate: number | null; planStatus: string }): boolean {
  if (planStatus === "closed" || progress === "completed" || progress === "withdrawn") return false;
  return monthsSinceUpdate !== null && monthsSinceUpdate >= staleAfterMonths;
}

/** How many stand where, in the order of the life cycle; "not_reported" for those without an accepted update. */
export type ProgressCounts = Record<Progress | "not_reported", number>;

export function countProgress(standings: readonly { progress: Progress | null }[]): ProgressCounts {
  const counts = Object.fromEntries([...progressStatuses, "not_reported" as const].map((status) => [status, 0])) as ProgressCounts;
  for (const { progress } of standings) counts[progress ?? "not_reported"] += 1;
  return counts;
}

/** A row with those that are nested in it. */
export type Nested<T> = T & { children: Nested<T>[] };

/** Rows under the rows that hold them, each level in the order given; what names an unknown parent stands on top. */
export function nest<T extends { id: string; parentId: string | null }>(rows: readonly T[]): Nested<T>[] {
  const nested = new Map(rows.map((row): [string, Nested<T>] => [row.id, { ...row, children: [] }]));
  const tops: Nested<T>[] = [];
  for (const row of nested.values()) (nested.get(row.parentId ?? "")?.children ?? tops).push(row);
  return tops;
}
