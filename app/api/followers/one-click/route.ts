import { endAll, endFollow } from "#lib/followers/followings/commands.ts";
import { getFollowings, getFollowToEnd } from "#lib/followers/followings/queries.ts";
import { everySchema } from "#lib/followers/followings/schema.ts";
import { defaultLocale } from "#lib/record/localized/schema.ts";
import { refusalOf } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { seeOther } from "#lib/platform/public-form.ts";

/** What the address of the button holds: a following's token, or an address's with which of its followings (`every`). */
function askedBy(request: Request) {
  const { searchParams } = new URL(request.url);
  return { token: searchParams.get("token") ?? "", every: everySchema.parse(searchParams.get("every")) };
}

/**
 * One press on a mail program's own button (RFC 8058): the provider posts here, without an origin, a cookie or a page to read.
 * The token is in nobody's hands but the address's. What is ended already is ended: 200.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    const { token, every } = askedBy(request);
    if (every) await endAll(token, every, now());
    else await endFollow(token, now());
    return new Response(null, { status: 200, headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    refusalOf(error);
    return new Response(null, { status: 503, headers: { "Cache-Control": "no-store", "Retry-After": "60" } });
  }
}

/** Somebody whose mail program opens the address instead finds the page with the buttons; opening ends nothing. */
export async function GET(request: Request): Promise<Response> {
  const { token, every } = askedBy(request);
  const found = every ? await getFollowings(token) : await getFollowToEnd(token);
  return seeOther(`/${found?.locale ?? defaultLocale}/followers/${every ? "all" : "end"}?${new URLSearchParams({ token })}`);
}
