import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Handler } from "#lib/platform/server/captured-response.ts";

/** A running HTTP server; `stop` lets running requests finish, for a few seconds at most. */
export interface RunningServer {
  stop(): Promise<void>;
}

/** Long enough for 20 MB of evidence over a slow line. */
const longestRequest = 120_000;
const longestGoodbye = 5_000;

/** @throws Error with a `code` such as EADDRINUSE when the port cannot be had. */
export function serve(handler: Handler, port: number, host: string): Promise<RunningServer> {
  const server = createServer({ requestTimeout: longestRequest, headersTimeout: 15_000, keepAliveTimeout: 10_000 }, handler);
  const stop = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    await Promise.race([closed, wait(longestGoodbye, undefined, { ref: false })]);
    server.closeAllConnections();
  };
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve({ stop });
    });
  });
}
