import { getCatalogueWords } from "#lib/open-data/catalogue/queries.ts";
import { catalogueOf } from "#lib/open-data/catalogue/rules.ts";
import { answerWith, openHeaders } from "#lib/open-data/answers/rules.ts";
import { dataLicence } from "#lib/platform/data-licence.ts";
import { publicUrl } from "#lib/platform/public-url.ts";

export const dynamic = "force-dynamic";

/** The catalogue of the open data (DCAT-AP), for portals that gather such catalogues. */
export async function GET(request: Request): Promise<Response> {
  const catalogue = catalogueOf(await getCatalogueWords(), publicUrl("/").replace(/\/$/, ""), dataLicence().url);
  return answerWith(request, JSON.stringify(catalogue), { ...openHeaders, "Content-Type": "application/ld+json; charset=utf-8", "Cache-Control": "public, max-age=3600" });
}
