import type { CommentStatus, ResponseStatus } from "#lib/comments/schema.ts";
import type { Disposition } from "#lib/record/dispositions/schema.ts";
import { takesComments } from "#lib/record/consultations/rules.ts";
import { isBlank, localize, type Locale, type Localized } from "#lib/record/localized/schema.ts";
import { DomainError, type ErrorCode, type FieldErrors } from "#lib/platform/errors.ts";
import { dayOf } from "#lib/record/terms/rules.ts";

/** The life of a comment: from each status, the next ones. */
export const commentLife: Record<CommentStatus, readonly CommentStatus[]> = {
  unconfirmed: ["pending"],
  pending: ["published", "rejected"],
  published: ["hidden"],
  rejected: [],
  hidden: [],
};

/** The life of a response. A published one stays as it was. */
export const responseLife: Record<ResponseStatus, readonly ResponseStatus[]> = {
  none: ["draft", "published"],
  draft: ["draft", "published"],
  published: [],
};

/** Throws TRANSITION_NOT_ALLOWED unless a comment can go from one status to the other. */
export function requireCommentStep(from: CommentStatus, to: CommentStatus): void {
  if (!commentLife[from].includes(to)) throw new DomainError("TRANSITION_NOT_ALLOWED");
}

/** Throws TRANSITION_NOT_ALLOWED unless the response can take the step and the comment is one that people see. */
export function requireResponseStep(comment: CommentStatus, from: ResponseStatus, to: ResponseStatus): void {
  if (comment !== "published" || !responseLife[from].includes(to)) throw new DomainError("TRANSITION_NOT_ALLOWED");
}

/** What a response lacks before it can be published; empty when it is complete. */
export function missingInResponse(response: { disposition: Disposition | null; text: Localized | null }): FieldErrors {
  return {
    ...(response.disposition ? {} : { disposition: "choiceRequired" }),
    ...(isBlank(response.text) ? { text: "requiredInOneLanguage" } : {}),
  };
}

export const confirmationHours = 24;

export function confirmationExpiry(createdAt: Date): Date {
  return new Date(createdAt.getTime() + confirmationHours * 3_600_000);
}

/** Why a confirmation link cannot be used now; null when it can. */
export function refusalOfLink(comment: { status: string; confirmExpiresAt: Date } | null, now: Date): ErrorCode | null {
  if (!comment) return "LINK_INVALID";
  if (comment.status !== "unconfirmed") return "LINK_USED";
  return now < comment.confirmExpiresAt ? null : "LINK_EXPIRED";
}

/** Whole calendar days in Tbilisi from the confirmation until the response, or until now while there is none. */
export function daysToAnswer(confirmedAt: Date, until: Date): number {
  const days = (Date.parse(dayOf(until)) - Date.parse(dayOf(confirmedAt))) / 86_400_000;
  return Math.max(0, days);
}

/** The days on which the public is asked about a plan or report. */
interface Consulted {
  status: string;
  consultationOpensOn: string | null;
  consultationEndsOn: string | null;
}

/** Why a commitment takes no comments today; null when it does. A draft plan is nobody's business until the public is asked about it. */
export function refusalOfCommitment(plan: Consulted, now: Date): ErrorCode | null {
  if (plan.status === "draft") return "NOT_FOUND";
  if (plan.status === "in_consultation") return takesComments(plan, now) ? null : "CONSULTATION_CLOSED";
  return plan.status === "closed" ? "COMMENTS_CLOSED" : null;
}

/** Why a report takes no comments today (Tbilisi); null during its consultation, first and last day included. */
export function refusalOfReport(report: Consulted, now: Date): ErrorCode | null {
  if (report.status === "draft") return "NOT_FOUND";
  return takesComments(report, now) ? null : "CONSULTATION_CLOSED";
}

/** What a subject is called in one line: "5 Your Idea to the Zugdidi Mayor"; where the title is lost, number and plan. */
export function subjectName(subject: { number: string | null; title: Localized | null; planTitle: Localized }, locale: Locale): string {
  const title = localize(subject.title, locale) ?? localize(subject.planTitle, locale);
  return [subject.number, title?.text].filter(Boolean).join(" ");
}
