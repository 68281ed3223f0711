import { statusAfter } from "#lib/record/life-cycles/rules.ts";
import type { ErrorCode } from "#lib/platform/errors.ts";
import type { ReportKind, ReportStage } from "#lib/reports/snapshots/schema.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import type { ReportStatus } from "./schema.ts";

interface Step {
  from: readonly ReportStatus[];
  to: ReportStatus;
  /** What the step freezes. */
  stage: ReportStage;
}

/**
 * The life of a report. Every step freezes a version; what was frozen never changes. `record` takes over a report that was
 * published before it came into the record, so that no consultation is claimed.
 */
export const reportTransitions = {
  consult: { from: ["draft"], to: "in_consultation", stage: "consultation" },
  finalise: { from: ["in_consultation"], to: "final", stage: "final" },
  record: { from: ["draft"], to: "final", stage: "final" },
  correct: { from: ["final"], to: "final", stage: "correction" },
} as const satisfies Record<string, Step>;
export type ReportStep = keyof typeof reportTransitions;

const statusOf = statusAfter<ReportStatus, ReportStep>(reportTransitions);

/** Where a step leads and what it freezes; throws TRANSITION_NOT_ALLOWED when it does not lead on from here. */
export function reportAfter(step: ReportStep, status: ReportStatus): Pick<Step, "to" | "stage"> {
  return { to: statusOf(step, status), stage: reportTransitions[step].stage };
}

/** The one step a person can take from here, for the page to offer; the import's is never offered. */
export function nextStep(status: ReportStatus): Exclude<ReportStep, "record"> {
  const steps = { draft: "consult", in_consultation: "finalise", final: "correct" } as const;
  return steps[status];
}

/**
 * What keeps a report from being finalised; null when nothing does. The window that was promised stays open to its end, and
 * every confirmed comment has been published or rejected, every published one answered. One that was sent in the last hours is
 * waited for as long as its author can confirm it: it came in time, and the final version would be without it.
 */
export function refusalToFinalise(window: { endsOn: string } | null, comments: { unanswered: number; unconfirmed: number }, now: Date): ErrorCode | null {
  if (window && dayOf(now) <= window.endsOn) return "CONSULTATION_OPEN";
  if (comments.unanswered > 0) return "COMMENTS_UNANSWERED";
  return comments.unconfirmed > 0 ? "COMMENTS_UNCONFIRMED" : null;
}

/** True while a comment waits for a moderator or for a published response; an unconfirmed one is nobody's yet. */
export function awaitsAnswer(comment: { status: string; responseStatus: string | null }): boolean {
  return comment.status === "pending" || (comment.status === "published" && comment.responseStatus !== "published");
}

/** The last segment of a report's permanent address: `plan-2018-2019-2019-annual`. */
export function reportSlug(planSlug: string, periodSlug: string, kind: ReportKind): string {
  const word = kind.replaceAll("_", "-");
  return [planSlug, periodSlug, ...(periodSlug.split("-").includes(word) ? [] : [word])].join("-");
}

/** The name of a downloaded version: says what it is without its address. */
export function snapshotFileName(slug: string, version: number): string {
  return `${slug}-version-${version}.json`;
}
