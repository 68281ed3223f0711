import { describe, expect, it } from "vitest";
import { dayOf, endsBeforeStart, firstDayOf, isPast, lastDayOf, monthsBetween } from "./rules.ts";
import { dateSchema, partialDateSchema } from "./schema.ts";

describe("days in Tbilisi", () => {
  it("begin four hours before those of UTC", () => {
    expect(dayOf(new Date("2018-10-31T19:59:59Z"))).toBe("2018-10-31");
    expect(dayOf(new Date("2018-10-31T20:00:00Z"))).toBe("2018-11-01");
  });
});

describe("a deadline", () => {
  it.each([
    ["2018-10", "2018-10-31T19:59:59Z", false],
    ["2018-10", "2018-10-31T20:00:00Z", true],
    ["2024", "2024-12-31T19:59:59Z", false],
    ["2024", "2024-12-31T20:00:00Z", true],
    ["2018-10-15", "2018-10-15T19:00:00Z", false],
    ["2018-10-15", "2018-10-15T21:00:00Z", true],
  ])("of %s at %s has passed: %s", (date, now, past) => {
    expect(isPast(date, new Date(now))).toBe(past);
  });
});

describe("a partial date", () => {
  it.each([
    ["2018", "2018-01-01", "2018-12-31"],
    ["2018-02", "2018-02-01", "2018-02-28"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2018-10-15", "2018-10-15", "2018-10-15"],
  ])("%s reaches from %s to %s", (date, first, last) => {
    expect([firstDayOf(date), lastDayOf(date)]).toEqual([first, last]);
  });

  it.each(["2018", "2018-10", "2024-02-29"])("%s is one", (date) => expect(partialDateSchema.safeParse(date).success).toBe(true));
  it.each(["18", "2018-13", "2018-1", "2023-02-29", "2018-04-31", "31.10.2018", ""])("%j is none", (date) => expect(partialDateSchema.safeParse(date).success).toBe(false));
  it("is no day", () => expect(dateSchema.safeParse("2018-10").success).toBe(false));
});

describe("a term", () => {
  it("may end within the month or year in which it starts", () => {
    expect(endsBeforeStart({ startsOn: "2018-06", endsOn: "2018" })).toBe(false);
    expect(endsBeforeStart({ startsOn: "2018-06", endsOn: "2018-05-31" })).toBe(true);
    expect(endsBeforeStart({ startsOn: null, endsOn: "2018" })).toBe(false);
  });

  it.each([["2018-10-31", "2018-11-30", 0], ["2018-10-31", "2018-12-31", 2], ["2018-10-31", "2020-01-01", 14], ["2020-01-01", "2018-01-01", 0]])("from %s to %s are %d whole months", (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });
});
