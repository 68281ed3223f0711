import { findCard } from "#lib/plans/cards/queries.ts";
import { cardHtml, cardPolicy } from "#lib/open-data/embeds/rules.ts";
import { localeSchema } from "#lib/record/localized/schema.ts";
import { answerWith } from "#lib/open-data/answers/rules.ts";
import { now } from "#lib/platform/clock.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";

const headers = {
  "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": cardPolicy, "Cross-Origin-Resource-Policy": "cross-origin", "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff", "Cache-Control": "public, max-age=300",
};

/** The card of a plan, commitment or report, for a frame on any site. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string; path: string[] }> }): Promise<Response> {
  const { locale: asked, path } = await params;
  const locale = localeSchema.safeParse(asked).data;
  const card = locale ? await findCard(`/${path.join("/")}`, locale, now()) : null;
  if (!locale || !card) return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
  return answerWith(request, cardHtml(card, locale, (await translatorFor(locale))("open-data.embed.link")), headers);
}
