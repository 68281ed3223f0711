import { databaseAnswers } from "#lib/platform/health.ts";

export const dynamic = "force-dynamic";

/** For whoever watches over the installation: 200 once the database answers, 503 otherwise. */
export async function GET(): Promise<Response> {
  const healthy = await databaseAnswers();
  return Response.json({ status: healthy ? "ok" : "unavailable" }, { status: healthy ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}
