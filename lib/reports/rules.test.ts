import { describe, expect, test } from "vitest";
import {
  awaitsAnswer, nextStep, refusalToFinalise, reportAfter, reportSlug, reportTransitions, snapshotFileName, type ReportStep,
} from "./rules.ts";
import { reportStatuses, type ReportStatus } from "./schema.ts";

const allowed: Record<ReportStep, Partial<Record<ReportStatus, { to: ReportStatus; stage: string }>>> = {
  consult: { draft: { to: "in_consultation", stage: "consultation" } },
  finalise: { in_consultation: { to: "final", stage: "final" } },
  record: { draft: { to: "final", stage: "final" } },
  correct: { final: { to: "final", stage: "correction" } },
};
const pairs = (Object.keys(reportTransitions) as ReportStep[]).flatMap((step) => reportStatuses.map((from) => [step, from] as const));

test.each(pairs)("%s from %s", (step, from) => {
  const result = allowed[step][from];
  if (result) expect(reportAfter(step, from)).toEqual(result);
  else expect(() => reportAfter(step, from)).toThrow("TRANSITION_NOT_ALLOWED");
});

test.each(reportStatuses)("from %s a person is offered a step that leads on, never the import's", (status) => {
  expect(allowed[nextStep(status)][status]).toBeDefined();
  expect(nextStep(status)).not.toBe("record");
});

describe("the consultation", () => {
  const window = { opensOn: "2026-11-30", endsOn: "2026-12-14" };

  test("keeps its promise: not final before its last day is over, nor with comments unanswered", () => {
    const lastDay = new Date("2026-12-14T10:00:00Z");
    const after = new Date("2026-12-15T10:00:00Z");
    expect(refusalToFinalise(window, { unanswered: 0, unconfirmed: 0 }, lastDay)).toBe("CONSULTATION_OPEN");
    expect(refusalToFinalise(window, { unanswered: 1, unconfirmed: 1 }, after)).toBe("COMMENTS_UNANSWERED");
    expect(refusalToFinalise(window, { unanswered: 0, unconfirmed: 1 }, after)).toBe("COMMENTS_UNCONFIRMED");
    expect(refusalToFinalise(window, { unanswered: 0, unconfirmed: 0 }, after)).toBeNull();
  });
});

test.each([
  ["unconfirmed", null, false],
  ["pending", null, true],
  ["published", null, true],
  ["published", "draft", true],
  ["published", "published", false],
  ["rejected", null, false],
  ["hidden", null, false],
])("a comment that is %s with response %s waits: %s", (status, responseStatus, waits) => {
  expect(awaitsAnswer({ status, responseStatus })).toBe(waits);
});

test("an address says plan, period and kind, each once", () => {
  expect(reportSlug("national-2018-2019", "2019", "annual")).toBe("national-2018-2019-2019-annual");
  expect(reportSlug("national-2018-2019", "2019-annual", "annual")).toBe("national-2018-2019-2019-annual");
  expect(reportSlug("dmanisi-2024-2025", "2025-second-half", "end_of_term")).toBe("dmanisi-2024-2025-2025-second-half-end-of-term");
  expect(snapshotFileName("national-2018-2019-2019-annual", 2)).toBe("national-2018-2019-2019-annual-version-2.json");
});
