import { describe, expect, it } from "vitest";
import { daysWaiting, eventAddress, eventLife, hasTakenPlace, isMinutesMissing, isPlanned, recommendationState, refusalsOfEvent, requireEventStep } from "./rules.ts";
import { eventKinds, eventStatuses } from "./schema.ts";

const allowed = ["draft→published", "published→cancelled"];

describe("the life of an event", () => {
  it.each(eventStatuses.flatMap((from) => eventStatuses.map((to) => [from, to] as const)))("%s → %s", (from, to) => {
    const step = () => requireEventStep(from, to);
    if (allowed.includes(`${from}→${to}`)) expect(step).not.toThrow();
    else expect(step).toThrow("TRANSITION_NOT_ALLOWED");
    expect(eventLife[from].includes(to)).toBe(allowed.includes(`${from}→${to}`));
  });
});

describe("an event", () => {
  const on = (startsOn: string | null, endsOn: string | null = null, status = "published") => ({ startsOn, endsOn, status });
  it.each([
    [on("2026-11-22"), true, false], [on("2026-11-21"), false, true], [on("2026-11-20"), false, true], [on("2026-11-20", "2026-11-22"), false, false],
    [on("2026-11-22", null, "draft"), false, false], [on("2026-11-20", null, "cancelled"), false, false], [on(null), false, false],
  ])("%o is planned: %s, has taken place: %s", (event, planned, taken) => {
    expect([isPlanned(event, "2026-11-21"), hasTakenPlace(event, "2026-11-21")]).toEqual([planned, taken]);
  });

  const meeting = { kind: "forum_meeting" as const, ...on("2026-11-01"), minutes: null, documents: 0 };
  it.each([["2026-11-15", false], ["2026-11-16", true]])("lacks its minutes on %s: %s", (today, missing) => expect(isMinutesMissing(meeting, today)).toBe(missing));
  it.each(eventKinds)("a %s needs minutes if it is a meeting", (kind) => expect(isMinutesMissing({ ...meeting, kind }, "2027-01-01")).toBe(kind.endsWith("_meeting")));
  it.each([{ minutes: { ka: "ოქმი" } }, { documents: 1 }, { status: "draft" }, { status: "cancelled" }, { startsOn: null }])("lacks none when %o", (change) => expect(isMinutesMissing({ ...meeting, ...change }, "2027-01-01")).toBe(false));

  const recorded = { kind: "forum_meeting" as const, startsOn: "2026-11-22", endsOn: null, groupId: null, minutes: null, attendance: [], decisions: [], recommendations: [] };
  it("can be announced, but nothing has happened at it before its day", () => {
    expect(refusalsOfEvent(recorded, null, "2026-11-21")).toEqual({});
    for (const change of [{ minutes: { ka: "ოქმი" } }, { decisions: [1] }, { recommendations: [1] }, { attendance: [1] }]) {
      expect(refusalsOfEvent({ ...recorded, ...change }, null, "2026-11-21")).toEqual({ startsOn: "dateInFuture" });
      expect(refusalsOfEvent({ ...recorded, ...change }, null, "2026-11-22")).toEqual({});
    }
  });

  it("of a group names one that is public", () => {
    const ofGroup = { ...recorded, kind: "working_group_meeting" as const };
    expect(refusalsOfEvent(ofGroup, null, "2026-11-21")).toEqual({ groupId: "choiceRequired" });
    expect(refusalsOfEvent({ ...ofGroup, groupId: "g" }, { publishedAt: null }, "2026-11-21")).toEqual({ groupId: "groupNotPublic" });
    expect(refusalsOfEvent({ ...ofGroup, groupId: "g" }, { publishedAt: new Date() }, "2026-11-21")).toEqual({});
  });

  it("is addressed by its day and kind", () => {
    expect([eventAddress({ startsOn: "2026-11-21", kind: "forum_meeting" }), eventAddress({ startsOn: null, kind: "other" })]).toEqual(["2026-11-21-forum-meeting", "other"]);
  });
});

describe("a recommendation", () => {
  const told = new Date("2026-11-01T08:00:00Z");
  it("waits, is answered, is fulfilled", () => {
    expect([{ respondedAt: null, fulfilledOn: null }, { respondedAt: told, fulfilledOn: null }, { respondedAt: told, fulfilledOn: "2026-11-02" }].map(recommendationState)).toEqual(["waiting", "answered", "fulfilled"]);
  });

  it("waits for days of the calendar in Tbilisi, until it is answered", () => {
    expect(daysWaiting({ publishedAt: told, respondedAt: null }, new Date("2026-11-10T20:30:00Z"))).toBe(10);
    expect(daysWaiting({ publishedAt: told, respondedAt: new Date("2026-11-03T08:00:00Z") }, new Date("2027-01-01"))).toBe(2);
  });
});
