import { Client } from "pg";
import { machineTime } from "#lib/platform/clock.ts";

const patience = 2_000;
/** So that nobody can open connections by asking. */
const answerCounts = 500;

let last: { at: number; answers: Promise<boolean> } | undefined;

async function ask(): Promise<boolean> {
  const client = new Client({ connectionString: process.env.DATABASE_URL, connectionTimeoutMillis: patience, query_timeout: patience });
  // A connection that breaks says so by an event as well, which nobody else would hear.
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    client.end().catch(() => undefined);
  }
}

/** True when the database answers within two seconds; many questions at once are one. */
export function databaseAnswers(now: number = machineTime()): Promise<boolean> {
  if (!last || now - last.at > answerCounts) last = { at: now, answers: ask() };
  return last.answers;
}
