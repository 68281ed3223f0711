import { describe, expect, it } from "vitest";
import { roles } from "#lib/record/actors/schema.ts";
import { demoPeople, halfYearOf } from "./rules.ts";

describe("the half-year that is open in the demo", () => {
  it("is the one of the day in Tbilisi", () => {
    expect(halfYearOf(new Date("2026-11-21T12:00:00Z"))).toEqual({ slug: "2026-h2", label: { ka: "2026, II ნახევარი", en: "2026, second half" }, startsOn: "2026-07-01", endsOn: "2026-12-31", dueOn: "2026-12-31" });
    expect(halfYearOf(new Date("2026-06-30T19:59:00Z"))).toMatchObject({ slug: "2026-h1", startsOn: "2026-01-01", endsOn: "2026-06-30" });
    // Midnight in Tbilisi is four hours earlier than in UTC.
    expect(halfYearOf(new Date("2026-06-30T20:00:00Z")).slug).toBe("2026-h2");
    expect(halfYearOf(new Date("2026-12-31T20:00:00Z")).slug).toBe("2027-h1");
  });
});

describe("the people of the demo", () => {
  it("have every role, and addresses that can never be anybody's", () => {
    expect([...new Set(demoPeople.map(({ role }) => role))].sort()).toEqual([...roles].sort());
    for (const { email } of demoPeople) expect(email).toMatch(/\.example$/);
  });

  it("let Dmanisi's coordinator, who has an open period, be found first", () => {
    expect(demoPeople.find(({ role }) => role === "coordinator")?.email).toContain("dmanisi");
  });
});
