import { listSitemaps } from "#lib/open-data/catalogue/queries.ts";
import { sitemapIndexOf } from "#lib/open-data/catalogue/rules.ts";
import { answerWith, openHeaders } from "#lib/open-data/answers/rules.ts";
import { publicUrl } from "#lib/platform/public-url.ts";

export const dynamic = "force-dynamic";

/** The list of the lists of pages, for search engines. */
export async function GET(request: Request): Promise<Response> {
  const index = sitemapIndexOf((await listSitemaps()).map((name) => publicUrl(`/sitemaps/${name}.xml`)));
  return answerWith(request, index, { ...openHeaders, "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "public, max-age=3600" });
}
