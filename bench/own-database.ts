import { rmSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { now } from "#lib/platform/clock.ts";
import { installJobs } from "#lib/platform/jobs.ts";
import { applyMigrations } from "#lib/platform/migrations.ts";
import { startPostgres } from "#lib/platform/postgres.ts";
import { temporaryFolder } from "#lib/platform/temporary-folder.ts";

/**
 * Measures on a PostgreSQL of its own, with what a new installation has in it, that is gone afterwards. `owner` may write what the
 * triggers refuse, to fill it. What reads the settings has to be imported inside `measure`: they are set just before.
 */
export async function withOwnDatabase(measure: (owner: Client) => Promise<void>): Promise<void> {
  const folder = temporaryFolder("bench");
  const server = await startPostgres({ folder: path.join(folder, "postgres"), durable: true, say: () => undefined });
  const owner = new Client({ connectionString: server.url });
  try {
    await applyMigrations(server.url);
    await installJobs(server.url);
    Object.assign(process.env, { DATABASE_URL: server.url, DATA_DIR: folder, AUTH_SECRET: "x".repeat(40) });
    const [{ ensureLists }, { disconnect }] = await Promise.all([import("#lib/record/lists/commands.ts"), import("#lib/platform/db/client.ts")]);
    await ensureLists(now());
    await owner.connect();
    await measure(owner);
    await disconnect();
  } finally {
    await owner.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
