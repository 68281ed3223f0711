import { localeSchema } from "#lib/record/localized/schema.ts";
import { findByCode } from "#lib/record/permanent-addresses/queries.ts";
import { codeOf } from "#lib/record/permanent-addresses/rules.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { preferredLocale } from "#lib/platform/server/request-rules.ts";

/** A short address on paper: leads to the commitment, in the language of the poster or of the reader's browser. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string[] }> }): Promise<Response> {
  const [typed = "", language, ...more] = (await params).code;
  const code = codeOf(typed);
  const asked = localeSchema.safeParse(language);
  const locale = asked.success ? asked.data : preferredLocale(request.headers.get("Accept-Language") ?? undefined);
  const path = code && more.length === 0 && (asked.success || language === undefined) ? await findByCode(code) : null;
  return new Response(null, { status: 302, headers: { Location: publicUrl(path ? `/${locale}${path}` : `/${locale}/c`), "Cache-Control": "no-cache", Vary: "Accept-Language" } });
}
