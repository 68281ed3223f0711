import { describe, expect, test } from "vitest";
import { consultationState, consultationWindow, takesComments, windowOf } from "./rules.ts";

describe("the consultation", () => {
  /** Half past ten in the evening in London, already the next day in Tbilisi. */
  const lateEvening = new Date("2026-11-29T22:30:00Z");
  const window = { opensOn: "2026-11-30", endsOn: "2026-12-14" };
  const days = { consultationOpensOn: window.opensOn, consultationEndsOn: window.endsOn };

  test("lasts the plan's days from the day in Tbilisi", () => {
    expect(consultationWindow(lateEvening, 14)).toEqual(window);
    expect(consultationWindow(new Date("2028-02-20T08:00:00Z"), 14).endsOn).toBe("2028-03-05");
  });

  test.each([
    ["2026-12-05T08:00:00Z", "open", 9],
    ["2026-12-14T19:59:00Z", "open", 0],
    ["2026-12-14T20:01:00Z", "closed", undefined],
  ])("at %s is %s with %s days left", (now, state, daysLeft) => {
    expect(consultationState(window, "in_consultation", new Date(now))).toEqual({ state, ...window, ...(daysLeft === undefined ? {} : { daysLeft }) });
  });

  test("is closed by the next step, and none is claimed where none is stated", () => {
    expect(consultationState(window, "final", lateEvening).state).toBe("closed");
    expect(consultationState(windowOf({ consultationOpensOn: null, consultationEndsOn: null }), "final", lateEvening)).toEqual({ state: "none" });
    expect(windowOf(days)).toEqual(window);
  });

  test.each([
    ["2026-11-29T19:59:59Z", false],
    ["2026-11-29T20:00:00Z", true],
    ["2026-12-14T19:59:59Z", true],
    ["2026-12-14T20:00:00Z", false],
  ])("takes comments from its first day to the end of its last: %s %s", (at, takes) => {
    expect(takesComments({ status: "in_consultation", ...days }, new Date(at))).toBe(takes);
    expect(takesComments({ status: "adopted", ...days }, new Date(at))).toBe(false);
  });

  test("takes them all the time where no days are stated", () => {
    expect(takesComments({ status: "in_consultation", consultationOpensOn: null, consultationEndsOn: null }, lateEvening)).toBe(true);
  });
});
