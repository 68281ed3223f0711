import { once } from "node:events";
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createHandler } from "./handler.ts";

let broken = false;
let held: Promise<void> | null = null;
const seen: IncomingMessage["headers"][] = [];

/** Stands where Next stands: writes a page in two parts, with the nonce it was given. */
async function renderer(asked: IncomingMessage, response: ServerResponse): Promise<void> {
  seen.push(asked.headers);
  const nothing = asked.url?.includes("/nothing");
  const nonce = /'nonce-([^']+)'/.exec(String(asked.headers["content-security-policy"]))?.[1];
  if (asked.headers.cookie?.includes("held")) await held;
  response.statusCode = broken ? 500 : nothing ? 404 : 200;
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Cache-Control", "private, no-store");
  response.flushHeaders();
  response.write(`<p>${asked.url} გამარჯობა ${"x".repeat(2_000)}</p>`);
  response.end(`<script nonce="${nonce}">go()</script>`);
}

const server = createServer(createHandler({ next: renderer, publicUrl: "http://open.example", proxies: 1, development: false }));
let port = 0;

interface Got {
  status: number;
  headers: IncomingMessage["headers"];
  body: Buffer;
}

function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, path, headers, method }, async (got) => {
      const parts: Buffer[] = [];
      for await (const part of got) parts.push(part as Buffer);
      resolve({ status: got.statusCode ?? 0, headers: got.headers, body: Buffer.concat(parts) });
    });
    sent.once("error", reject).end();
  });
}

