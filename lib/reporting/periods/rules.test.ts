import { describe, expect, it } from "vitest";
import { isDomainError } from "#lib/platform/errors.ts";
import { mayReport, periodAfter, periodTransitions, type PeriodStep } from "./rules.ts";
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

describe("who may report when", () => {
  const until = (day: string) => ({ until: day });
  const evening = new Date("2019-06-30T19:00:00Z");
  it.each([
    ["open", null, true], ["open", until("2019-01-01"), true], ["upcoming", until("2019-12-31"), false],
    ["closed", null, false], ["closed", until("2019-06-30"), true], ["closed", until("2019-06-29"), false],
  ] as const)("in a period that is %s, reopened %j: %s", (status, extension, may) => expect(mayReport({ status }, extension, evening)).toBe(may));

  it("the day ends in Tbilisi", () => {
    expect(mayReport({ status: "closed" }, until("2019-06-30"), new Date("2019-06-30T20:30:00Z"))).toBe(false);
  });
});
