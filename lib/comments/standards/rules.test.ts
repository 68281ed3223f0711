import { describe, expect, it } from "vitest";
import { dueDay, isForumMeeting, measure, onRecordSince, presentsToCivilSociety, tookPlace, whyNot, yearsOf } from "./rules.ts";
import type { Contribution, LoggedEvent, Publication, Requirement, StandardsRecord } from "./schema.ts";

/** The first and the last moment of a day in Tbilisi. */
const dawn = (day: string) => new Date(`${day}T00:00:00+04:00`);
const dusk = (day: string) => new Date(`${day}T23:59:59+04:00`);

function event(startsOn: string | null, changes: Partial<LoggedEvent> = {}): LoggedEvent {
  return { slug: `event-${startsOn ?? "undated"}`, kind: "forum_meeting", title: { en: "Meeting" }, startsOn, endsOn: null, cancelled: false, ofForum: false, presentsResults: false, sectors: [], ...changes };
}

const results = (startsOn: string, changes: Partial<LoggedEvent> = {}) => event(startsOn, { kind: "results_meeting", presentsResults: true, sectors: ["government", "civil_society"], ...changes });

const publication = (on: string, kind: Publication["kind"] = "update"): Publication => ({ on, kind, title: { en: "Commitment" }, number: "1", path: "/plans/plan/commitments/1" });

const said = (receivedOn: string, answeredOn: string | null = null, changes: Partial<Contribution> = {}): Contribution => ({ kind: "comment", receivedOn, days: 14, answeredOn, path: "/plans/plan/commitments/1#comment-1", about: { en: "Commitment" }, ...changes });

/** A Secretariat whose plan runs from 2022 to 2026 and has stood here since the first day. */
function aRecord(changes: Partial<StandardsRecord> = {}): StandardsRecord {
  return { plans: [{ slug: "plan", title: { en: "Plan" } }], running: [{ startsOn: "2022", endsOn: "2026" }], onSiteSince: "2022-01-01", events: [], publications: [], contributions: [], ...changes };
}

function measured(requirement: Requirement, record: StandardsRecord, year: number, now: Date) {
  const found = measure(record, year, now).find((finding) => finding.requirement === requirement);
  if (!found) throw new Error(requirement);
  return found;
}

it("all requirements are measured, in the order of the Standards", () => {
  expect(measure(aRecord(), 2024, dawn("2024-05-01")).map(({ requirement }) => requirement)).toEqual(["1.1", "2.1", "2.2", "4", "5.1"]);
});

describe("what took place", () => {
  it("counts from the midnight in Tbilisi that ends its last day", () => {
    const events = [event("2024-03-01", { endsOn: "2024-03-02" })];
    expect(tookPlace(events, dusk("2024-03-02"))).toHaveLength(0);
    expect(tookPlace(events, dawn("2024-03-03"))).toHaveLength(1);
  });

  it("was neither cancelled nor left without a day", () => {
    expect(tookPlace([event("2024-03-01", { cancelled: true }), event(null)], dawn("2025-01-01"))).toEqual([]);
  });

  it("is a meeting of the forum when it is called so, or when the group that met is the forum", () => {
    expect(isForumMeeting({ kind: "forum_meeting", ofForum: false })).toBe(true);
    expect(isForumMeeting({ kind: "working_group_meeting", ofForum: true })).toBe(true);
    expect(isForumMeeting({ kind: "results_meeting", ofForum: true })).toBe(true);
    expect(isForumMeeting({ kind: "working_group_meeting", ofForum: false })).toBe(false);
    for (const kind of ["public_consultation", "repository_update", "other"] as const) expect(isForumMeeting({ kind, ofForum: true })).toBe(false);
  });

  it("presents results to civil society when both are said", () => {
    expect(presentsToCivilSociety({ presentsResults: true, sectors: ["civil_society"] })).toBe(true);
    expect(presentsToCivilSociety({ presentsResults: false, sectors: ["civil_society"] })).toBe(false);
    expect(presentsToCivilSociety({ presentsResults: true, sectors: ["government", "academia"] })).toBe(false);
    expect(presentsToCivilSociety({ presentsResults: true, sectors: [] })).toBe(false);
  });
});

