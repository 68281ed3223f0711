import { describe, expect, it } from "vitest";
import { confirmationExpiry, forgottenBefore, refusalOfConfirmation } from "./rules.ts";

const asked = new Date("2024-07-01T09:00:00Z");
const later = (hours: number) => new Date(asked.getTime() + hours * 3_600_000);

describe("the link of a confirmation mail", () => {
  const waiting = { confirmedAt: null, confirmExpiresAt: confirmationExpiry(asked) };

  it("works for 24 hours", () => {
    expect(refusalOfConfirmation(waiting, asked)).toBeNull();
    expect(refusalOfConfirmation(waiting, later(23.99))).toBeNull();
    expect(refusalOfConfirmation(waiting, later(24))).toBe("LINK_EXPIRED");
    expect(refusalOfConfirmation({ confirmedAt: null, confirmExpiresAt: null }, asked)).toBe("LINK_EXPIRED");
  });

  it("does no harm once it is confirmed, and is no link of ours without a follow", () => {
    expect(refusalOfConfirmation({ ...waiting, confirmedAt: asked }, later(1_000))).toBeNull();
    expect(refusalOfConfirmation(null, asked)).toBe("LINK_INVALID");
  });
});

it("an address that was never confirmed is kept for a week after its link came to nothing", () => {
  expect(later(24 + 7 * 24).getTime() - forgottenBefore(later(24 + 7 * 24)).getTime()).toBe(7 * 24 * 3_600_000);
});
