import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { isDomainError } from "#lib/platform/errors.ts";
import { readMessages } from "#lib/platform/i18n/messages.ts";
import { log } from "#lib/platform/log.ts";
import { finishOnTheWay } from "#lib/platform/server/before-headers.ts";
import { capture, type Handler } from "#lib/platform/server/captured-response.ts";
import { contentSecurityPolicy, newNonce, securityHeaders } from "#lib/platform/server/content-security.ts";
import { finishPage, sendKept } from "#lib/platform/server/kept-answer.ts";
import { PageCache, type Page } from "#lib/platform/server/page-cache.ts";
import { asDocument, isBroken } from "#lib/platform/server/page-document.ts";
import { isPlainAddress, isPublicPage, pageKey } from "#lib/platform/server/page-key.ts";
import { isReadable, mayPass, preferredLocale, putOurHeaders } from "#lib/platform/server/request-rules.ts";
import { turnstile } from "#lib/platform/turnstile.ts";

export interface HandlerOptions {
  next: Handler;
  publicUrl: string;
  /** How many proxies of ours pass requests on. */
  proxies: number;
  development: boolean;
}

/** One spelling only of each name, or a file would be compressed anew for every other. */
const neverChanging = /^\/_next\/static(\/[\w~@-][\w.~@-]*)+\.(js|css|svg|json|txt|xml)$/;
/**
 * So many public pages are rendered past the cache at once: for readers with a session, and what is for one reader alone.
 * Nobody waits in line.
 */
const forOneReader = { atOnce: 64, mayWait: 0, refusal: "UNAVAILABLE" } as const;
const forEver = Number.POSITIVE_INFINITY;
const checkedEveryTime = "public, max-age=0, must-revalidate";

/** Next sends a page's head late to a reader without a name (`htmlLimitedBots`); the name says nothing else. */
function ownHeaders(options: HandlerOptions, path: string): Record<string, string> {
  const url = new URL(options.publicUrl);
  return { host: url.host, "x-forwarded-proto": url.protocol.slice(0, -1), "x-path": path, accept: "text/html", "user-agent": "page" };
}

/**
 * Renders a public page. What is for all is rendered for nobody in particular: only its address decides what it says. Next
 * leaves the words of "nothing here" to its scripts, so the page that has them stands in for it.
 */
async function renderPage(path: string, headers: IncomingHttpHeaders, next: Handler, own: Record<string, string>): Promise<Page> {
  let answer = await capture(next, path, headers);
  const isHtml = () => String(answer.headers["content-type"] ?? "").startsWith("text/html");
  const { status } = answer;
  if (status === 404 && isHtml()) {
    const missing = `${path.slice(0, 3)}/missing`;
    answer = await capture(next, missing, { ...headers, "x-path": missing });
  }
  if (!isHtml()) return finishPage(status, answer.headers, answer.body, own, 5);
  const html = asDocument(answer.body.toString("utf8"));
  return finishPage(isBroken(html) ? 500 : status, answer.headers, Buffer.from(html), own, 5);
}

async function readAsset(options: HandlerOptions, path: string): Promise<Page> {
  const { status, headers, body } = await capture(options.next, path, ownHeaders(options, path));
  const own = { "cache-control": status === 200 ? "public, max-age=31536000, immutable" : "no-store" };
  return finishPage(status, headers, body, own, 9);
}

/** A sentence from `errors.json`, for when there is no page to say it. */
async function say(request: IncomingMessage, response: ServerResponse, status: number, code: "CROSS_ORIGIN" | "NOT_FOUND" | "UNAVAILABLE"): Promise<void> {
  if (response.headersSent) return void response.destroy();
  response.statusCode = status;
  response.setHeader("Cache-Control", "no-store");
  if (status === 503) response.setHeader("Retry-After", "5");
  if (!request.headers.accept?.includes("text/html")) {
    response.setHeader("Content-Type", "application/json");
    return void response.end(JSON.stringify({ ok: false, code, fieldErrors: {} }));
  }
  const locales = preferredLocale(request.headers["accept-language"]) === "ka" ? ["ka", "en"] : ["en", "ka"];
  const sentences = await Promise.all(locales.map(async (locale) => String((await readMessages(locale)).errors?.[code] ?? code)));
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.end(`${sentences.join("\n\n")}\n`);
}

