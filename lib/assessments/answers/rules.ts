import type { AssessmentStatus } from "#lib/assessments/schema.ts";
import { DomainError } from "#lib/platform/errors.ts";

/** Throws unless the assessment can be answered now: ALREADY_ANSWERED, since an answer is given once; ASSESSMENT_SUPERSEDED, since the newer one is to be answered. */
export function requireAnswerable({ status, answered }: { status: AssessmentStatus; answered: boolean }): void {
  if (answered) throw new DomainError("ALREADY_ANSWERED");
  if (status === "superseded") throw new DomainError("ASSESSMENT_SUPERSEDED");
}
