import { describe, expect, test } from "vitest";
import { assessmentAfter, assessmentTransitions, requireAssessable, requireGrade, requireGradeOfScale, type AssessmentStep } from "./rules.ts";
import { assessmentStatuses, type AssessmentStatus } from "./schema.ts";

const allowed: Record<AssessmentStep, Partial<Record<AssessmentStatus, AssessmentStatus>>> = {
  save: { draft: "draft" },
  publish: { draft: "published" },
  supersede: { published: "superseded" },
};
const pairs = (Object.keys(assessmentTransitions) as AssessmentStep[]).flatMap((step) => assessmentStatuses.map((from) => [step, from] as const));

test.each(pairs)("%s from %s", (step, from) => {
  const to = allowed[step][from];
  if (to) expect(assessmentAfter(step, from)).toBe(to);
  else expect(() => assessmentAfter(step, from)).toThrow("TRANSITION_NOT_ALLOWED");
});

describe("a grade", () => {
  const scale = [{ id: "fully" }, { id: "none" }];

  test("belongs to the plan's own scale", () => {
    expect(() => requireGradeOfScale("fully", scale)).not.toThrow();
    expect(() => requireGradeOfScale("fifth-step-of-another-scale", scale)).toThrow("INVALID_INPUT");
  });

  test("may be missing while drafting, not when publishing", () => {
    expect(() => requireGradeOfScale(null, scale)).not.toThrow();
    expect(() => requireGrade(null)).toThrow("INVALID_INPUT");
    expect(() => requireGrade("fully")).not.toThrow();
  });
});

test.each([
  ["draft", "open", "PLAN_NOT_ADOPTED"],
  ["in_consultation", "open", "PLAN_NOT_ADOPTED"],
  ["adopted", "upcoming", "PERIOD_NOT_OPEN"],
  ["adopted", "open", null],
  ["adopted", "closed", null],
  ["closed", "closed", null],
])("a %s plan in a period that is %s: %s", (plan, period, refusal) => {
  const check = () => requireAssessable({ status: plan }, { status: period });
  if (refusal) expect(check).toThrow(refusal);
  else expect(check).not.toThrow();
});
