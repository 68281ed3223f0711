import { IncomingMessage, ServerResponse, type IncomingHttpHeaders, type OutgoingHttpHeaders } from "node:http";
import { Socket } from "node:net";

/** What Next's request handler and ours look like. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface Captured {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

const longestRender = 15_000;

/** A response that goes nowhere: its bytes are collected. */
class CapturedResponse extends ServerResponse {
  readonly chunks: Buffer[] = [];

  #take(chunk: unknown, encoding: unknown): void {
    if (typeof chunk === "string") this.chunks.push(Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8"));
    else if (chunk instanceof Uint8Array) this.chunks.push(Buffer.from(chunk));
  }

  override flushHeaders(): void {}

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.find((value) => typeof value === "object" && value !== null) as OutgoingHttpHeaders | undefined;
    for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) this.setHeader(name, value);
    return this;
  }

  override write(chunk: unknown, encoding?: unknown): boolean {
    this.#take(chunk, encoding);
    return true;
  }

  override end(chunk?: unknown, encoding?: unknown): this {
    if (this.finished) return this;
    this.#take(chunk, encoding);
    this.finished = true;
    queueMicrotask(() => {
      this.emit("finish");
      this.emit("close");
    });
    return this;
  }
}

/**
 * Lets a handler answer a GET in memory.
 * @param headers in lower case; nothing of a visitor's request belongs in here when the answer is kept for others
 * @throws Error when it gives up or takes too long
 */
export async function capture(handler: Handler, url: string, headers: IncomingHttpHeaders): Promise<Captured> {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method: "GET", url, headers, httpVersion: "1.1", httpVersionMajor: 1, httpVersionMinor: 1 });
  request.push(null);
  const response = new CapturedResponse(request);
  let tooLong: NodeJS.Timeout | undefined;
  const finished = new Promise<void>((resolve, reject) => {
    response.once("close", () => (response.finished ? resolve() : reject(new Error(`${url} was given up while it was rendered`))));
    tooLong = setTimeout(() => response.destroy(new Error("too long")), longestRender);
    response.once("error", reject);
  });
  try {
    await Promise.all([handler(request, response), finished]);
  } finally {
    clearTimeout(tooLong);
  }
  return { status: response.statusCode, headers: response.getHeaders(), body: Buffer.concat(response.chunks) };
}
