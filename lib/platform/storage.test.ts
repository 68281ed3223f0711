import { mkdtempSync, readdirSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { beforeAll, expect, test } from "vitest";
import { deleteFile, openFile, putFile, readStoredFile } from "./storage.ts";

beforeAll(() => {
  process.env.DATA_DIR = mkdtempSync(path.join(os.tmpdir(), "open-commitments-storage-"));
});

test("a file is read as it was stored, under a name that cannot be guessed", async () => {
  const [one, other] = [await putFile(Buffer.from("ოქმი")), await putFile(Buffer.from("ოქმი"))];
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(one).not.toBe(other);
  const opened = await openFile(one);
  expect(opened?.size).toBe(12);
  expect(opened && (await text(opened.stream))).toBe("ოქმი");
});

test("nothing half-written stays behind", async () => {
  await putFile(Buffer.from("x"));
  const names = readdirSync(path.join(process.env.DATA_DIR ?? "", "evidence"), { recursive: true }).map(String);
  expect(names.some((name) => name.endsWith(".part"))).toBe(false);
});

test("a stream is stored as it comes, and nothing of one that breaks off", async () => {
  const key = await putFile(Readable.from([Buffer.from("ოქ"), Buffer.from("მი")]));
  expect(Buffer.from((await readStoredFile(key)) ?? []).toString()).toBe("ოქმი");
  const before = readdirSync(path.join(process.env.DATA_DIR ?? "", "evidence"), { recursive: true }).filter((name) => /[0-9a-f]{64}/.test(String(name))).length;
  const broken = Readable.from((async function* () {
    yield Buffer.from("half");
    throw new Error("gone");
  })());
  await expect(putFile(broken)).rejects.toThrow("gone");
  const after = readdirSync(path.join(process.env.DATA_DIR ?? "", "evidence"), { recursive: true }).filter((name) => /[0-9a-f]{64}/.test(String(name))).length;
  expect(after).toBe(before);
  expect(await readStoredFile("0".repeat(64))).toBeNull();
});

test("a deleted file is gone; deleting it again is nothing", async () => {
  const key = await putFile(Buffer.from("x"));
  await deleteFile(key);
  expect(await openFile(key)).toBeNull();
  await deleteFile(key);
});

test.each(["../../etc/passwd", "", "A".repeat(64), `${"a".repeat(64)}/`])("%s is no key", async (key) => {
  await expect(openFile(key)).rejects.toThrow("not a storage key");
});
