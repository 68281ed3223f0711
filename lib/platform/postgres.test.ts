import { readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, expect, test } from "vitest";
import { startPostgres } from "#lib/platform/postgres.ts";
import { temporaryFolder } from "#lib/platform/temporary-folder.ts";

const outer = temporaryFolder("postgresql");
const folder = path.join(outer, "postgres");
const start = () => startPostgres({ folder, durable: true, say: () => undefined });

async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

afterAll(() => rmSync(outer, { recursive: true, force: true }));

test("what was written is there after a crash, in UTF-8", async () => {
  const first = await start();
  await ask(first.url, "CREATE TABLE note AS SELECT 'ვალდებულება' AS word");
  const pid = Number(readFileSync(path.join(folder, "cluster/postmaster.pid"), "utf8").split("\n")[0]);
  process.kill(pid, "SIGKILL");
  await wait(300);
  const second = await start();
  const [found] = await ask<{ word: string; letters: number }>(second.url, "SELECT word, char_length(word) AS letters FROM note");
  expect(found).toEqual({ word: "ვალდებულება", letters: 11 });
  await second.stop();
  await expect(ask(second.url, "SELECT 1")).rejects.toThrow();
});

test("its password is for its owner alone", () => {
  expect(statSync(path.join(folder, "password")).mode & 0o777).toBe(0o600);
});
