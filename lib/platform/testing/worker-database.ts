import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { disconnect } from "#lib/platform/db/client.ts";
import { closeLimits } from "#lib/platform/limits.ts";

const name = `test_${process.pid}_${process.env.VITEST_POOL_ID ?? "0"}`;
const url = (database: string): string => inject("serverUrl").replace(/\/[^/]*$/, `/${database}`);
const dataDir = mkdtempSync(path.join(os.tmpdir(), "open-commitments-files-"));

async function admin(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url("postgres") });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

// Every test file starts from the empty, migrated database; its tests make what they need and may see each other's rows.
beforeAll(async () => {
  await admin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, `CREATE DATABASE ${name} TEMPLATE test_template`);
  Object.assign(process.env, { DATABASE_URL: url(name), DATA_DIR: dataDir, AUTH_SECRET: "a-secret-for-tests-that-is-long-enough", PUBLIC_URL: "http://localhost:3000" });
});

afterAll(async () => {
  await disconnect();
  await closeLimits();
  await admin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  rmSync(dataDir, { recursive: true, force: true });
});