describe("a year that can be judged", () => {
  const now = dawn("2026-11-21");

  it("is none before the Standards were in force", () => expect(whyNot(aRecord({ onSiteSince: "2019-01-01" }), 2021, now)).toEqual({ because: "before_standards", day: "2022-01-01" }));
  it("is none before the record begins", () => {
    expect(whyNot(aRecord({ onSiteSince: "2024-06-01" }), 2023, now)).toEqual({ because: "before_record", day: "2024-06-01" });
    expect(whyNot(aRecord({ onSiteSince: null }), 2024, now)).toEqual({ because: "before_record", day: null });
  });
  it("is none while no plan was running, whatever was added of old ones", () => {
    const record = aRecord({ running: [{ startsOn: "2018", endsOn: "2019" }], onSiteSince: "2019-01-01", events: [event("2024-02-01")], publications: [publication("2024-02-01")] });
    expect(whyNot(record, 2024, now)).toEqual({ because: "no_plan", day: null });
    expect(measured("1.1", record, 2024, now)).toMatchObject({ verdict: "not_computed", because: "no_plan", count: 1 });
    expect(measured("2.2", record, 2024, now)).toMatchObject({ verdict: "not_computed", because: "no_plan", count: 1 });
    const twice = { ...record, publications: [publication("2024-02-01"), publication("2024-03-01")] };
    expect(measured("2.2", twice, 2024, now)).toMatchObject({ verdict: "met", count: 2 });
  });
  it("has a running plan, to the last day of its term", () => {
    const record = aRecord({ running: [{ startsOn: "2023-12", endsOn: "2024-01" }] });
    expect([2022, 2023, 2024, 2025].map((year) => whyNot(record, year, now)?.because ?? null)).toEqual(["no_plan", null, null, "no_plan"]);
  });

  it("begins with the earliest of what is on record", () => {
    const record = aRecord({ onSiteSince: "2024-06-01", events: [event("2024-05-01"), event("2027-01-01")], publications: [publication("2024-05-03")], contributions: [said("2024-04-30")] });
    expect(onRecordSince(record, now)).toBe("2024-04-30");
  });

  it("can be chosen from the first of the Standards to the current one in Tbilisi", () => {
    expect(yearsOf(dawn("2026-11-21"))).toEqual([2026, 2025, 2024, 2023, 2022]);
    expect(yearsOf(new Date("2025-12-31T19:59:59Z"))[0]).toBe(2025);
    expect(yearsOf(new Date("2025-12-31T20:00:00Z"))[0]).toBe(2026);
    expect(yearsOf(dawn("2020-01-01"))).toEqual([2020]);
  });
});

