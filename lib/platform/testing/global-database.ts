import { rmSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { installJobs } from "#lib/platform/jobs.ts";
import { applyMigrations } from "#lib/platform/migrations.ts";
import { startPostgres } from "#lib/platform/postgres.ts";
import { temporaryFolder } from "#lib/platform/temporary-folder.ts";

declare module "vitest" {
  export interface ProvidedContext {
    serverUrl: string;
  }
}

/** One real PostgreSQL for a test run, with a migrated template from which every worker's database is cloned. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = temporaryFolder("test");
  const server = await startPostgres({ folder: path.join(folder, "postgres"), durable: false, say: () => undefined });
  await applyMigrations(server.url);
  await installJobs(server.url);
  const admin = new Client({ connectionString: server.url.replace(/\/[^/]*$/, "/postgres") });
  await admin.connect();
  await admin.query("CREATE DATABASE test_template TEMPLATE open_commitments");
  await admin.end();
  project.provide("serverUrl", server.url);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