function sendHome(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("Vary", "Accept-Language");
  response.setHeader("Cache-Control", "no-store");
  response.writeHead(302, { Location: `/${preferredLocale(request.headers["accept-language"])}` }).end();
}

/** Everything between the network and Next: who may pass, what is kept, and what every response says. */
export function createHandler(options: HandlerOptions): Handler {
  const security = { development: options.development, secure: options.publicUrl.startsWith("https:") };
  const always = Object.entries(securityHeaders(security));
  // A document has no script of its own in it, so nothing has to be allowed.
  const policy = { "content-security-policy": contentSecurityPolicy([], security) };
  const pages = new PageCache({
    render: (key) => renderPage(key, { ...ownHeaders(options, key), ...policy }, options.next, { ...policy, "cache-control": checkedEveryTime }),
    isMain: isPlainAddress,
  });
  const assets = new PageCache({ render: (path) => readAsset(options, path), freshFor: forEver, maxBytes: 32 * 1024 * 1024 });

  const pastTheCache = turnstile(forOneReader);

  function secured(response: ServerResponse): ServerResponse {
    for (const [name, value] of always) response.setHeader(name, value);
    return response;
  }

  async function passOn(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const forScripts = contentSecurityPolicy([`'nonce-${newNonce()}'`], security);
    putOurHeaders(request, { path, publicUrl: options.publicUrl, proxies: options.proxies, policy: forScripts });
    // Only what the route did not say itself: a file to download has a stricter policy of its own.
    const missing = [["Content-Security-Policy", forScripts], ...always] as const;
    finishOnTheWay(request, response, () => {
      for (const [name, value] of missing) if (!response.hasHeader(name)) response.setHeader(name, value);
    });
    await options.next(request, response);
  }

  /** A public page for one reader: never kept, otherwise as for all. */
  async function sendOnce(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    putOurHeaders(request, { path, publicUrl: options.publicUrl, proxies: options.proxies, policy: policy["content-security-policy"] });
    // What the reader has of it is compared here, not by Next.
    const page = await renderPage(path, { ...request.headers, "if-none-match": undefined, "user-agent": "page" }, options.next, { ...policy, "cache-control": "private, no-store" });
    secured(response);
    if (page.status >= 500) return say(request, response, 503, "UNAVAILABLE");
    sendKept(request, response, { page, stale: false });
  }

  async function sendFrom(cache: PageCache, key: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answered = await cache.get(key);
    secured(response);
    if (answered.page.status >= 500) return say(request, response, 503, "UNAVAILABLE");
    sendKept(request, response, answered);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "/";
    const refused = !isReadable(path) ? "NOT_FOUND" : !mayPass(request, options.publicUrl) ? "CROSS_ORIGIN" : null;
    if (refused) return say(request, secured(response), refused === "NOT_FOUND" ? 404 : 403, refused);
    if ((request.method === "GET" || request.method === "HEAD") && /^\/(\?|$)/.test(path)) return sendHome(request, secured(response));
    const key = options.development ? null : pageKey(request);
    if (key) return sendFrom(pages, key, request, response);
    if (!options.development && request.method === "GET" && neverChanging.test(path)) return sendFrom(assets, path, request, response);
    if (options.development || request.method !== "GET" || !isPublicPage(path)) return passOn(request, response, path);
    // A page of the workspace leads here and asks for the part that differs: its browser then loads the document.
    return request.headers.rsc === undefined ? pastTheCache(() => sendOnce(request, response, path)) : say(request, secured(response), 404, "NOT_FOUND");
  }

  return async (request, response) => {
    try {
      await answer(request, response);
    } catch (error) {
      // Without the query, which may hold the secret of a link. What was refused on purpose is no news.
      if (!isDomainError(error)) log.error({ err: error, path: request.url?.split("?", 1)[0] }, "a request could not be answered");
      await say(request, response.headersSent ? response : secured(response), 503, "UNAVAILABLE");
    }
  };
}