describe("1.1, the forum meets at least every six months", () => {
  const met = aRecord({ events: [event("2023-08-31")] });

  it.each([
    ["2024-02-29", null, "met"],
    ["2024-03-01", 1, "missing"],
    ["2024-03-02", 2, "missing"],
  ])("after a meeting on 31 August, on %s the next is %s days over", (today, daysOver, because) => {
    const found = measured("1.1", met, 2024, dawn(today));
    expect(found).toMatchObject({ because, count: 0, next: { on: "2024-02-29", daysOver } });
    expect(found.verdict).toBe(because === "met" ? "met" : "not_met");
  });

  it("the last day of the six months is still in time, until its midnight in Tbilisi", () => {
    expect(measured("1.1", met, 2024, dusk("2024-02-29")).verdict).toBe("met");
    expect(measured("1.1", aRecord({ events: [event("2023-08-31"), event("2024-02-29")] }), 2024, dawn("2024-03-05"))).toMatchObject({ verdict: "met", count: 1, next: { on: "2024-08-29" } });
  });

  it("a meeting that came late makes its year late, and only that", () => {
    const record = aRecord({ events: [event("2022-02-10"), event("2022-07-01"), event("2023-02-01"), event("2023-07-20"), event("2023-12-30")] });
    const now = dawn("2024-01-15");
    expect(measured("1.1", record, 2022, now)).toMatchObject({ verdict: "met", count: 2, day: "2022-07-01", next: null });
    expect(measured("1.1", record, 2023, now)).toMatchObject({ verdict: "not_met", because: "late", day: "2023-01-01", count: 3 });
    expect(measured("1.1", record, 2024, now)).toMatchObject({ verdict: "met", count: 0, day: "2023-12-30", next: { on: "2024-06-30", daysOver: null } });
  });

  it("a silence over the turn of a year belongs to both", () => {
    const record = aRecord({ events: [event("2022-05-31"), event("2023-03-01")] });
    const now = dawn("2023-04-01");
    expect(measured("1.1", record, 2022, now)).toMatchObject({ verdict: "not_met", because: "missing", day: "2022-11-30" });
    expect(measured("1.1", record, 2023, now)).toMatchObject({ verdict: "not_met", because: "late", day: "2022-11-30" });
  });

  it("six months that end with the year are not over in it", () => {
    const record = aRecord({ events: [event("2022-06-30")] });
    const now = dawn("2023-01-10");
    expect(measured("1.1", record, 2022, now)).toMatchObject({ verdict: "not_met", day: "2022-12-30" });
    const later = aRecord({ events: [event("2022-03-01"), event("2022-07-01"), event("2022-12-31")] });
    expect(measured("1.1", later, 2022, now).verdict).toBe("met");
  });

  it("a meeting of two days counts from its last, and is in time with its first", () => {
    const record = aRecord({ events: [event("2022-03-30", { endsOn: "2022-03-31" }), event("2022-09-30", { endsOn: "2022-10-02" })] });
    expect(measured("1.1", record, 2022, dawn("2022-11-01"))).toMatchObject({ verdict: "met", next: { on: "2023-04-02" } });
  });

  it("without any meeting, the first is due six months after the record begins", () => {
    const record = aRecord({ onSiteSince: "2024-08-31" });
    expect(measured("1.1", record, 2024, dawn("2024-11-01"))).toMatchObject({ verdict: "not_computed", because: "first_due", day: "2025-02-28", next: { on: "2025-02-28", daysOver: null } });
    expect(measured("1.1", record, 2025, dawn("2025-03-01"))).toMatchObject({ verdict: "not_met", because: "missing", day: "2025-02-28", next: { daysOver: 1 } });
  });

  it("is asked for from the day on which the plan begins", () => {
    const record = aRecord({ running: [{ startsOn: "2024-03", endsOn: "2025" }] });
    expect(measured("1.1", record, 2024, dawn("2024-05-01"))).toMatchObject({ because: "first_due", day: "2024-09-01" });
    expect(measured("1.1", record, 2024, dawn("2024-09-02"))).toMatchObject({ verdict: "not_met", because: "missing", day: "2024-09-01" });
  });

  it("starts anew with a plan that runs after years without one", () => {
    const record = aRecord({ running: [{ startsOn: "2022", endsOn: "2022" }, { startsOn: "2025", endsOn: "2026" }], events: [event("2022-04-01"), event("2022-09-01")] });
    expect(measured("1.1", record, 2024, dawn("2025-02-01"))).toMatchObject({ verdict: "not_computed", because: "no_plan" });
    expect(measured("1.1", record, 2025, dawn("2025-02-01"))).toMatchObject({ verdict: "not_computed", because: "first_due", day: "2025-07-01" });
    const before = { ...record, events: [...record.events, event("2024-12-20")] };
    expect(measured("1.1", before, 2025, dawn("2025-02-01"))).toMatchObject({ verdict: "met", next: { on: "2025-06-20" } });
  });

  it("tells of a meeting that is announced, not of one that was cancelled", () => {
    const record = aRecord({ events: [event("2026-05-01"), event("2026-12-10", { cancelled: true }), event("2026-12-20"), event("2026-12-12")] });
    expect(measured("1.1", record, 2026, dawn("2026-11-21"))).toMatchObject({ verdict: "not_met", next: { on: "2026-11-01", daysOver: 20, announced: { on: "2026-12-12" } } });
  });
});

