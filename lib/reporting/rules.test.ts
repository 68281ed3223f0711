import { describe, expect, it } from "vitest";
import { isDomainError } from "#lib/platform/errors.ts";
import {
  correctedProgress, deadlineOf, nextProgress, overdue, reachableProgress, reasonsFor, requireReachable, staleness, submissionProblems, unchangedProgress, updateAfter,
  updateTransitions, type SubmittedSubject, type SubmittedUpdate, type UpdateStep,
} from "./rules.ts";
import { progressStatuses, updateStatuses, type Progress } from "./schema.ts";

const refused = (code: string) => expect.toSatisfy((error: unknown) => isDomainError(error) && error.code === code);
const now = new Date("2019-09-15T08:00:00Z");

describe("the life of an update", () => {
  const allowed: Record<UpdateStep, Partial<Record<string, string>>> = {
    save: { draft: "draft", returned: "draft" }, submit: { draft: "submitted" }, accept: { submitted: "accepted" }, return: { submitted: "returned" }, supersede: { accepted: "superseded" },
  };
  const pairs = (Object.keys(updateTransitions) as UpdateStep[]).flatMap((step) => updateStatuses.map((from) => [step, from] as const));

  it.each(pairs)("%s from %s", (step, from) => {
    const to = allowed[step][from];
    if (to) return expect(updateAfter(step, from)).toBe(to);
    expect(() => updateAfter(step, from)).toThrow(refused("TRANSITION_NOT_ALLOWED"));
  });
});

describe("what may be reported next", () => {
  const all = [...progressStatuses];
  const started: Progress[] = ["in_progress", "completed", "suspended", "withdrawn"];

  it.each<[Progress, Progress[], Progress[]]>([
    ["not_started", all, all],
    ["in_progress", started, started],
    ["completed", ["completed"], started],
    ["suspended", started, started],
    ["withdrawn", ["withdrawn"], started],
  ])("after %s: %s in a later period, %s as a correction of the same", (from, later, corrected) => {
    expect(nextProgress[from]).toEqual(later);
    expect(correctedProgress[from]).toEqual(corrected);
    expect(reachableProgress(from, null)).toEqual(later);
    expect(reachableProgress(null, from)).toEqual(corrected);
  });

  it("starts anywhere, and a correction stays within what the earlier period allows", () => {
    expect(reachableProgress(null, null)).toEqual(all);
    expect(reachableProgress("completed", "completed")).toEqual(["completed"]);
  });

  it("names the field when it cannot be reached", () => {
    expect(() => requireReachable("not_started", started)).toThrow(refused("TRANSITION_NOT_ALLOWED"));
    expect(() => requireReachable(null, [])).not.toThrow();
  });
});

describe("a deadline", () => {
  it("is the milestone's own, else the commitment's, and says which", () => {
    expect(deadlineOf("2019-06", "2019-12")).toEqual({ due: "2019-06", fromCommitment: false });
    expect(deadlineOf(null, "2019-12")).toEqual({ due: "2019-12", fromCommitment: true });
    expect(deadlineOf(null, null)).toBeNull();
  });

  it.each<[string | null, Progress | null, number | null]>([
    ["2019-06", "in_progress", 2], ["2019-06", null, 2], ["2019-06", "suspended", 2], ["2019-06", "completed", null], ["2019-06", "withdrawn", null],
    ["2019-09", "in_progress", null], ["2019", "not_started", null], ["2018", "not_started", 8], ["2019-09-14", "in_progress", 0], [null, "in_progress", null],
  ])("of %s with progress %s is %s months past", (due, progress, months) => expect(overdue(due, progress, now)?.months ?? null).toBe(months));

  it("falls at midnight in Tbilisi", () => {
    expect(overdue("2019-06", null, new Date("2019-06-30T19:59:00Z"))).toBeNull();
    expect(overdue("2019-06", null, new Date("2019-06-30T20:00:00Z"))).toEqual({ due: "2019-06", months: 0 });
  });

  it("counts months without an accepted update", () => {
    expect(staleness(new Date("2018-07-15T08:00:00Z"), now)).toBe(14);
    expect(staleness(null, now)).toBeNull();
  });
});

