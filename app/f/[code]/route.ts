import { defaultLocale } from "#lib/record/localized/schema.ts";
import { seeOther } from "#lib/platform/public-form.ts";
import { findByShortCode } from "#lib/followers/sms-news/queries.ts";

export const dynamic = "force-dynamic";

/** The short address in a text message: leads to the news of whom it was sent to, and to the button that ends them. */
export async function GET(_request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const found = await findByShortCode((await params).code);
  return seeOther(`/${found?.locale ?? defaultLocale}/followers/news?${new URLSearchParams({ token: found?.token ?? "" })}`);
}
