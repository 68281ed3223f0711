/** The codes a use case can fail with. Each has a sentence in `messages/<locale>/errors.json`. */
export const errorCodes = [
  "NOT_FOUND",
  "FORBIDDEN",
  "UNAUTHENTICATED",
  "CONFLICT",
  "INVALID_INPUT",
  "TRANSITION_NOT_ALLOWED",
  "EVIDENCE_REQUIRED",
  "VERIFICATION_SOURCE_REQUIRED",
  "REASON_REQUIRED",
  "RESULT_REQUIRED",
  "PERIOD_NOT_OPEN",
  "PERIOD_NOT_CLOSED",
  "NO_COORDINATOR",
  "NOTHING_MISSING",
  "PLAN_NOT_ADOPTED",
  "PLAN_ADOPTED",
  "PLAN_CLOSED",
  "UPDATES_WAITING",
  "AMENDMENT_OPEN",
  "CONSULTATION_CLOSED",
  "CONSULTATION_OPEN",
  "COMMENTS_CLOSED",
  "COMMENTS_UNANSWERED",
  "COMMENTS_UNCONFIRMED",
  "REPORT_INCOMPLETE",
  "SECTION_HAS_COMMENTS",
  "FORMAT_UNKNOWN",
  "INDEPENDENCE",
  "ALREADY_ANSWERED",
  "ASSESSMENT_SUPERSEDED",
  "ALREADY_EXISTS",
  "LINK_INVALID",
  "LINK_EXPIRED",
  "LINK_USED",
  "REPORTING_LINK_ENDED",
  "TOO_MANY_ATTEMPTS",
  "SMS_CAP_REACHED",
  "CODE_REQUIRED",
  "CODE_WRONG",
  "SECOND_FACTOR_REQUIRED",
  "LAST_ADMINISTRATOR",
  "FILE_TOO_LARGE",
  "FILE_TYPE_NOT_ALLOWED",
  "FILE_MISSING",
  "CROSS_ORIGIN",
  "UNAVAILABLE",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Field path (dotted, as react-hook-form names it) → translation key in `errors.json`. */
export type FieldErrors = Record<string, string>;

/** The first message per field path of a zod error; messages are translation keys. */
export function fieldErrorsOf(error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }): FieldErrors {
  const fields: FieldErrors = {};
  for (const issue of error.issues) fields[issue.path.join(".")] ??= issue.message;
  return fields;
}

/**
 * The one error a use case throws on purpose. Its message is for logs only and is never shown to a person:
 * the interface translates `code` and the keys in `fieldErrors`.
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly fieldErrors: FieldErrors;

  constructor(code: ErrorCode, fieldErrors: FieldErrors = {}) {
    super(code);
    this.name = "DomainError";
    this.code = code;
    this.fieldErrors = fieldErrors;
  }
}

/** True for a DomainError, also one thrown by another copy of this module (Next bundles its own). */
export function isDomainError(error: unknown): error is DomainError {
  return error instanceof Error && error.name === "DomainError" && "code" in error;
}
