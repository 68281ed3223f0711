import { locales } from "#lib/record/localized/schema.ts";
import { reportingCookie } from "#lib/boards/reporting-links/queries.ts";

const longestSeconds = 12 * 60 * 60;

/** The addresses to which the browser sends a link's cookie: that link's form in each language, and its files. Nothing else on the site sees it. */
function placesOf(linkId: string): string[] {
  return [...locales.map((locale) => `/${locale}/reporting/${linkId}`), `/api/reporting/${linkId}`];
}

function cookiesOf(linkId: string, value: string, maxAge: number): string[] {
  const secure = process.env.PUBLIC_URL?.startsWith("https:") ? "; Secure" : "";
  return placesOf(linkId).map((path) => `${reportingCookie}=${value}; Path=${path}; Max-Age=${maxAge}; HttpOnly; SameSite=Strict${secure}`);
}

/** 303 to a page, with the cookies of a link set (for a working day at most) or, without a token, taken away. */
export function seeOtherWithLink(path: string, linkId: string, open?: { token: string; expiresAt: Date; now: Date }): Response {
  const response = new Response(null, { status: 303, headers: { Location: path, "Cache-Control": "no-store" } });
  const left = open ? Math.floor((open.expiresAt.getTime() - open.now.getTime()) / 1_000) : 0;
  for (const cookie of cookiesOf(linkId, open?.token ?? "", Math.min(left, longestSeconds))) response.headers.append("Set-Cookie", cookie);
  return response;
}
