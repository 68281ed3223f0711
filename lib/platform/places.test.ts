import { describe, expect, it } from "vitest";
import { takePlace } from "./places.ts";

const three = { places: 3, longestMs: 900_000 };
const take = (now: number) => takePlace("test", three, now);

describe("places for work that lasts", () => {
  it("are few, and free again when one is given back or has been held too long", () => {
    const [first, second, third] = [take(0), take(0), take(60_000)];
    expect([first, second, third].every(Boolean)).toBe(true);
    expect(take(60_000)).toBeNull();
    first?.();
    first?.();
    expect(take(60_000)).not.toBeNull();
    expect(take(60_000)).toBeNull();
    expect(take(901_000)).not.toBeNull();
    second?.();
    expect(take(901_000)).toBeNull();
  });

  it("are others for another kind of work", () => {
    expect(takePlace("another", { places: 1, longestMs: 1 }, 0)).not.toBeNull();
    expect(takePlace("a third", { places: 1, longestMs: 1 }, 0)).not.toBeNull();
  });

  it("are forgotten with their last holder, and a place given back late frees nobody else's", () => {
    const late = takePlace("one visitor", { places: 1, longestMs: 10 }, 0);
    const next = takePlace("one visitor", { places: 1, longestMs: 10 }, 11);
    late?.();
    expect(takePlace("one visitor", { places: 1, longestMs: 10 }, 12)).toBeNull();
    next?.();
    next?.();
    expect(takePlace("one visitor", { places: 1, longestMs: 10 }, 13)).not.toBeNull();
  });
});
