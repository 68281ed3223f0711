import { snapshotJsonSchema } from "#lib/reports/snapshots/schema.ts";

/** How the JSON of a report is laid out, for whoever reads it with a program of their own. */
export function GET(): Response {
  const headers = { "Content-Type": "application/schema+json; charset=utf-8", "Cache-Control": "public, max-age=3600", "X-Content-Type-Options": "nosniff" };
  return new Response(`${JSON.stringify(snapshotJsonSchema(), null, 2)}\n`, { headers });
}
