import { Readable } from "node:stream";
import { openEvidencePack } from "#lib/reports/evidence-packs/commands.ts";
import { attachmentHeader } from "#lib/evidence/rules.ts";
import { refusalOf } from "#lib/platform/answers.ts";
import { machineTime, now } from "#lib/platform/clock.ts";
import { consume } from "#lib/platform/limits.ts";
import { takePlace } from "#lib/platform/places.ts";
import { clientAddress } from "#lib/platform/public-form.ts";

/** Each reads large files for minutes; a reader that stands still keeps none of them from others for longer than this. */
const longestMs = 15 * 60_000;
const places = { all: 3, ofOneAddress: 1 };

/** A place among all and the one of an address, or null: one slow reader is never in everybody's way. */
function takePlaces(address: string): (() => void) | null {
  const own = takePlace(`evidence-pack ${address}`, { places: places.ofOneAddress, longestMs }, machineTime());
  const shared = own && takePlace("evidence-pack", { places: places.all, longestMs }, machineTime());
  if (!shared) own?.();
  return shared && (() => [own, shared].forEach((release) => release()));
}

function refused(code: string, status: number, headers: Record<string, string> = {}): Response {
  return Response.json({ ok: false, code }, { status, headers: { "Cache-Control": "no-store", ...headers } });
}

/** The evidence pack of a version, made while it is read. Costly to make: few at once, and few for one address. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string; number: string }> }): Promise<Response> {
  const { slug, number } = await params;
  let release: (() => void) | null = null;
  try {
    const address = clientAddress(request);
    await consume("evidence-pack", address, 6, 600);
    release = takePlaces(address);
    if (!release) return refused("UNAVAILABLE", 503, { "Retry-After": "60" });
    const pack = /^[1-9]\d{0,5}$/.test(number) ? await openEvidencePack(slug, Number(number), now()) : null;
    if (!pack) {
      release();
      return refused("NOT_FOUND", 404);
    }
    const stream = Readable.from(pack.pieces, { objectMode: false });
    // When it is whole, and when nobody reads it any more.
    stream.once("close", release);
    request.signal.addEventListener("abort", () => stream.destroy());
    return new Response(Readable.toWeb(stream) as BodyInit, { headers: headersOf(pack.fileName) });
  } catch (error) {
    release?.();
    const { code } = refusalOf(error);
    return refused(code, code === "TOO_MANY_ATTEMPTS" ? 429 : 503);
  }
}

function headersOf(fileName: string): Record<string, string> {
  return {
    "Content-Type": "application/zip", "Content-Disposition": attachmentHeader(fileName), "X-Content-Type-Options": "nosniff", "X-Robots-Tag": "noindex",
    // The same version may find a file of its evidence gone tomorrow.
    "Cache-Control": "no-store",
  };
}
