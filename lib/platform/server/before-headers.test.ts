import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, request, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { finishOnTheWay } from "./before-headers.ts";

test("who reads slowly is waited for, though what is sent is compressed", async () => {
  let [sent, most] = [0, 0];
  const total = 64 * 1024 * 1024;
  const server = createServer(async (asked, response) => {
    response.setHeader("Content-Type", "application/jsonl");
    finishOnTheWay(asked, response, () => undefined);
    while (sent < total && !response.destroyed) {
      const fits = response.write(randomBytes(64 * 1024));
      sent += 64 * 1024;
      most = Math.max(most, response.writableLength);
      if (!fits) await once(response, "drain");
    }
    response.end();
  }).listen(0);
  await once(server, "listening");
  const got = await new Promise<IncomingMessage>((resolve) => request({ port: (server.address() as AddressInfo).port, headers: { "accept-encoding": "gzip" } }, resolve).end());
  got.pause();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  // Nobody has taken anything: what the network and the compressor hold is all that was made.
  expect(sent).toBeLessThan(16 * 1024 * 1024);
  let received = 0;
  got.on("data", (chunk: Buffer) => (received += chunk.length)).resume();
  await once(got, "end");
  expect(sent).toBe(total);
  expect(received).toBeGreaterThan(total);
  expect(most).toBeLessThan(4 * 1024 * 1024);
  server.close();
});
