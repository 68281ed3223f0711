import type { Role } from "#lib/record/actors/schema.ts";
import { statusAfter } from "#lib/record/life-cycles/rules.ts";
import { isBlank, type Localized } from "#lib/record/localized/schema.ts";
import { DomainError, type ErrorCode, type FieldErrors } from "#lib/platform/errors.ts";
import { dayOf, isPast, lastDayOf, monthsBetween } from "#lib/record/terms/rules.ts";
import type { PartialDate } from "#lib/record/terms/schema.ts";
import { progressStatuses, type Progress, type UpdateStatus } from "./schema.ts";

/** The life of a progress update. An accepted one is never edited; a later one of the same period supersedes it. */
export const updateTransitions = {
  save: { from: ["draft", "returned"], to: "draft", by: "coordinator" },
  submit: { from: ["draft"], to: "submitted", by: "coordinator" },
  accept: { from: ["submitted"], to: "accepted", by: "secretariat" },
  return: { from: ["submitted"], to: "returned", by: "secretariat" },
  supersede: { from: ["accepted"], to: "superseded", by: "secretariat" },
} as const satisfies Record<string, { from: readonly UpdateStatus[]; to: UpdateStatus; by: Role }>;
export type UpdateStep = keyof typeof updateTransitions;

/** The update's status after a step; throws TRANSITION_NOT_ALLOWED when it does not lead on from here. */
export const updateAfter = statusAfter<UpdateStatus, UpdateStep>(updateTransitions);

/**
 * From the progress accepted for an earlier period to what may be reported next. What was completed or withdrawn stays so;
 * if that was wrong, the period in which it was said is reopened and corrected there.
 */
export const nextProgress: Record<Progress, readonly Progress[]> = {
  not_started: ["not_started", "in_progress", "completed", "suspended", "withdrawn"],
  in_progress: ["in_progress", "completed", "suspended", "withdrawn"],
  completed: ["completed"],
  suspended: ["in_progress", "completed", "suspended", "withdrawn"],
  withdrawn: ["withdrawn"],
};

/** From what is accepted for this period to what may supersede it: every correction, but a start that was accepted stays a start. */
export const correctedProgress: Record<Progress, readonly Progress[]> = {
  not_started: ["not_started", "in_progress", "completed", "suspended", "withdrawn"],
  in_progress: ["in_progress", "completed", "suspended", "withdrawn"],
  completed: ["in_progress", "completed", "suspended", "withdrawn"],
  suspended: ["in_progress", "completed", "suspended", "withdrawn"],
  withdrawn: ["in_progress", "completed", "suspended", "withdrawn"],
};

/** What may be reported now, given what was accepted for the latest earlier period and for this one (null: nothing). */
export function reachableProgress(earlier: Progress | null, samePeriod: Progress | null): Progress[] {
  return progressStatuses.filter(
    (progress) => (!earlier || nextProgress[earlier].includes(progress)) && (!samePeriod || correctedProgress[samePeriod].includes(progress)),
  );
}

/** When a subject is due: the end of its own term, else of its commitment's (and then it says so). Null: not stated. */
export function deadlineOf(own: PartialDate | null, ofCommitment: PartialDate | null): { due: PartialDate; fromCommitment: boolean } | null {
  if (own) return { due: own, fromCommitment: false };
  return ofCommitment ? { due: ofCommitment, fromCommitment: true } : null;
}

/** How long the deadline has passed, in whole months; null when it has not, is not stated, or nothing more is to be done. */
export function overdue(due: PartialDate | null, progress: Progress | null, now: Date): { due: PartialDate; months: number } | null {
  if (!due || progress === "completed" || progress === "withdrawn" || !isPast(due, now)) return null;
  return { due, months: monthsBetween(lastDayOf(due), dayOf(now)) };
}

/** Whole months since the last accepted update; null when there has been none. */
export function staleness(lastAcceptedAt: Date | null, now: Date): number | null {
  return lastAcceptedAt ? monthsBetween(dayOf(lastAcceptedAt), dayOf(now)) : null;
}

