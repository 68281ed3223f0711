/** The largest plain form that is read, in bytes; far more than a person types. */
const maxFormBytes = 512 * 1024;

/**
 * The fields of a plain form (`application/x-www-form-urlencoded`), the first value of each name. Null when the body is
 * of another kind or larger than half a megabyte; no more than that is ever held.
 */
export async function readPlainForm(request: Request): Promise<Record<string, string> | null> {
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
