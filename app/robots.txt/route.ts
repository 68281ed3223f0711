import { robotsOf } from "#lib/open-data/catalogue/rules.ts";
import { publicUrl } from "#lib/platform/public-url.ts";

export const dynamic = "force-dynamic";

/** What programs that follow links should leave alone, and where the list of pages is. */
export function GET(): Response {
  return new Response(robotsOf(publicUrl("/").replace(/\/$/, "")), { headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" } });
}
