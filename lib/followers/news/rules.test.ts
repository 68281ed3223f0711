import { describe, expect, it } from "vitest";
import { comingDays, digestDue, quietSince } from "./rules.ts";

const now = new Date("2026-11-21T12:00:00Z");
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

describe("what is told at once", () => {
  it("waits for ten quiet minutes, so that what happens together is told together", () => {
    expect(quietSince([], now)).toBeNull();
    expect(quietSince([before(9)], now)).toBeNull();
    expect(quietSince([before(11)], now)).toEqual(before(10));
    expect(quietSince([before(3), before(20)], now)).toBeNull();
  });

  it("waits no longer than an hour where it never gets quiet; what may still be being saved is left for the next time", () => {
    expect(quietSince([before(3), before(59)], now)).toBeNull();
    expect(quietSince([before(3), before(60)], now)).toEqual(before(10));
  });
});

describe("a digest", () => {
  it.each([
    ["weekly", "2026-11-21T12:00:00Z", "2026-11-16T05:00:00Z"], ["weekly", "2026-11-23T05:00:00Z", "2026-11-23T05:00:00Z"], ["weekly", "2026-11-23T04:59:59Z", "2026-11-16T05:00:00Z"],
    // Sunday evening in London is Monday in Tbilisi, but not nine o'clock yet.
    ["weekly", "2026-11-22T22:00:00Z", "2026-11-16T05:00:00Z"], ["weekly", "2027-01-01T10:00:00Z", "2026-12-28T05:00:00Z"],
    ["monthly", "2026-11-21T12:00:00Z", "2026-11-01T05:00:00Z"], ["monthly", "2027-01-01T04:00:00Z", "2026-12-01T05:00:00Z"], ["monthly", "2027-01-01T05:00:00Z", "2027-01-01T05:00:00Z"],
  ] as const)("that comes %s was due last, at %s, at %s", (frequency, at, due) => {
    expect(digestDue(frequency, new Date(at))).toEqual(new Date(due));
  });

  it("says what is coming up to the next one", () => {
    expect(comingDays("weekly", new Date("2026-11-23T05:00:00Z"))).toEqual({ from: "2026-11-23", to: "2026-11-29" });
    expect(comingDays("monthly", new Date("2027-02-01T05:00:00Z"))).toEqual({ from: "2027-02-01", to: "2027-02-28" });
  });
});
