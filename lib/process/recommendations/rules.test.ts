import { describe, expect, it } from "vitest";
import { recommendationStates, type RecommendationState } from "#lib/process/schema.ts";
import { isOverdue, isPromised, refusalsOfFulfilment, requireRecommendationStep } from "./rules.ts";

const at = new Date("2026-11-20T08:00:00Z");
const standing = (state: RecommendationState, status = "published") => ({ respondedAt: state === "waiting" ? null : at, fulfilledOn: state === "fulfilled" ? "2026-11-20" : null, event: { status } });
const allowed = ["waiting→answered", "answered→fulfilled"];

describe("a recommendation", () => {
  it.each(recommendationStates.flatMap((from) => recommendationStates.map((to) => [from, to] as const)))("%s → %s", (from, to) => {
    const step = (status?: string) => () => requireRecommendationStep(standing(from, status), to);
    if (allowed.includes(`${from}→${to}`)) expect(step()).not.toThrow();
    else expect(step()).toThrow("TRANSITION_NOT_ALLOWED");
    for (const status of ["draft", "cancelled"]) expect(step(status)).toThrow("TRANSITION_NOT_ALLOWED");
  });

  it("is fulfilled with proof, and not before its day", () => {
    expect(refusalsOfFulfilment({ fulfilledOn: "2026-11-20", evidence: [1] }, at)).toEqual({});
    expect(refusalsOfFulfilment({ fulfilledOn: "2026-11-21", evidence: [] }, at)).toEqual({ fulfilledOn: "dateInFuture", evidence: "proofRequired" });
  });

  it.each([["accepted", null, true], ["partly_accepted", null, true], ["declined", null, false], [null, null, false], ["accepted", "2026-11-20", false]])("that was %s and fulfilled on %s is promised: %s", (disposition, fulfilledOn, promised) => {
    expect(isPromised({ disposition, fulfilledOn })).toBe(promised);
  });

  it.each([
    [null, null, null, true], [at, "accepted", null, true], [at, "partly_accepted", null, true], [at, "declined", null, false], [at, "accepted", "2026-11-20", false],
  ])("whose term has passed, answered %s as %s and fulfilled %s, is overdue: %s", (respondedAt, disposition, fulfilledOn, overdue) => {
    expect(isOverdue({ dueOn: "2026-10", respondedAt, disposition, fulfilledOn }, at)).toBe(overdue);
    for (const dueOn of [null, "2026-11", "2026"]) expect(isOverdue({ dueOn, respondedAt, disposition, fulfilledOn }, at)).toBe(false);
  });
});
