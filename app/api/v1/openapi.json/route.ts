import { answerWith, jsonHeaders, preflight } from "#lib/open-data/answers/rules.ts";
import { openApiOf } from "#lib/open-data/api/rules.ts";
import { resources } from "#lib/open-data/resources/queries.ts";
import { describeIn } from "#lib/open-data/words/queries.ts";
import { dataLicence } from "#lib/platform/data-licence.ts";
import { publicUrl } from "#lib/platform/public-url.ts";

export const dynamic = "force-dynamic";

/** The interface for programs as OpenAPI 3.1. */
export async function GET(request: Request): Promise<Response> {
  const document = openApiOf(resources, publicUrl("/").replace(/\/$/, ""), dataLicence(), await describeIn("en"));
  return answerWith(request, JSON.stringify(document), jsonHeaders);
}

export function OPTIONS(): Response {
  return preflight();
}
