import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";
import { turnstile } from "./turnstile.ts";

it("lets so many run, so many wait in their order, and sends the rest away", async () => {
  const through = turnstile({ atOnce: 2, mayWait: 2, refusal: "UNAVAILABLE" });
  const ends: (() => void)[] = [];
  const begun: string[] = [];
  const job = (name: string) => through(async () => {
    begun.push(name);
    await new Promise<void>((resolve) => ends.push(resolve));
    return name;
  });
  const first = [job("a"), job("b"), job("c"), job("d")];
  await expect(job("e")).rejects.toMatchObject({ code: "UNAVAILABLE" });
  expect(begun).toEqual(["a", "b"]);
  ends[0]?.();
  await turn();
  expect(begun).toEqual(["a", "b", "c"]);
  ends[1]?.();
  await turn();
  ends.forEach((end) => end());
  expect(await Promise.all(first)).toEqual(["a", "b", "c", "d"]);
});

it("gives the place of a job that fails to the next", async () => {
  const through = turnstile({ atOnce: 1, mayWait: 1, refusal: "UNAVAILABLE" });
  const failing = through(() => Promise.reject(new Error("no")));
  const next = through(async () => "next");
  await expect(failing).rejects.toThrow("no");
  expect(await next).toBe("next");
  expect(await through(async () => "later")).toBe("later");
});
