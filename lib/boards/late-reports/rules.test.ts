import { describe, expect, it } from "vitest";
import { arrivedAt } from "./rules.ts";

const [sent, accepted] = [new Date("2020-01-10"), new Date("2020-02-10")];

describe("a report came in", () => {
  it("when it was sent, not when it was read", () => {
    expect(arrivedAt({ submittedAt: sent, acceptedAt: accepted })).toBe(sent);
    expect(arrivedAt({ submittedAt: null, acceptedAt: accepted })).toBe(accepted);
    expect(arrivedAt({ submittedAt: null, acceptedAt: null })).toBeNull();
  });
});
