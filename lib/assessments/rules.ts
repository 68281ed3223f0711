import { statusAfter } from "#lib/life-cycles/rules.ts";
import { DomainError } from "#lib/platform/errors.ts";
import type { AssessmentStatus } from "./schema.ts";

/** The life of an assessment. A published one is never edited; a later one of the same period, subject and assessor supersedes it. */
export const assessmentTransitions = {
  save: { from: ["draft"], to: "draft" },
  publish: { from: ["draft"], to: "published" },
  supersede: { from: ["published"], to: "superseded" },
} as const satisfies Record<string, { from: readonly AssessmentStatus[]; to: AssessmentStatus }>;
export type AssessmentStep = keyof typeof assessmentTransitions;

/** The assessment's status after a step; throws TRANSITION_NOT_ALLOWED when it does not lead on from here. */
export const assessmentAfter = statusAfter<AssessmentStatus, AssessmentStep>(assessmentTransitions);

/** Throws INVALID_INPUT when the grade is not one of the plan's own scale. */
export function requireGradeOfScale(gradeId: string | null, scale: readonly { id: string }[]): void {
  if (gradeId && scale.every((grade) => grade.id !== gradeId)) throw new DomainError("INVALID_INPUT", { gradeId: "unknownChoice" });
}

/** Throws INVALID_INPUT when no grade is chosen: to publish is to judge. */
export function requireGrade(gradeId: string | null): void {
  if (!gradeId) throw new DomainError("INVALID_INPUT", { gradeId: "choiceRequired" });
}

/** Throws when there is nothing to assess yet: the plan is not adopted, or the period has not begun. */
export function requireAssessable(plan: { status: string }, period: { status: string }): void {
  if (plan.status !== "adopted" && plan.status !== "closed") throw new DomainError("PLAN_NOT_ADOPTED");
  if (period.status === "upcoming") throw new DomainError("PERIOD_NOT_OPEN");
}
