import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Autosave, type SaveResult } from "./autosave.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function saving(...results: SaveResult[]) {
  let count = 0;
  const autosave = new Autosave(async () => results[count++] ?? "saved");
  return { autosave, saves: () => count };
}

describe("saving as one types", () => {
  it("waits for a pause, and saves once", async () => {
    const { autosave, saves } = saving();
    for (let key = 0; key < 5; key++) {
      autosave.touch();
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(saves()).toBe(0);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(saves()).toBe(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(saves()).toBe(1);
  });

  it("tries again by itself, ever more rarely, until it gets through", async () => {
    const { autosave, saves } = saving("again", "again", "again", "again", "saved");
    autosave.touch();
    const after = [];
    for (const wait of [2_000, 3_000, 10_000, 30_000, 30_000, 600_000]) {
      await vi.advanceTimersByTimeAsync(wait);
      after.push(saves());
    }
    expect(after).toEqual([1, 2, 3, 4, 5, 5]);
  });

  it("saves at once when it is asked to, and nothing when nothing changed", async () => {
    const { autosave, saves } = saving("stopped");
    await autosave.flush();
    expect(saves()).toBe(0);
    autosave.touch();
    await autosave.flush();
    await autosave.flush();
    expect(saves()).toBe(1);
  });

  it("begins no second save while one is under way, and saves what was typed meanwhile", async () => {
    let [running, most, count] = [0, 0, 0];
    const autosave = new Autosave(async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      count += 1;
      running -= 1;
      return "saved";
    });
    autosave.touch();
    await vi.advanceTimersByTimeAsync(2_500);
    autosave.touch();
    await vi.advanceTimersByTimeAsync(20_000);
    expect([count, most]).toEqual([2, 1]);
  });
});
