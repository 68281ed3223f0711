import { createHash } from "node:crypto";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import type { Answered, Page } from "#lib/platform/server/page-cache.ts";

const compress = promisify(brotliCompress);
const carriedOn = ["content-disposition", "content-type", "link", "location", "vary"];

/** Makes an answer ready to be sent many times: compressed, with an ETag, without what belongs to one visitor. */
export async function finishPage(status: number, headers: OutgoingHttpHeaders, body: Buffer, own: Record<string, string>, quality: number): Promise<Page> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  const kept: Record<string, string> = {};
  for (const name of carriedOn) if (headers[name] !== undefined) kept[name] = String(headers[name]);
  kept.vary = kept.vary ? `${kept.vary}, Accept-Encoding` : "Accept-Encoding";
  kept.etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  return { status, headers: { ...kept, ...own }, body, compressed: await compress(body, { params }) };
}

/** Sends a kept answer: 304 to who has it, Brotli to who reads it. */
export function sendKept(request: IncomingMessage, response: ServerResponse, { page, stale }: Answered): void {
  for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
  if (stale) response.setHeader("X-Stale", "1");
  const known = request.headers["if-none-match"];
  if (page.status === 200 && known?.split(/\s*,\s*/).includes(page.headers.etag ?? "")) {
    response.writeHead(304).end();
    return;
  }
  const readsBrotli = /\bbr\b(?!\s*;\s*q=0(?:\.0+)?(?:,|$))/.test(String(request.headers["accept-encoding"] ?? ""));
  if (readsBrotli) response.setHeader("Content-Encoding", "br");
  const bytes = readsBrotli ? page.compressed : page.body;
  response.setHeader("Content-Length", bytes.length);
  response.writeHead(page.status).end(bytes);
}
