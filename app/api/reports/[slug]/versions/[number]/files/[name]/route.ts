import { refusalOf } from "#lib/platform/answers.ts";
import { now } from "#lib/platform/clock.ts";
import { getReportFile } from "#lib/reports/files/commands.ts";
import { reportFileOf } from "#lib/reports/files/rules.ts";

interface Context {
  params: Promise<{ slug: string; number: string; name: string }>;
}

/** A file of a frozen version (`report-ka.pdf`, `tables-en.xlsx`). Like the version it never changes. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug, number, name } = await params;
  const which = reportFileOf(name);
  try {
    const file = which && /^[1-9]\d{0,5}$/.test(number) ? await getReportFile(slug, Number(number), which.format, which.locale, now()) : null;
    if (!file) return Response.json({ ok: false, code: "NOT_FOUND" }, { status: 404, headers: { "Cache-Control": "no-store" } });
    const headers = {
      "Content-Type": file.contentType,
      "Content-Disposition": `attachment; filename="${file.fileName}"`,
      "Cache-Control": "public, max-age=31536000, immutable, no-transform",
      "X-Content-Type-Options": "nosniff",
      "Repr-Digest": `sha-256=:${Buffer.from(file.sha256, "hex").toString("base64")}:`,
      ETag: `"${file.sha256}"`,
    };
    if (request.headers.get("If-None-Match")?.includes(file.sha256)) return new Response(null, { status: 304, headers });
    return new Response(Buffer.from(file.bytes), { headers: { ...headers, "Content-Length": String(file.bytes.length) } });
  } catch (error) {
    const { code } = refusalOf(error);
    return Response.json({ ok: false, code }, { status: 503, headers: { "Cache-Control": "no-store", "Retry-After": "20" } });
  }
}
