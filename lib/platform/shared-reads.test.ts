import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";
import { sharedReads } from "./shared-reads.ts";

it("reads the same once for all who ask meanwhile, different things one after the other, and no more than may wait", async () => {
  const reads: string[] = [];
  const ends: (() => void)[] = [];
  const shared = sharedReads<string>({ atOnce: 1, mayWait: 2 });
  const ask = (key: string) => shared(key, async () => {
    reads.push(key);
    await new Promise<void>((resolve) => ends.push(resolve));
    return `answer to ${key}`;
  });
  const asked = ["a", "a", "b", "a", "c", "b"].map(ask);
  await expect(ask("d")).rejects.toMatchObject({ code: "UNAVAILABLE" });
  expect(reads).toEqual(["a"]);
  for (let n = 0; n < 3; n++) {
    ends[n]?.();
    await turn();
  }
  expect(await Promise.all(asked)).toEqual(["a", "a", "b", "a", "c", "b"].map((key) => `answer to ${key}`));
  expect(reads).toEqual(["a", "b", "c"]);
});

it("reads anew afterwards, also what failed", async () => {
  let reads = 0;
  const shared = sharedReads<number>({ atOnce: 1, mayWait: 0 });
  await expect(shared("a", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  for (const expected of [1, 2]) expect(await shared("a", async () => (reads += 1))).toBe(expected);
});
