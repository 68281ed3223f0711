import { describe, expect, it } from "vitest";
import { planAfter, planStatuses, planTransitions, requireDrafting, type PlanStatus, type PlanStep } from "./rules.ts";

const steps = Object.keys(planTransitions) as PlanStep[];

/** Every pair that leads on; all others are refused. */
const allowed: [PlanStatus, PlanStep, PlanStatus][] = [
  ["draft", "consult", "in_consultation"],
  ["draft", "adopt", "adopted"],
  ["in_consultation", "withdraw", "draft"],
  ["in_consultation", "adopt", "adopted"],
  ["adopted", "close", "closed"],
];

describe("the life of a plan", () => {
  const pairs = planStatuses.flatMap((from) => steps.map((step) => ({ from, step, to: allowed.find(([status, taken]) => status === from && taken === step)?.[2] ?? null })));
  it.each(pairs)("$from, $step → $to", ({ from, step, to }) => {
    if (to) expect(planAfter(step, from)).toBe(to);
    else expect(() => planAfter(step, from)).toThrow(expect.objectContaining({ code: "TRANSITION_NOT_ALLOWED" }) as Error);
  });

  it("never leads an adopted plan back to a draft", () => {
    const reachable = new Set<string>(["adopted"]);
    for (const from of planStatuses) if (reachable.has(from)) for (const [status, , to] of allowed) if (status === from) reachable.add(to);
    expect([...reachable].sort()).toEqual(["adopted", "closed"]);
  });
});

describe("writing a plan down", () => {
  it.each([["draft", null], ["in_consultation", null], ["adopted", "PLAN_ADOPTED"], ["closed", "PLAN_CLOSED"]] as const)("in the status %s: %s", (status, code) => {
    if (code) expect(() => requireDrafting({ status })).toThrow(expect.objectContaining({ code }) as Error);
    else expect(() => requireDrafting({ status })).not.toThrow();
  });
});