describe("sending an update", () => {
  const update: SubmittedUpdate = { progress: "in_progress", result: { ka: "კეთდება" }, reasons: null, noProgress: false, evidence: [] };
  const subject: SubmittedSubject = { due: "2019-12", hasSources: true, reachable: progressStatuses };
  const problems = (changes: Partial<SubmittedUpdate>, of: Partial<SubmittedSubject> = {}) => submissionProblems({ ...update, ...changes }, { ...subject, ...of }, now);
  const proof = { verificationSourceId: "s" };

  it("works when everything is said", () => {
    expect(problems({})).toBeNull();
    expect(problems({ progress: "completed", evidence: [proof] })).toBeNull();
    expect(problems({ progress: "completed", evidence: [{ verificationSourceId: null }] }, { hasSources: false })).toBeNull();
    expect(problems({ progress: "not_started", result: null })).toBeNull();
    expect(problems({ noProgress: true, result: null, reasons: { en: "No budget" } })).toBeNull();
  });

  it.each<[string, Partial<SubmittedUpdate>, Partial<SubmittedSubject>, string, Record<string, string>]>([
    ["no progress chosen", { progress: null }, {}, "INVALID_INPUT", { progress: "choiceRequired" }],
    ["an unreachable one", { progress: "not_started", result: null }, { reachable: ["in_progress"] }, "TRANSITION_NOT_ALLOWED", { progress: "transitionNotAllowed" }],
    ["completed without proof", { progress: "completed" }, {}, "EVIDENCE_REQUIRED", { evidence: "evidenceRequired" }],
    ["proof that does not say which", { progress: "completed", evidence: [proof, { verificationSourceId: null }] }, {}, "VERIFICATION_SOURCE_REQUIRED", { "evidence.1.verificationSourceId": "verificationSourceRequired" }],
    ["no result", { result: { ka: undefined } }, {}, "RESULT_REQUIRED", { result: "resultRequired" }],
    ["suspended without a reason", { progress: "suspended" }, {}, "REASON_REQUIRED", { reasons: "reasonRequired" }],
    ["withdrawn without a reason", { progress: "withdrawn" }, {}, "REASON_REQUIRED", { reasons: "reasonRequired" }],
    ["late without a reason", {}, { due: "2019-08" }, "REASON_REQUIRED", { reasons: "reasonRequired" }],
    ["no progress without a reason", { noProgress: true, result: null }, {}, "REASON_REQUIRED", { reasons: "reasonRequired" }],
    ["two things missing", { progress: "suspended", result: null }, {}, "RESULT_REQUIRED", { result: "resultRequired", reasons: "reasonRequired" }],
  ])("is refused with %s", (_, changes, of, code, fields) => expect(problems(changes, of)).toEqual({ code, fields }));

  it("asks a record from a published source for proof of completion, but not for texts it does not state", () => {
    const record = (changes: Partial<SubmittedUpdate>) => submissionProblems({ ...update, result: null, ...changes }, subject, now, { takenOver: true });
    expect(record({ progress: "suspended" })).toBeNull();
    expect(record({ progress: "completed" })).toMatchObject({ code: "EVIDENCE_REQUIRED" });
  });

  it("asks why before anything is chosen only when it must", () => {
    expect(reasonsFor({ progress: null, noProgress: false }, "2018", now)).toBeNull();
    expect(reasonsFor({ progress: null, noProgress: true }, null, now)).toBe("no_progress");
    expect(reasonsFor({ progress: "in_progress", noProgress: false }, "2018", now)).toBe("late");
    expect(reasonsFor({ progress: "suspended", noProgress: false }, null, now)).toBe("suspended");
  });
});

describe("no progress", () => {
  it.each([
    [null, null, "not_started"], ["in_progress", null, "in_progress"], ["suspended", null, "suspended"], ["completed", null, null], ["withdrawn", null, null],
    [null, "in_progress", "in_progress"], ["in_progress", "completed", "in_progress"], [null, "completed", null],
  ] as const)("after %s, with %s accepted for the period, stays at %s", (earlier, same, stays) => {
    expect(unchangedProgress(earlier, same)).toBe(stays);
  });
});
