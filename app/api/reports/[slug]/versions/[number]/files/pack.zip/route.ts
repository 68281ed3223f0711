import { Readable } from "node:stream";
import { getEvidenceFile } from "#lib/evidence/queries.ts";
import { attachmentHeader } from "#lib/evidence/rules.ts";
import { locales } from "#lib/localized/schema.ts";
import { refusalOf } from "#lib/platform/answers.ts";
import { machineTime, now } from "#lib/platform/clock.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { consume } from "#lib/platform/limits.ts";
import { clientAddress } from "#lib/platform/public-form.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { openFile } from "#lib/platform/storage.ts";
import { getReportFile } from "#lib/report-files/commands.ts";
import { takePackPlace } from "#lib/report-files/pack-places.ts";
import { makePack, type PackedReportFile } from "#lib/report-files/pack.ts";
import { packFileName } from "#lib/report-files/rules.ts";
import { reportFileFormats } from "#lib/report-files/schema.ts";
import { getPublishedBytes } from "#lib/reports/queries.ts";
import { snapshotFileName } from "#lib/reports/rules.ts";
import { readSnapshot } from "#lib/snapshot-formats/rules.ts";

/** The bytes of a file that anybody may have; null when nobody may, or when they are gone. */
async function openEvidence(id: string): Promise<AsyncIterable<Uint8Array> | null> {
  const file = await getEvidenceFile(null, id).catch((error: unknown) => {
    if (isDomainError(error)) return null;
    throw error;
  });
  return (file && (await openFile(file.fileKey)))?.stream ?? null;
}

const refused = (code: string, status: number, headers = {}) => Response.json({ ok: false, code }, { status, headers: { "Cache-Control": "no-store", ...headers } });

/** The evidence pack of a version, made while it is read. Costly to make: few at once, and few for one address. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string; number: string }> }): Promise<Response> {
  const { slug, number: asked } = await params;
  const number = /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 0;
  let release: (() => void) | null = null;
  try {
    await consume("evidence-pack", clientAddress(request), 6, 600);
    const version = number ? await getPublishedBytes(slug, number) : null;
    if (!version) return refused("NOT_FOUND", 404);
    release = takePackPlace(machineTime());
    if (!release) return refused("TOO_MANY_ATTEMPTS", 503, { "Retry-After": "60" });
    const stream = Readable.from(await packOf(slug, number, version), { objectMode: false });
    // When it is whole, and when nobody reads it any more.
    stream.once("close", release);
    request.signal.addEventListener("abort", () => stream.destroy());
    const headers = { "Content-Type": "application/zip", "Content-Disposition": attachmentHeader(packFileName(slug, number)), "X-Content-Type-Options": "nosniff", "X-Robots-Tag": "noindex", "Cache-Control": "no-store" };
    return new Response(Readable.toWeb(stream) as BodyInit, { headers });
  } catch (error) {
    release?.();
    const { code } = refusalOf(error);
    return refused(code, code === "TOO_MANY_ATTEMPTS" ? 429 : 503);
  }
}

/** The report's own files are there before the first byte goes out: what cannot be made is refused, and no archive ends half-way. */
async function packOf(slug: string, number: number, { snapshot, sha256 }: { snapshot: string; sha256: string }): Promise<AsyncGenerator<Uint8Array>> {
  const reportFiles: PackedReportFile[] = [{ name: snapshotFileName(slug, number), bytes: Buffer.from(snapshot) }];
  for (const format of reportFileFormats) for (const locale of locales) {
    const file = await getReportFile(slug, number, format, locale, now());
    if (file) reportFiles.push({ name: file.fileName, bytes: file.bytes });
  }
  return makePack({
    snapshot: readSnapshot(snapshot), sha256, site: publicUrl("/").replace(/\/$/, ""), reportFiles, openEvidence,
    words: await Promise.all(locales.map(async (locale) => ({ locale, say: await translatorFor(locale) }))),
  });
}
