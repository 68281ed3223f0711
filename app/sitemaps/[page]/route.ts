import { listSitePages } from "#lib/open-data/catalogue/queries.ts";
import { sitemapOf } from "#lib/open-data/catalogue/rules.ts";
import { answerWith, openHeaders } from "#lib/open-data/answers/rules.ts";
import { publicUrl } from "#lib/platform/public-url.ts";

/** A list of pages in every language: `/sitemaps/commitments-1.xml`. */
export async function GET(request: Request, { params }: { params: Promise<{ page: string }> }): Promise<Response> {
  const { page } = await params;
  const pages = page.endsWith(".xml") ? await listSitePages(page.slice(0, -".xml".length)) : null;
  if (!pages) return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
  return answerWith(request, sitemapOf(pages, publicUrl("/").replace(/\/$/, "")), { ...openHeaders, "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "public, max-age=3600" });
}
