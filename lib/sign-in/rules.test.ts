import { describe, expect, it } from "vitest";
import { linkExpiry, linkFault, samePath, signInLimits } from "./rules.ts";

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

  it("of the first administrator lives a day, of a password a week", () => {
    expect(linkExpiry("first_administrator", now)).toEqual(later);
    expect(linkExpiry("password", now)).toEqual(new Date("2020-06-08T08:00:00Z"));
  });
});

describe("where to go after sign-in", () => {
  it.each(["/ka/workspace", "/en/workspace/review/1?a=b#c", "/"])("%s is on this site", (path) => expect(samePath(path, "/x")).toBe(path));

  it.each([null, undefined, "", "workspace", "https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "/\n/evil.example", "/..//evil.example", "javascript:alert(1)"])("%j is not followed", (path) => {
    expect(samePath(path, "/ka/workspace")).toBe("/ka/workspace");
  });
});

it("counts attempts by address, by account from there, and by account from everywhere", () => {
  const keys = signInLimits("nino@example.ge", "192.0.2.1").map(({ key }) => key);
  expect(keys).toEqual(["192.0.2.1", "nino@example.ge|192.0.2.1", "nino@example.ge"]);
});
