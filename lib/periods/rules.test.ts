import { describe, expect, it } from "vitest";
import { isDomainError } from "#lib/platform/errors.ts";
import { periodAfter, periodTransitions, type PeriodStep } from "./rules.ts";
import { periodStatuses } from "./schema.ts";

const allowed: Record<PeriodStep, Partial<Record<string, string>>> = { open: { upcoming: "open" }, close: { open: "closed" }, reopen: { closed: "open" } };
const pairs = (Object.keys(periodTransitions) as PeriodStep[]).flatMap((step) => periodStatuses.map((from) => [step, from] as const));

describe("the life of a period", () => {
  it.each(pairs)("%s from %s", (step, from) => {
    const to = allowed[step][from];
    if (to) return expect(periodAfter(step, from)).toBe(to);
    expect(() => periodAfter(step, from)).toThrow(expect.toSatisfy((error: unknown) => isDomainError(error) && error.code === "TRANSITION_NOT_ALLOWED"));
  });
});
