import { describe, expect, it } from "vitest";
import { takePackPlace } from "./rules.ts";

describe("packs on their way", () => {
  it("are three at once, and a fourth when one is done or has stood still for a quarter of an hour", () => {
    const [first, second, third] = [takePackPlace(0), takePackPlace(0), takePackPlace(60_000)];
    expect([first, second, third].every(Boolean)).toBe(true);
    expect(takePackPlace(60_000)).toBeNull();
    first?.();
    first?.();
    expect(takePackPlace(60_000)).not.toBeNull();
    expect(takePackPlace(60_000)).toBeNull();
    expect(takePackPlace(901_000)).not.toBeNull();
    second?.();
    expect(takePackPlace(901_000)).toBeNull();
  });
});
