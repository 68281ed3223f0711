import { describe, expect, it } from "vitest";
import { linkExpiry, linkFault, linkState } from "./rules.ts";

const now = new Date("2019-06-01T10:00:00Z");
const link = { expiresAt: new Date("2019-07-01T10:00:00Z"), revokedAt: null, takesReports: true };

describe("until when a link works", () => {
  it.each([
    ["the last day is far", ["2019-09-30"], "2019-09-30T20:00:00.000Z"],
    ["the last day is near: thirty days", ["2019-06-05"], "2019-07-01T10:00:00.000Z"],
    ["no last day is stated: thirty days", [null, undefined], "2019-07-01T10:00:00.000Z"],
    ["the agency has a later day of its own", ["2019-06-05", "2019-08-01"], "2019-08-01T20:00:00.000Z"],
  ])("%s", (_, days, expected) => expect(linkExpiry(days, now).toISOString()).toBe(expected));
});

describe("a link", () => {
  it("is active until its last moment, and revoked for ever", () => {
    expect(linkState(link, now)).toBe("active");
    expect(linkState(link, link.expiresAt)).toBe("expired");
    expect(linkState({ ...link, revokedAt: now }, now)).toBe("revoked");
  });

  it("says why it opens nothing", () => {
    expect(linkFault(null, now)).toBe("invalid");
    expect(linkFault(link, now)).toBeNull();
    expect(linkFault({ ...link, takesReports: false }, now)).toBe("closed");
    expect(linkFault({ ...link, takesReports: false, revokedAt: now }, now)).toBe("revoked");
    expect(linkFault(link, new Date("2020-01-01"))).toBe("expired");
  });
});
