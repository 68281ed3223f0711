import { describe, expect, it } from "vitest";
import { dayAfter, type Deadlines } from "#lib/boards/missing-reports/rules.ts";
import { isDigestDue, isHourToWrite, latestReminderDay, mondayOf } from "./rules.ts";

/** Walks through days one by one as the server does, and tells on which a digest is sent. */
function sentOn(deadlines: Deadlines, from: string, to: string, asleep: readonly string[] = []): string[] {
  const sent: string[] = [];
  for (let day = from; day <= to; day = dayAfter(day, 1)) {
    if (!asleep.includes(day) && isDigestDue([latestReminderDay(deadlines, day)], sent.at(-1) ?? null, day)) sent.push(day);
  }
  return sent;
}

describe("reminders", () => {
  it("come 30, 7 and 0 days before the last day, then every week, and on no other day", () => {
    expect(sentOn({ dueOn: "2027-01-31", until: null }, "2026-11-01", "2027-03-05")).toEqual(["2027-01-01", "2027-01-24", "2027-01-31", "2027-02-07", "2027-02-14", "2027-02-21", "2027-02-28"]);
  });

  it("cross leap days and the clock changes of other countries", () => {
    expect(sentOn({ dueOn: "2028-03-01", until: null }, "2028-01-25", "2028-03-31")).toEqual(["2028-01-31", "2028-02-23", "2028-03-01", "2028-03-08", "2028-03-15", "2028-03-22", "2028-03-29"]);
  });

  it("count towards an agency's own later day too, and go on weekly meanwhile", () => {
    expect(sentOn({ dueOn: "2027-01-31", until: "2027-02-19" }, "2027-01-30", "2027-02-19")).toEqual(["2027-01-31", "2027-02-07", "2027-02-12", "2027-02-14", "2027-02-19"]);
  });

  it("do not come where no day is stated", () => {
    expect(sentOn({ dueOn: null, until: null }, "2027-01-01", "2027-03-31")).toEqual([]);
    expect(sentOn({ dueOn: null, until: "2027-02-10" }, "2027-02-01", "2027-02-10")).toEqual(["2027-02-03", "2027-02-10"]);
  });

  it("missed while the server was down come when it is up again, once, but not for long", () => {
    expect(sentOn({ dueOn: "2027-01-31", until: null }, "2027-01-20", "2027-02-06", ["2027-01-24", "2027-01-25"])).toEqual(["2027-01-26", "2027-01-31"]);
    expect(sentOn({ dueOn: "2027-01-31", until: null }, "2027-01-20", "2027-01-30", ["2027-01-24", "2027-01-25", "2027-01-26"])).toEqual([]);
  });

  it("are not sent twice for one day, whatever was sent on it", () => {
    expect(isDigestDue(["2027-01-24"], "2027-01-24", "2027-01-24")).toBe(false);
    expect(isDigestDue(["2027-01-24", "2027-01-25"], "2027-01-24", "2027-01-25")).toBe(true);
    expect(isDigestDue([null], null, "2027-01-25")).toBe(false);
  });
});

it("the Secretariat's week begins on Monday", () => {
  const week = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"];
  expect(week.map(mondayOf)).toEqual(week.map(() => "2026-11-23"));
  expect(mondayOf("2026-11-30")).toBe("2026-11-30");
});

it("people are written to between eight and nine in Tbilisi", () => {
  expect(["03:59", "04:00", "16:59", "17:00", "23:00"].map((time) => isHourToWrite(new Date(`2027-01-31T${time}:00Z`)))).toEqual([false, true, true, false, false]);
});
