import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applicationUrl } from "./application-role.ts";

let client: Client;

beforeAll(async () => {
  const owner = process.env.DATABASE_URL ?? "";
  expect(await applicationUrl(owner)).toBe(await applicationUrl(owner));
  client = new Client({ connectionString: await applicationUrl(owner) });
  await client.connect();
});

afterAll(() => client.end());

describe("the role as which the application runs", () => {
  it("writes and reads rows, and adds to the trail", async () => {
    await client.query(`INSERT INTO "AuditEvent" ("at", "actorName", "action", "entity", "entityId") VALUES (now(), 'test', 'test.done', 'test', '1')`);
    expect((await client.query(`SELECT * FROM "AuditEvent"`)).rowCount).toBe(1);
    await client.query(`INSERT INTO "CommentDraft" ("tokenHash", "fields", "code", "fieldErrors", "expiresAt") VALUES ('x', '{}', 'x', '{}', now())`);
    expect((await client.query(`DELETE FROM "CommentDraft"`)).rowCount).toBe(1);
  });

  it.each([
    `UPDATE "AuditEvent" SET "actorName" = 'another'`,
    `DELETE FROM "ReportVersion"`,
    `TRUNCATE "UpdateReview"`,
    `TRUNCATE "Comment" CASCADE`,
    `ALTER TABLE "AuditEvent" DISABLE TRIGGER ALL`,
    `DROP TRIGGER "AuditEvent_insert_only" ON "AuditEvent"`,
    `DROP TABLE "AuditEvent"`,
    `SET session_replication_role = replica`,
    `CREATE TABLE "Own" (id int)`,
    `CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$`,
    `DELETE FROM "_prisma_migrations"`,
    `COPY (SELECT 1) TO PROGRAM 'true'`,
    `SELECT pg_read_file('PG_VERSION')`,
    `ALTER ROLE open_commitments_application SUPERUSER`,
  ])("may not: %s", async (statement) => {
    await expect(client.query(statement)).rejects.toMatchObject({ code: "42501" });
  });
});
