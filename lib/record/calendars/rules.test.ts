import { expect, it } from "vitest";
import { calendarProblems } from "#lib/platform/testing/icalendar.ts";
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

it("is iCalendar, whatever the words are", () => {
  const long = "ანგარიშვალდებულებისათვის ".repeat(30);
  const days = [day, { ...day, uid: "period-2@example.ge", lastDay: "2027-02-03", summary: `${long}\r\nBEGIN:VEVENT\r\n"';,:\\`, description: "👍".repeat(90) }];
  expect(calendarProblems(calendarOf(days, now, "ვადები"))).toEqual([]);
  expect(calendarProblems(calendarOf([], now))).toEqual([]);
});

it.each([
  ["a line that is too long", (text: string) => text.replace("SUMMARY:", `SUMMARY:${"x".repeat(80)}`)], ["no time at which it was written", (text: string) => text.replace(/DTSTAMP:.*\r\n/, "")],
  ["an end before its beginning", (text: string) => text.replace(/DTEND;VALUE=DATE:\d+/, "DTEND;VALUE=DATE:20200101")], ["no end", (text: string) => text.replace("END:VCALENDAR", "")],
  ["line ends of another kind", (text: string) => text.replaceAll("\r\n", "\n")], ["the same event twice", (text: string) => text.replace(/(BEGIN:VEVENT.*END:VEVENT\r\n)/s, "$1$1")], ["no version", (text: string) => text.replace("VERSION:2.0\r\n", "")],
])("would be refused with %s", (_, broken) => {
  const text = calendarOf([day], now);
  expect(broken(text)).not.toBe(text);
  expect(calendarProblems(broken(text))).not.toEqual([]);
});
