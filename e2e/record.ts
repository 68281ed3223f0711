import { readFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { inject } from "vitest";

/** Asks the installation's own database, for what a story counts by itself. Reads; what is written belongs to the product. */
export async function askRecord<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const folder = path.join(inject("dataDir"), "postgres");
  const password = readFileSync(path.join(folder, "password"), "utf8").trim();
  const port = Number(readFileSync(path.join(folder, "cluster", "postmaster.pid"), "utf8").split("\n")[3]);
  const client = new Client({ host: "127.0.0.1", port, user: "open_commitments", password, database: "open_commitments" });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as Row[];
  } finally {
    await client.end();
  }
}
