import { currentActor } from "#lib/accounts/queries.ts";
import { getPlanDownload } from "#lib/imports/exports/queries.ts";
import { downloadHeaders } from "#lib/imports/exports/rules.ts";
import { defaultLocale, localeSchema } from "#lib/record/localized/schema.ts";
import { refusalOf } from "#lib/platform/answers.ts";
import { consume } from "#lib/platform/limits.ts";
import { clientAddress } from "#lib/platform/public-form.ts";
import { workbookFormats } from "#lib/imports/workbooks/schema.ts";

/** The whole plan as a file, with headings in the language of `?locale=`; a draft's only for its Secretariat. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string; format: string }> }): Promise<Response> {
  const { slug, format: asked } = await params;
  const format = workbookFormats.find((known) => known === asked);
  const locale = localeSchema.catch(defaultLocale).parse(new URL(request.url).searchParams.get("locale"));
  try {
    await consume("export", clientAddress(request), 120, 600);
    const file = format ? await getPlanDownload(await currentActor(), slug, format, locale) : null;
    if (!file) return Response.json({ ok: false, code: "NOT_FOUND" }, { status: 404, headers: { "Cache-Control": "no-store" } });
    return new Response(Buffer.from(file.bytes), { headers: downloadHeaders(file) });
  } catch (error) {
    const { code } = refusalOf(error);
    return Response.json({ ok: false, code }, { status: code === "TOO_MANY_ATTEMPTS" ? 429 : 503, headers: { "Cache-Control": "no-store" } });
  }
}