describe("2.1, a public site", () => {
  it("is this one, once a plan is published here", () => {
    const now = dawn("2026-11-21");
    expect(measured("2.1", aRecord(), 2026, now)).toMatchObject({ verdict: "met", count: 1, proof: [{ path: "/plans/plan" }] });
    expect(measured("2.1", aRecord({ plans: [] }), 2026, now)).toMatchObject({ verdict: "not_met", count: 0 });
    expect(measured("2.1", aRecord(), 2025, now)).toMatchObject({ verdict: "not_computed", because: "today_only" });
  });
});

describe("2.2, the repository is updated at least twice a year", () => {
  const now = dawn("2024-11-21");

  it("counts days, however much was added on one", () => {
    const record = aRecord({ publications: [publication("2024-01-01"), publication("2024-01-01", "assessment"), publication("2024-01-01", "report")] });
    expect(measured("2.2", record, 2024, now)).toMatchObject({ verdict: "not_computed", because: "year_open", count: 1, needed: 2, day: "2024-12-31", next: { on: "2024-12-31", daysOver: null } });
    const twice = { ...record, events: [event("2024-12-30", { kind: "repository_update" }), event("2024-11-20", { kind: "repository_update" })] };
    const found = measured("2.2", twice, 2024, now);
    expect(found).toMatchObject({ verdict: "met", count: 2 });
    expect(found.proof).toHaveLength(4);
  });

  it("takes no other event for an update, nor an update without a day", () => {
    const record = aRecord({ events: [event("2024-02-01"), event("2024-03-01", { kind: "other" }), event(null, { kind: "repository_update" }), event("2024-04-01", { kind: "repository_update", cancelled: true })] });
    expect(measured("2.2", record, 2024, now).count).toBe(0);
  });

  it("is too little once the year is over in Tbilisi", () => {
    const record = aRecord({ publications: [publication("2023-12-31"), publication("2024-01-01")] });
    expect(measured("2.2", record, 2023, new Date("2023-12-31T19:59:59Z"))).toMatchObject({ because: "year_open", count: 1 });
    expect(measured("2.2", record, 2023, new Date("2023-12-31T20:00:00Z"))).toMatchObject({ verdict: "not_met", because: "too_few", count: 1, next: null });
  });

  it("does not judge the year in the course of which the record or the plan begins, unless it is enough", () => {
    const later = dawn("2025-02-01");
    expect(measured("2.2", aRecord({ onSiteSince: "2024-01-02" }), 2024, later)).toMatchObject({ verdict: "not_computed", because: "partial_year", day: "2024-01-02" });
    expect(measured("2.2", aRecord({ onSiteSince: "2024-01-01" }), 2024, later)).toMatchObject({ verdict: "not_met" });
    expect(measured("2.2", aRecord({ running: [{ startsOn: "2024-06", endsOn: "2026" }] }), 2024, later)).toMatchObject({ verdict: "not_computed", because: "partial_year", day: "2024-06-01" });
    expect(measured("2.2", aRecord({ running: [{ startsOn: "2024-06", endsOn: "2026" }, { startsOn: "2022", endsOn: "2024" }] }), 2024, later)).toMatchObject({ verdict: "not_met" });
    expect(measured("2.2", aRecord({ onSiteSince: "2024-06-02", publications: [publication("2024-06-02"), publication("2024-06-03")] }), 2024, later)).toMatchObject({ verdict: "met" });
  });
});

