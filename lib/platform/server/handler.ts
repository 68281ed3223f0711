import type { IncomingMessage, ServerResponse } from "node:http";
import { isDomainError } from "#lib/platform/errors.ts";
import { readMessages } from "#lib/platform/i18n/messages.ts";
import { log } from "#lib/platform/log.ts";
import { finishOnTheWay } from "#lib/platform/server/before-headers.ts";
import { capture, type Handler } from "#lib/platform/server/captured-response.ts";
import { contentSecurityPolicy, newNonce, sealPage, securityHeaders, type SecurityOptions } from "#lib/platform/server/content-security.ts";
import { finishPage, sendKept } from "#lib/platform/server/kept-answer.ts";
import { PageCache, type Page } from "#lib/platform/server/page-cache.ts";
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
 * So many public pages are rendered past the cache at once (parts of pages, readers with a session); nobody waits in
 * line, as a reader who takes the bytes slowly would keep the others waiting. A browser then loads the whole page instead.
 */
const pastTheCache = { atOnce: 64, mayWait: 0, refusal: "UNAVAILABLE" } as const;
const forEver = Number.POSITIVE_INFINITY;
const checkedEveryTime = "public, max-age=0, must-revalidate";

/** Next put an error where a part of the page belongs: not a page to keep, whatever its status says. */
const isBroken = (html: string): boolean => html.includes("<!--$!-->");

function ownHeaders(options: HandlerOptions, path: string): Record<string, string> {
  const url = new URL(options.publicUrl);
  return { host: url.host, "x-forwarded-proto": url.protocol.slice(0, -1), "x-path": path, accept: "text/html" };
}

/** Renders a public page for nobody in particular: only its address decides what it says. */
async function renderPage(options: HandlerOptions, security: SecurityOptions, key: string): Promise<Page> {
  const nonce = newNonce();
  const asked = { ...ownHeaders(options, key), "content-security-policy": contentSecurityPolicy([`'nonce-${nonce}'`], security) };
  const { status, headers, body } = await capture(options.next, key, asked);
  const sealed = sealPage(body.toString("utf8"), nonce);
  if (headers.link) headers.link = String(headers.link).replaceAll(`; nonce="${nonce}"`, "");
  const own = { "content-security-policy": contentSecurityPolicy(sealed.scripts, security), "cache-control": checkedEveryTime };
  return finishPage(isBroken(sealed.html) ? 500 : status, headers, Buffer.from(sealed.html), own, 5);
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
  const pages = new PageCache({ render: (key) => renderPage(options, security, key), isMain: isPlainAddress });
  const assets = new PageCache({ render: (path) => readAsset(options, path), freshFor: forEver, maxBytes: 32 * 1024 * 1024 });

  const passPublicOn = turnstile(pastTheCache);

  function secured(response: ServerResponse): ServerResponse {
    for (const [name, value] of always) response.setHeader(name, value);
    return response;
  }

  async function passOn(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const policy = contentSecurityPolicy([`'nonce-${newNonce()}'`], security);
    putOurHeaders(request, { path, publicUrl: options.publicUrl, proxies: options.proxies, policy });
    // Only what the route did not say itself: a file to download has a stricter policy of its own.
    const missing = [["Content-Security-Policy", policy], ...always] as const;
    finishOnTheWay(request, response, () => {
      for (const [name, value] of missing) if (!response.hasHeader(name)) response.setHeader(name, value);
    });
    await options.next(request, response);
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
    return isPublicPage(path) ? passPublicOn(() => passOn(request, response, path)) : passOn(request, response, path);
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
