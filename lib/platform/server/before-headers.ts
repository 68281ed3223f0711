import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { constants, createBrotliCompress, createGzip, type BrotliCompress, type Gzip } from "node:zlib";

const worthIt = /^(text\/|application\/(json|javascript|manifest\+json|xml)|image\/svg)/;

function compressorFor(request: IncomingMessage, response: ServerResponse): BrotliCompress | Gzip | null {
  const without = request.method === "HEAD" || [204, 206, 304].includes(response.statusCode) || response.hasHeader("content-encoding");
  if (without || !worthIt.test(String(response.getHeader("content-type") ?? ""))) return null;
  const accepted = String(request.headers["accept-encoding"] ?? "");
  if (/\bbr\b/.test(accepted)) return createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  return /\bgzip\b/.test(accepted) ? createGzip({ level: 5 }) : null;
}

/**
 * Runs `complete` just before the headers of a response go out, when all that a route sets is known, and compresses text on
 * its way. For what is not kept: the workspace, forms, parts of pages.
 */
export function finishOnTheWay(request: IncomingMessage, response: ServerResponse, complete: () => void): void {
  const { writeHead, write, end } = response;
  let compressor: BrotliCompress | Gzip | null = null;
  let begun = false;

  response.writeHead = function (this: ServerResponse, status: number, ...rest: unknown[]) {
    if (begun) return writeHead.call(this, status);
    begun = true;
    response.statusCode = status;
    const given = rest.find((value) => typeof value === "object" && value !== null) as OutgoingHttpHeaders | undefined;
    for (const [name, value] of Object.entries(given ?? {})) if (value !== undefined) response.setHeader(name, value);
    complete();
    compressor = compressorFor(request, response);
    if (compressor) startCompressing(compressor);
    return writeHead.call(this, status);
  } as typeof response.writeHead;

  function startCompressing(stream: BrotliCompress | Gzip): void {
    response.setHeader("Content-Encoding", "flush" in stream && stream.constructor.name === "Gzip" ? "gzip" : "br");
    response.appendHeader("Vary", "Accept-Encoding");
    response.removeHeader("Content-Length");
    stream.on("data", (chunk: Buffer) => {
      if (!write.call(response, chunk, "utf8")) stream.pause();
    });
    // Whoever reads slowly is waited for: what is compressed must not pile up here. Ours is told apart from the network's own.
    response.on("drain", () => {
      if (!response.writableNeedDrain) stream.resume();
    });
    stream.on("drain", () => response.emit("drain"));
    stream.on("end", () => end.call(response, undefined, "utf8"));
    response.once("close", () => stream.destroy());
    // Next calls it after every part of a page that it streams.
    Object.assign(response, { flush: () => stream.flush() });
  }

  response.write = function (this: ServerResponse, ...args: Parameters<typeof write>) {
    if (!begun) response.writeHead(response.statusCode);
    return compressor ? compressor.write(args[0]) : write.apply(this, args);
  } as typeof response.write;

  response.end = function (this: ServerResponse, ...args: Parameters<typeof end>) {
    const chunk: unknown = args[0];
    if (!begun && typeof chunk !== "function" && chunk) response.writeHead(response.statusCode);
    if (!compressor) return end.apply(this, args);
    compressor.end(typeof chunk === "function" ? undefined : chunk);
    return this;
  } as typeof response.end;
}
