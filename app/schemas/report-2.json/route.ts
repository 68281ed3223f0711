import { snapshotJsonSchema } from "#lib/reports/snapshots/schema.ts";

/** The format of a report's JSON, version 2, at an address that stays: a later format gets its own. */
export function GET(): Response {
  const headers = { "Content-Type": "application/schema+json; charset=utf-8", "Cache-Control": "public, max-age=86400", "X-Content-Type-Options": "nosniff", "Access-Control-Allow-Origin": "*" };
  return new Response(`${JSON.stringify(snapshotJsonSchema(), null, 2)}\n`, { headers });
}
