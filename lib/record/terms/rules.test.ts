import { describe, expect, it } from "vitest";
import { addDays, addMonths, dayOf, daysBetween, endsBeforeStart, firstDayOf, isPast, lastDayOf, monthsBetween } from "./rules.ts";
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

describe("a day later", () => {
  it.each([
    ["2024-01-15", 6, "2024-07-15"],
    ["2023-08-31", 6, "2024-02-29"],
    ["2024-08-31", 6, "2025-02-28"],
    ["2024-03-31", 6, "2024-09-30"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2024-07-01", 6, "2025-01-01"],
    ["2024-06-30", 6, "2024-12-30"],
    ["2024-12-31", 0, "2024-12-31"],
  ])("%s and %d months is %s", (day, months, later) => expect(addMonths(day, months)).toBe(later));

  it.each([["2024-02-28", 1, "2024-02-29"], ["2023-12-31", 1, "2024-01-01"], ["2024-03-01", 14, "2024-03-15"], ["2024-03-30", 2, "2024-04-01"]])("%s and %d days is %s", (day, days, later) => {
    expect(addDays(day, days)).toBe(later);
    expect([daysBetween(day, later), daysBetween(later, day)]).toEqual([days, -days]);
  });
});
