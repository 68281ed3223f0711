import { endFollow } from "#lib/followers/commands.ts";
import { getFollowToEnd } from "#lib/followers/queries.ts";
import { defaultLocale } from "#lib/localized/schema.ts";
import { refusalOf } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { seeOther } from "#lib/platform/public-form.ts";

const tokenOf = (request: Request): string => new URL(request.url).searchParams.get("token") ?? "";

/**
 * One press on a mail program's own button (RFC 8058): the provider posts here, without an origin, a cookie or a page to read.
 * The token is in nobody's hands but the address's. What is ended already is ended: 200.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    await endFollow(tokenOf(request), now());
    return new Response(null, { status: 200, headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    refusalOf(error);
    return new Response(null, { status: 503, headers: { "Cache-Control": "no-store", "Retry-After": "60" } });
  }
}

/** Somebody whose mail program opens the address instead finds the page with the button; opening ends nothing. */
export async function GET(request: Request): Promise<Response> {
  const token = tokenOf(request);
  const locale = (await getFollowToEnd(token))?.locale ?? defaultLocale;
  return seeOther(`/${locale}/followers/end?${new URLSearchParams({ token })}`);
}
