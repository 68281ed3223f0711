// `npm run migration -- NAME`: writes what leads from the schema of the last migration to today's `prisma/schema`.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { now } from "#lib/platform/clock.ts";
import { diffSchema, migrationsFolder, schemaAsOneFile, schemaOfLastMigration } from "#lib/platform/migrations.ts";
import { startPostgres } from "#lib/platform/postgres.ts";
import { temporaryFolder } from "#lib/platform/temporary-folder.ts";

const name = process.argv[2] ?? "";
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("Name the migration in lower case, such as: npm run migration -- add_amendments");
  process.exit(1);
}

// The engine wants a database to talk to; an empty one that nobody needs afterwards.
const folder = temporaryFolder("migration");
const server = await startPostgres({ folder: path.join(folder, "postgres"), durable: false, say: console.log });
try {
  const sql = await diffSchema(server.url, await schemaOfLastMigration());
  if (sql === null) {
    console.log("• prisma/schema has not changed since the last migration.");
  } else {
    const place = path.join(migrationsFolder, `${now().toISOString().replace(/\D/g, "").slice(0, 14)}_${name}`);
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, "migration.sql"), sql);
    writeFileSync(path.join(place, "schema.prisma"), await schemaAsOneFile());
    console.log(`• Written: ${path.relative(process.cwd(), place)}/migration.sql. Read it, and add checks, indexes and triggers at its end.`);
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