/** What is about to be sent, as far as the rules look at it. */
export interface SubmittedUpdate {
  progress: Progress | null;
  result: Localized | null;
  reasons: Localized | null;
  noProgress: boolean;
  evidence: { verificationSourceId: string | null }[];
}

/** What it is about. `due`: see {@link deadlineOf}. `reachable`: see {@link reachableProgress}. */
export interface SubmittedSubject {
  due: PartialDate | null;
  hasSources: boolean;
  reachable: readonly Progress[];
}

/** Why a report has to give reasons. */
export type ReasonsFor = "no_progress" | "suspended" | "withdrawn" | "late";

/** Why the report has to say why: nothing moved, suspended, withdrawn, or late; null when it need not. */
export function reasonsFor(update: Pick<SubmittedUpdate, "progress" | "noProgress">, due: PartialDate | null, now: Date): ReasonsFor | null {
  if (update.noProgress) return "no_progress";
  if (update.progress === "suspended" || update.progress === "withdrawn") return update.progress;
  return update.progress !== null && overdue(due, update.progress, now) !== null ? "late" : null;
}

/**
 * Where a subject stays when nothing happened in a period: what was accepted before it, else for it, else not started. Null when
 * "no progress" cannot be said: there was nothing more to do, or it does not lead on from there.
 */
export function unchangedProgress(earlier: Progress | null, samePeriod: Progress | null): Progress | null {
  const reachable = reachableProgress(earlier, samePeriod);
  const stays = [earlier ?? "not_started" as const, samePeriod].find((progress) => progress && reachable.includes(progress));
  return !stays || stays === "completed" || stays === "withdrawn" ? null : stays;
}

/** True when the report has to say what was done. */
export function needsResult(update: Pick<SubmittedUpdate, "progress" | "noProgress">): boolean {
  return update.progress !== "not_started" && !update.noProgress;
}

/** Throws when the draft says a progress that cannot be reached from what was accepted before. */
export function requireReachable(progress: Progress | null, reachable: readonly Progress[]): void {
  if (progress && !reachable.includes(progress)) throw new DomainError("TRANSITION_NOT_ALLOWED", { progress: "transitionNotAllowed" });
}

/**
 * Everything that keeps an update from being sent: the code of the first problem, and a message key for every field.
 * `takenOver`: it records what a published source says, so texts that the source does not state are not asked for.
 */
export function submissionProblems(
  update: SubmittedUpdate, subject: SubmittedSubject, now: Date, { takenOver } = { takenOver: false },
): { code: ErrorCode; fields: FieldErrors } | null {
  const problems: [ErrorCode, string, string][] = [];
  if (!update.progress) problems.push(["INVALID_INPUT", "progress", "choiceRequired"]);
  else if (!subject.reachable.includes(update.progress)) problems.push(["TRANSITION_NOT_ALLOWED", "progress", "transitionNotAllowed"]);
  if (!takenOver && needsResult(update) && isBlank(update.result)) problems.push(["RESULT_REQUIRED", "result", "resultRequired"]);
  if (!takenOver && reasonsFor(update, subject.due, now) && isBlank(update.reasons)) problems.push(["REASON_REQUIRED", "reasons", "reasonRequired"]);
  problems.push(...proofProblems(update, subject));
  const first = problems[0];
  return first ? { code: first[0], fields: Object.fromEntries(problems.map(([, field, message]) => [field, message])) } : null;
}

/** Completed needs proof; where the plan promised sources, each piece says which of them it is. */
export function proofProblems(update: Pick<SubmittedUpdate, "progress" | "evidence">, subject: Pick<SubmittedSubject, "hasSources">): [ErrorCode, string, string][] {
  if (update.progress !== "completed") return [];
  if (update.evidence.length === 0) return [["EVIDENCE_REQUIRED", "evidence", "evidenceRequired"]];
  if (!subject.hasSources) return [];
  return update.evidence.flatMap((piece, index): [ErrorCode, string, string][] =>
    piece.verificationSourceId ? [] : [["VERIFICATION_SOURCE_REQUIRED", `evidence.${index}.verificationSourceId`, "verificationSourceRequired"]],
  );
}
