import { expect, it } from "vitest";
import { calendarOf } from "./rules.ts";

const now = new Date("2027-01-02T22:30:00Z");
const day = { uid: "period-1@example.ge", sequence: 2, day: "2027-01-31", summary: "ანგარიში; ვადა, ბოლო", description: "ერთი\nორი", url: "https://example.ge/ka" };

it("has an event that lasts all of its day, in every time zone, and can be replaced by a later one", () => {
  const lines = calendarOf([day], now).replaceAll("\r\n ", "").split("\r\n");
  expect(lines).toEqual(expect.arrayContaining([
    "BEGIN:VCALENDAR", "METHOD:PUBLISH", "UID:period-1@example.ge", "SEQUENCE:2", "DTSTAMP:20270102T223000Z", "DTSTART;VALUE=DATE:20270131", "DTEND;VALUE=DATE:20270201",
    "SUMMARY:ანგარიში\\; ვადა\\, ბოლო", "DESCRIPTION:ერთი\\nორი",
  ]));
});

it("crosses the end of a month and of a year", () => {
  expect(calendarOf([{ ...day, day: "2027-12-31" }, { ...day, day: "2028-02-28" }], now).match(/DTEND\S*/g)).toEqual(["DTEND;VALUE=DATE:20280101", "DTEND;VALUE=DATE:20280229"]);
});
