import { openHeaders, preflight, problemResponse } from "#lib/open-data/answers/rules.ts";
import { streamDump } from "#lib/open-data/dumps/queries.ts";
import { dumpFileOf, dumpTypes } from "#lib/open-data/dumps/schema.ts";
import { now } from "#lib/platform/clock.ts";
import { dataLicence } from "#lib/platform/data-licence.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import { consume } from "#lib/platform/limits.ts";
import { clientAddress } from "#lib/platform/public-form.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { dayOf } from "#lib/record/terms/rules.ts";

/** A body that takes the next piece when the one before has gone out. */
function streamOf(pieces: AsyncGenerator<Uint8Array>): BodyInit {
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await pieces.return(undefined)),
  }, { highWaterMark: 1 });
  return stream as BodyInit;
}

/** Everything public of one kind as a file. It goes on only as fast as it is read, and nothing is read ahead. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const site = publicUrl("/").replace(/\/$/, "");
  const { file } = await params;
  const dump = dumpFileOf(file);
  if (!dump) return problemResponse("not-found", site);
  try {
    await consume("dump", clientAddress(request), 120, 600);
  } catch (error) {
    return problemResponse(isDomainError(error) ? "too-many-requests" : "unavailable", site);
  }
  const { of, format } = dump;
  const headers = {
    ...openHeaders, "Content-Type": dumpTypes[format], "Content-Disposition": `attachment; filename="open-commitments-${of}-${dayOf(now())}.${format}"`,
    "Cache-Control": "public, max-age=60", Link: `<${dataLicence().url}>; rel="license"`,
  };
  return new Response(request.method === "HEAD" ? null : streamOf(streamDump(dump, now())), { headers });
}

export function OPTIONS(): Response {
  return preflight();
}
