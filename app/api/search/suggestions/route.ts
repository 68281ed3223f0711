import { localize, localeSchema, defaultLocale } from "#lib/record/localized/schema.ts";
import { parseSearch } from "#lib/search/schema.ts";
import { suggest } from "#lib/search/suggestions/queries.ts";

export const dynamic = "force-dynamic";

/** Titles that what is being typed may lead to, as JSON: `[{ path, kind, title, lang }]`, the path without the language. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const locale = localeSchema.catch(defaultLocale).parse(searchParams.get("locale"));
  const { question } = parseSearch({ q: searchParams.get("q") ?? "" });
  const suggestions = (await suggest(question)).flatMap(({ path, kind, title }) => {
    const words = localize(title, locale);
    return words ? [{ path, kind, title: words.text, lang: words.lang }] : [];
  });
  return Response.json(suggestions, { headers: { "Cache-Control": "public, max-age=60", "X-Content-Type-Options": "nosniff" } });
}
