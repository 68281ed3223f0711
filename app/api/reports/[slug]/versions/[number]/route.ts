import { getPublishedBytes } from "#lib/reports/queries.ts";
import { snapshotFileName } from "#lib/reports/rules.ts";

/** The exact bytes of a frozen version, so that `sha256sum` of the download is the checksum on the page. They never change. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string; number: string }> }): Promise<Response> {
  const { slug, number } = await params;
  const version = /^[1-9]\d{0,5}$/.test(number) ? await getPublishedBytes(slug, Number(number)) : null;
  if (!version) return Response.json({ ok: false, code: "NOT_FOUND" }, { status: 404 });
  const headers = {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Disposition": `attachment; filename="${snapshotFileName(slug, Number(number))}"`,
    "Cache-Control": "public, max-age=31536000, immutable, no-transform",
    "X-Content-Type-Options": "nosniff",
    ETag: `"${version.sha256}"`,
  };
  if (request.headers.get("If-None-Match")?.includes(version.sha256)) return new Response(null, { status: 304, headers });
  return new Response(new TextEncoder().encode(version.snapshot), { headers });
}
