import { defaultLocale, localeSchema } from "#lib/localized/schema.ts";
import { readPlainForm } from "#lib/platform/public-form.ts";
import { requireSameOrigin } from "#lib/platform/same-origin.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { seeOtherWithLink } from "../../link-cookie.ts";

/** Closes a link's form in this browser; the mailed link opens it again. */
export async function POST(request: Request, { params }: { params: Promise<{ linkId: string }> }): Promise<Response> {
  try {
    requireSameOrigin(request);
  } catch (error) {
    if (isDomainError(error)) return new Response(null, { status: 403 });
    throw error;
  }
  const locale = localeSchema.catch(defaultLocale).parse((await readPlainForm(request))?.locale);
  return seeOtherWithLink(`/${locale}/reporting?left=1`, encodeURIComponent((await params).linkId));
}
