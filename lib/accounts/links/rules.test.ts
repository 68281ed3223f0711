import { describe, expect, it } from "vitest";
import { invitationState, linkExpiry, linkFault } from "./rules.ts";

const now = new Date("2020-06-01T08:00:00Z");
const later = new Date("2020-06-02T08:00:00Z");

describe("a link", () => {
  it.each([
    [null, "LINK_INVALID"],
    [{ usedAt: null, expiresAt: later }, null],
    [{ usedAt: null, expiresAt: now }, "LINK_EXPIRED"],
    [{ usedAt: now, expiresAt: later }, "LINK_USED"],
    [{ usedAt: now, expiresAt: now }, "LINK_USED"],
  ])("%j is found %s", (link, fault) => expect(linkFault(link, now)).toBe(fault));

  it("of the first administrator lives a day, of an invitation a week, of a forgotten password an hour", () => {
    expect(linkExpiry("first_administrator", now)).toEqual(later);
    for (const purpose of ["invitation", "password"] as const) expect(linkExpiry(purpose, now)).toEqual(new Date("2020-06-08T08:00:00Z"));
    expect(linkExpiry("reset", now)).toEqual(new Date("2020-06-01T09:00:00Z"));
  });
});

describe("an invitation that was not accepted", () => {
  const made = new Date("2020-05-20T08:00:00Z");
  it.each([
    [linkExpiry("invitation", now), now, "open"],
    [linkExpiry("invitation", made), made, "expired"],
    [now, made, "expired"],
    [new Date("2020-05-21T08:00:00Z"), made, "withdrawn"],
  ])("until %j, made %j, is %s", (expiresAt, createdAt, state) => expect(invitationState({ createdAt, expiresAt }, now)).toBe(state));
});
