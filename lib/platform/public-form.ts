import { refusalOf, type Refusal } from "#lib/platform/answers.ts";
import { requireSameOrigin } from "#lib/platform/same-origin.ts";

/** The largest plain form that is read, in bytes; far more than a person types. */
const maxFormBytes = 512 * 1024;

/** Field → what stands in it; null: no form that can be read. */
export type PlainForm = Record<string, string> | null;

/**
 * The fields of a plain form (`application/x-www-form-urlencoded`), the first value of each name. Null when the body is
 * of another kind or larger than half a megabyte; no more than that is ever held.
 */
async function readPlainForm(request: Request): Promise<PlainForm> {
  if (!request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded") || !request.body) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxFormBytes) return null;
    chunks.push(chunk);
  }
  const fields: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(Buffer.concat(chunks).toString("utf8"))) fields[name] ??= value;
  return fields;
}

/**
 * A plain form's way through a route handler: 403 when another site sent it, else what `take` answers; when that throws, what
 * `refused` makes of the reason.
 */
export async function takePlainForm(request: Request, take: (form: PlainForm) => Promise<Response>, refused: (refusal: Refusal, form: PlainForm) => Response | Promise<Response>): Promise<Response> {
  let form: PlainForm = null;
  try {
    requireSameOrigin(request);
    form = await readPlainForm(request);
    return await take(form);
  } catch (error) {
    const refusal = refusalOf(error);
    return refusal.code === "CROSS_ORIGIN" ? new Response(null, { status: 403 }) : refused(refusal, form);
  }
}

/** 303: the browser goes on with a GET, so that reloading sends nothing twice. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path, "Cache-Control": "no-store" } });
}

/** Who sent a public form, as far as it is counted. */
export interface Visitor {
  address: string;
}

/** Where a request comes from, as our server says; one shared name when it does not. */
export function clientAddress(request: Request): string {
  return request.headers.get("x-client-address") ?? "unknown";
}
