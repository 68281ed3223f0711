import { expect, test } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { applyMigrations, diffSchema, schemaOfLastMigration } from "#lib/platform/migrations.ts";

const url = () => process.env.DATABASE_URL ?? "";

test("the migrations lead to the schema; if not: npm run migration -- NAME", async () => {
  expect(await diffSchema(url(), await schemaOfLastMigration())).toBeNull();
});

test("what was applied is written down as Prisma does, and not applied again", async () => {
  expect(await applyMigrations(url())).toEqual([]);
  const written = await db().$queryRaw<{ migration_name: string; finished_at: Date | null }[]>`SELECT migration_name, finished_at FROM _prisma_migrations`;
  expect(written.length).toBeGreaterThan(0);
  expect(written.every((migration) => migration.finished_at !== null)).toBe(true);
});

test("the database compares Georgian letters, or search finds nothing", async () => {
  const [found] = await db().$queryRaw<{ encoding: string; ctype: string }[]>`SELECT pg_encoding_to_char(encoding) AS encoding, datctype AS ctype FROM pg_database WHERE datname = current_database()`;
  expect(found).toEqual({ encoding: "UTF8", ctype: "C.UTF-8" });
});