describe("4, contributors get a reasoned response", () => {
  it("is due so many days after it was received as the consultation lasts", () => {
    expect(dueDay({ receivedOn: "2024-02-20", days: 14 })).toBe("2024-03-05");
    expect(dueDay({ receivedOn: "2023-12-25", days: 30 })).toBe("2024-01-24");
  });

  it("cannot be said where nothing was received", () => expect(measured("4", aRecord(), 2024, dawn("2024-05-01"))).toMatchObject({ verdict: "not_computed", because: "none_received", count: 0, needed: 0 }));

  it("is met when all have their response, however late", () => {
    const record = aRecord({ contributions: [said("2024-02-01", "2024-05-01"), said("2024-03-01", "2024-03-02", { kind: "recommendation" })] });
    expect(measured("4", record, 2024, dawn("2024-06-01"))).toMatchObject({ verdict: "met", count: 2, needed: 2, proof: [{ on: "2024-02-01", answeredOn: "2024-05-01", dueOn: "2024-02-15" }, {}] });
  });

  it("waits until the end of the oldest one's day, then is not met", () => {
    const record = aRecord({ contributions: [said("2024-02-01", "2024-02-02"), said("2024-03-10"), said("2024-03-05", null, { path: null })] });
    expect(measured("4", record, 2024, dusk("2024-03-19"))).toMatchObject({ verdict: "not_computed", because: "waiting", day: "2024-03-19", count: 1, needed: 3, next: { daysOver: null } });
    const late = measured("4", record, 2024, dawn("2024-03-20"));
    expect(late).toMatchObject({ verdict: "not_met", because: "overdue", next: { on: "2024-03-19", daysOver: 1 } });
    expect(late.beside.map(({ on }) => on)).toEqual(["2024-03-05", "2024-03-10"]);
  });

  it("asks this year about what was left unanswered in an earlier one", () => {
    const record = aRecord({ contributions: [said("2023-12-30")] });
    const now = dawn("2024-02-01");
    expect(measured("4", record, 2024, now)).toMatchObject({ verdict: "not_met", needed: 1, next: { on: "2024-01-13" } });
    expect(measured("4", record, 2023, now)).toMatchObject({ verdict: "not_met", needed: 1, next: null });
  });
});

describe("5.1, results are presented to civil society at least twice a year", () => {
  it("needs two meetings at which civil society was present", () => {
    const record = aRecord({ events: [results("2024-03-01"), results("2024-09-01", { sectors: ["government"] }), event("2024-05-01", { sectors: ["civil_society"] })] });
    const found = measured("5.1", record, 2024, dawn("2024-11-21"));
    expect(found).toMatchObject({ verdict: "not_computed", because: "year_open", count: 1, needed: 2, proof: [{ on: "2024-03-01" }], beside: [{ on: "2024-09-01" }] });
    expect(measured("5.1", record, 2024, dawn("2025-01-01"))).toMatchObject({ verdict: "not_met", because: "too_few" });
  });

  it("takes a forum meeting that presents results, in the year of its first day", () => {
    const record = aRecord({ events: [results("2024-03-01"), results("2024-12-31", { kind: "forum_meeting", endsOn: "2025-01-01" })] });
    expect(measured("5.1", record, 2024, dawn("2025-01-01")).count).toBe(1);
    expect(measured("5.1", record, 2024, dawn("2025-01-02"))).toMatchObject({ verdict: "met", count: 2 });
    expect(measured("5.1", record, 2025, dawn("2025-01-02")).count).toBe(0);
  });

  it("tells of the next one that is announced within the year", () => {
    const record = aRecord({ events: [results("2026-12-20"), results("2027-01-10")] });
    expect(measured("5.1", record, 2026, dawn("2026-11-21")).next).toMatchObject({ on: "2026-12-31", announced: { on: "2026-12-20" } });
    expect(measured("5.1", aRecord({ events: [results("2027-01-10")] }), 2026, dawn("2026-11-21")).next).toMatchObject({ announced: null });
  });
});
