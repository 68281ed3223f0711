import { getExampleDownload } from "#lib/imports/exports/queries.ts";
import { downloadHeaders } from "#lib/imports/exports/rules.ts";
import { defaultLocale, localeSchema } from "#lib/record/localized/schema.ts";
import { workbookFormats } from "#lib/imports/workbooks/schema.ts";

/** The filled example, with headings in the language of `?locale=`. */
export async function GET(request: Request, { params }: { params: Promise<{ format: string }> }): Promise<Response> {
  const { format: asked } = await params;
  const format = workbookFormats.find((known) => known === asked);
  if (!format) return Response.json({ ok: false, code: "NOT_FOUND" }, { status: 404 });
  const file = await getExampleDownload(format, localeSchema.catch(defaultLocale).parse(new URL(request.url).searchParams.get("locale")));
  return new Response(Buffer.from(file.bytes), { headers: downloadHeaders(file) });
}
