import { z } from "zod";
import { findCard } from "#lib/plans/cards/queries.ts";
import { oEmbedOf, pageOfAddress } from "#lib/open-data/embeds/rules.ts";
import { answerWith, jsonHeaders, preflight, problemResponse } from "#lib/open-data/answers/rules.ts";
import { now } from "#lib/platform/clock.ts";
import { pictureAddress } from "#lib/platform/picture-address.ts";
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
  const addresses = { card: publicUrl(`/${page.locale}/embed${page.path}`), home: `${site}/${page.locale}`, picture: publicUrl(pictureAddress(page.locale, page.path)) };
  return answerWith(request, JSON.stringify(oEmbedOf(card, addresses, most)), jsonHeaders);
}

export function OPTIONS(): Response {
  return preflight();
}
