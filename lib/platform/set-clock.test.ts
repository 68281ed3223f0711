import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { machineTime, now, setNow } from "./clock.ts";
import { followClockFile } from "./set-clock.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "open-commitments-clock-"));
const file = path.join(folder, "clock");
const apart = (a: Date, b: number) => Math.abs(a.getTime() - b);

beforeEach(() => rmSync(file, { force: true }));
afterEach(() => setNow(undefined));

it("is the machine's clock until another is set", () => {
  expect(apart(now(), machineTime())).toBeLessThan(1_000);
});

it("goes on from the instant in the file since the file was written", () => {
  writeFileSync(file, "2027-03-01T08:00:00+04:00\n");
  const anHourAgo = new Date(machineTime() - 3_600_000);
  utimesSync(file, anHourAgo, anHourAgo);
  followClockFile(file);
  expect(apart(now(), Date.parse("2027-03-01T09:00:00+04:00"))).toBeLessThan(5_000);
});

it.each(["", "tomorrow"])("is the machine's where the file says no instant: '%s'", (text) => {
  followClockFile(file);
  expect(apart(now(), machineTime())).toBeLessThan(1_000);
  writeFileSync(file, text);
  followClockFile(file);
  expect(apart(now(), machineTime())).toBeLessThan(1_000);
});

it("is read again, at most once a second", async () => {
  writeFileSync(file, "2027-03-01T08:00:00Z");
  followClockFile(file);
  expect(now().getUTCFullYear()).toBe(2027);
  writeFileSync(file, "2028-03-01T08:00:00Z");
  expect(now().getUTCFullYear()).toBe(2027);
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  expect(now().getUTCFullYear()).toBe(2028);
});
