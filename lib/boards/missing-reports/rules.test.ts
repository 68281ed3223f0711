import { expect, it } from "vitest";
import { daysBetween, isMissing, urgency } from "./rules.ts";

it("what was sent or accepted is missing no more", () => {
  expect((["none", "draft", "returned", "submitted", "accepted", "superseded"] as const).map(isMissing)).toEqual([true, true, true, false, false, false]);
});

it("days are counted on the calendar of Tbilisi", () => {
  expect(daysBetween("2027-01-31", "2027-02-07")).toBe(7);
  expect(daysBetween("2027-02-07", "2027-01-31")).toBe(-7);
  expect(urgency("2027-01-31", new Date("2027-01-30T21:00:00Z"))).toEqual({ when: "today", days: 0 });
  expect(urgency("2027-01-31", new Date("2027-01-30T19:00:00Z"))).toEqual({ when: "ahead", days: 1 });
  expect(urgency("2027-01-31", new Date("2027-02-02T19:00:00Z"))).toEqual({ when: "past", days: 2 });
  expect(urgency(null, new Date())).toEqual({ when: "unknown", days: 0 });
});
