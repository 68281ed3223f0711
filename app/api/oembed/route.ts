import { z } from "zod";
import { findCard } from "#lib/embeds/queries.ts";
import { oEmbedOf, pageOfAddress } from "#lib/embeds/rules.ts";
import { answerWith, jsonHeaders, preflight, problemResponse } from "#lib/open-answers/rules.ts";
import { now } from "#lib/platform/clock.ts";
import { publicUrl } from "#lib/platform/public-url.ts";

export const dynamic = "force-dynamic";

const size = z.string().regex(/^[1-9]\d{1,4}$/).transform(Number).catch(10_000);

/** oEmbed: how another site shows a page of this one. JSON alone; who asks for XML is told 501, as oEmbed says. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const site = publicUrl("/").replace(/\/$/, "");
  if ((query.get("format") ?? "json") !== "json") return new Response(null, { status: 501 });
  const page = pageOfAddress(query.get("url") ?? "", site);
  const card = page && (await findCard(page.path, page.locale, now()));
  if (!page || !card) return problemResponse("not-found", site);
  const most = { width: size.parse(query.get("maxwidth") ?? ""), height: size.parse(query.get("maxheight") ?? "") };
  return answerWith(request, JSON.stringify(oEmbedOf(card, publicUrl(`/${page.locale}/embed${page.path}`), `${site}/${page.locale}`, most)), jsonHeaders);
}

export function OPTIONS(): Response {
  return preflight();
}
