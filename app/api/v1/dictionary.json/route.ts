import { answerWith, jsonHeaders, preflight } from "#lib/open-data/answers/rules.ts";
import { getDictionary } from "#lib/open-data/words/queries.ts";
import { dataLicence } from "#lib/platform/data-licence.ts";

export const dynamic = "force-dynamic";

/** What every column of the files means. */
export async function GET(request: Request): Promise<Response> {
  return answerWith(request, JSON.stringify({ licence: dataLicence().url, ...(await getDictionary()) }), jsonHeaders);
}

export function OPTIONS(): Response {
  return preflight();
}
