import { describe, expect, it } from "vitest";
import { mailboxOf, maxAttempts, nextAttempt } from "./rules.ts";

const now = new Date("2020-12-31T20:00:00Z");
const minutesUntil = (date: Date | null) => date && (date.getTime() - now.getTime()) / 60_000;

describe("a mail that could not be sent", () => {
  it("is tried again after ever longer waits, eight times in all", () => {
    const waits = Array.from({ length: maxAttempts }, (_, done) => minutesUntil(nextAttempt(done + 1, now)));
    expect(waits).toEqual([1, 5, 30, 120, 360, 720, 1440, null]);
  });
});

describe("a mailbox", () => {
  it.each([["nino+ogp@example.ge", "nino@example.ge"], ["nino+a+b@example.ge", "nino@example.ge"], ["nino@ex+ample.ge", "nino@ex+ample.ge"], ["nino@example.ge", "nino@example.ge"]])("of %s is %s", (address, mailbox) => {
    expect(mailboxOf(address)).toBe(mailbox);
  });
});
