import { currentActor } from "#lib/accounts/queries.ts";
import { downloadHeaders } from "#lib/imports/exports/rules.ts";
import { getMarkedUpImport } from "#lib/imports/queries.ts";
import { defaultLocale, localeSchema } from "#lib/record/localized/schema.ts";

/** A copy of the workbook in which every problem is marked where it stands, in the language of `?locale=`. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const [actor, { id }] = [await currentActor(), await params];
  const locale = localeSchema.catch(defaultLocale).parse(new URL(request.url).searchParams.get("locale"));
  const file = actor && (await getMarkedUpImport(actor, id, locale));
  if (!file) return Response.json({ ok: false, code: "NOT_FOUND" }, { status: 404, headers: { "Cache-Control": "no-store" } });
  return new Response(Buffer.from(file.bytes), { headers: downloadHeaders({ ...file, isPublic: false }) });
}