beforeAll(async () => {
  server.listen(0);
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("our server before Next", () => {
  test("a public page goes out as a document without scripts, for everybody to keep", async () => {
    const got = await ask("/ka?unknown=1&page=2");
    expect(got.body.toString()).toContain("<p>/ka?page=2");
    expect(got.body.toString()).not.toContain("script");
    expect(got.headers["content-security-policy"]).toContain("script-src 'self';");
    expect(got.headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
    expect(got.headers["x-content-type-options"]).toBe("nosniff");
  });

  test("nothing of a visitor's request gets into a page for all", async () => {
    await ask("/en?page=7", { cookie: "other=1", "x-path": "/forged", "accept-language": "ka", host: "evil.example" });
    const asked = seen.at(-1);
    expect(asked).toMatchObject({ "x-path": "/en?page=7", host: "open.example" });
    expect(asked).not.toHaveProperty("cookie");
    expect(asked).not.toHaveProperty("accept-language");
  });

  test("it is sent in Brotli, and not at all to who has it", async () => {
    const plain = await ask("/ka");
    const small = await ask("/ka", { "accept-encoding": "gzip, br" });
    expect(small.headers["content-encoding"]).toBe("br");
    expect(brotliDecompressSync(small.body)).toEqual(plain.body);
    const known = await ask("/ka", { "if-none-match": String(plain.headers.etag) });
    expect([known.status, known.body.length]).toEqual([304, 0]);
  });

  test("a public page for one reader is the same document, private and never kept", async () => {
    for (const [path, headers] of [["/ka", { cookie: "next-auth.session-token=x" }], ["/ka/comments/new", {}]] as const) {
      const got = await ask(path, { ...headers, "accept-encoding": "br", "x-forwarded-for": "9.9.9.9, 1.2.3.4", "x-client-address": "8.8.8.8" });
      expect(got.headers["cache-control"]).toBe("private, no-store");
      expect(brotliDecompressSync(got.body).toString()).not.toContain("script");
      expect(seen.at(-1)).toMatchObject({ "x-client-address": "1.2.3.4", "x-path": path });
    }
  });

  test("a script that asks for a part of a public page is sent to the whole page", async () => {
    const before = seen.length;
    expect([(await ask("/ka/plans/p", { rsc: "1" })).status, seen.length]).toEqual([404, before]);
  });

  test("where there is nothing, the page that says so is sent", async () => {
    for (const path of ["/en/plans/nothing", "/en/nothing"]) {
      const got = await ask(path);
      expect([got.status, got.body.toString()]).toEqual([404, expect.stringContaining("/en/missing")]);
      expect(seen.at(-1)).toMatchObject({ "x-path": "/en/missing" });
    }
  });

  test("a page of the workspace goes through with a nonce, compressed on its way, private", async () => {
    const got = await ask("/ka/workspace", { cookie: "next-auth.session-token=x", "accept-encoding": "br", "x-forwarded-for": "9.9.9.9, 1.2.3.4", "x-client-address": "8.8.8.8" });
    expect(got.headers["cache-control"]).toBe("private, no-store");
    const nonce = /'nonce-([^']+)'/.exec(String(got.headers["content-security-policy"]))?.[1];
    expect(brotliDecompressSync(got.body).toString()).toContain(`nonce="${nonce}"`);
    expect(seen.at(-1)).toMatchObject({ "x-client-address": "1.2.3.4", "x-path": "/ka/workspace" });
  });

  test("the start page leads to the reader's language", async () => {
    expect((await ask("/")).headers.location).toBe("/ka");
    expect((await ask("/", { "accept-language": "de, en-GB;q=0.8, ka;q=0.3" })).headers.location).toBe("/en");
    expect((await ask("/", { "accept-language": "en;q=0.2, ka" })).headers.location).toBe("/ka");
    expect((await ask("/")).headers.vary).toBe("Accept-Language");
    expect((await ask("/", {}, "HEAD")).status).toBe(302);
  });

  test("nothing is sent in from another site, or from nowhere", async () => {
    for (const origin of ["https://evil.example", "null", undefined]) {
      const got = await ask("/api/comments", origin ? { origin } : {}, "POST");
      expect(got.status).toBe(403);
      expect(JSON.parse(got.body.toString())).toMatchObject({ ok: false, code: "CROSS_ORIGIN" });
    }
    expect((await ask("/ka", { origin: "https://evil.example", accept: "text/html" }, "POST")).body.toString()).toContain("სხვა საიტიდან");
    expect((await ask("/api/comments", { origin: "http://open.example" }, "POST")).status).toBe(200);
    expect((await ask("/api/comments", { origin: `http://localhost:${port}` }, "POST")).status).toBe(200);
  });

  test("a mail provider may press the button of a mail, and nothing else", async () => {
    const token = "x".repeat(43);
    for (const query of [token, `${token}&every=weekly`]) expect((await ask(`/api/followers/one-click?token=${query}`, {}, "POST")).status).toBe(200);
    for (const [path, method] of [
      [`/api/followers/end?token=${token}`, "POST"], [`/api/followers/one-click/?token=${token}`, "POST"], ["/api/followers/one-click", "POST"],
      [`/api/followers/one-click?token=${token}&more`, "POST"], [`/api/followers/one-click?token=${token}&every=all`, "POST"], [`/api/followers/one-click?token=${token}`, "DELETE"],
    ] as const) expect([path, (await ask(path, {}, method)).status]).toEqual([path, 403]);
  });

  test("an address that cannot be read is not found, whatever it leads to", async () => {
    for (const path of ["/ka/plans/%", "/ka/plans/%ff", "/%E0%A4%A", "/ka/organisations/%00", "/ka/workspace/audit?record=%00", "/api/reports/%00/versions/1"]) {
      const got = await ask(path);
      expect([path, got.status, got.headers["x-content-type-options"]]).toEqual([path, 404, "nosniff"]);
    }
    expect((await ask("/ka?page=%ff")).status).toBe(200);
  });

  test("a file of the interface has one name", async () => {
    expect((await ask("/_next/static/chunks/a.js")).headers["cache-control"]).toContain("immutable");
    for (const path of ["/_next/static/%63hunks/a.js", "/_next/static/./chunks/a.js", "/_next/static/../server/a.js", "/_next/static//chunks/a.js"]) {
      expect((await ask(path)).headers["cache-control"]).not.toContain("immutable");
    }
  });

  test("a flood past the cache leaves room: what is kept is sent, what is more than it can take is refused at once", async () => {
    await ask("/ka");
    let release = () => {};
    held = new Promise((resolve) => (release = resolve));
    const refused: Got[] = [];
    const flood = Array.from({ length: 70 }, async () => {
      const got = await ask("/ka/plans/p", { cookie: "next-auth.session-token=held" });
      if (got.status !== 200) refused.push(got);
      return got;
    });
    await expect.poll(() => refused.map(({ status, headers }) => [status, headers["retry-after"]])).toEqual(Array(6).fill([503, "5"]));
    expect((await ask("/ka")).status).toBe(200);
    release();
    expect((await Promise.all(flood)).filter(({ status }) => status === 200)).toHaveLength(64);
  });

  test("when rendering fails, the last good page is sent and says so; a page never seen is unavailable", async () => {
    await ask("/en/plans/p");
    broken = true;
    await expect.poll(async () => (await ask("/en/plans/p")).headers["x-stale"], { timeout: 4_000 }).toBe("1");
    expect((await ask("/en/plans/p")).status).toBe(200);
    const none = await ask("/en/plans/other", { accept: "text/html", "accept-language": "en" });
    expect(none.status).toBe(503);
    expect(none.body.toString()).toContain("did not work");
    broken = false;
  });
});
