import { createHash } from "node:crypto";
import type { Misunderstood } from "#lib/open-data/resources/rules.ts";

/** What every answer of the open data says: anybody may read it from anywhere, and may ask again whether it is still so. */
export const openHeaders = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, Link",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
} as const;

export const jsonHeaders = { ...openHeaders, "Content-Type": "application/json; charset=utf-8", "Cache-Control": "public, max-age=10, stale-while-revalidate=60" } as const;

/** True when the reader has exactly these bytes. Weak, as they may be compressed on their way. */
export function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  return ifNoneMatch !== null && (ifNoneMatch.trim() === "*" || ifNoneMatch.split(",").some((tag) => bare(tag) === bare(etag)));
}

export function etagOf(body: string | Uint8Array): string {
  return `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
}

/** A whole answer, or 304 to who has it. */
export function answerWith(request: Request, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>): Response {
  const all = { ...headers, ETag: etagOf(body) };
  return isKnown(request.headers.get("If-None-Match"), all.ETag) ? new Response(null, { status: 304, headers: all }) : new Response(body, { headers: all });
}

export const problems = {
  "not-found": { status: 404, title: "There is nothing public at this address." },
  "bad-parameter": { status: 400, title: "A parameter was not understood." },
  "too-many-requests": { status: 429, title: "Too many requests. Wait a few minutes." },
  unavailable: { status: 503, title: "The data cannot be read at the moment. Try again in a few seconds." },
} as const;
export type ProblemKind = keyof typeof problems;

const reasons: Record<Misunderstood["reason"], string> = { unknown: "This collection has no such parameter.", repeated: "It may be given once.", malformed: "Its value is not one that it takes." };

/**
 * A refusal as RFC 9457 words it.
 * @param site address of this site; the kinds of problems are explained on its page about the interface
 */
export function problemResponse(kind: ProblemKind, site: string, misunderstood: readonly Misunderstood[] = []): Response {
  const { status, title } = problems[kind];
  const errors = misunderstood.map(({ parameter, reason }) => ({ parameter, detail: reasons[reason] }));
  const body = JSON.stringify({ type: `${site}/en/api#${kind}`, title, status, ...(errors.length > 0 ? { detail: errors.map(({ parameter, detail }) => `${parameter}: ${detail}`).join(" "), errors } : {}) });
  const retry: Record<string, string> = status === 503 || status === 429 ? { "Retry-After": status === 503 ? "5" : "300" } : {};
  return new Response(body, { status, headers: { ...openHeaders, ...retry, "Content-Type": "application/problem+json", "Cache-Control": "no-store" } });
}

/** What a browser asks before it sends what another site's script asks for. */
export function preflight(): Response {
  return new Response(null, { status: 204, headers: { ...openHeaders, "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS", "Access-Control-Allow-Headers": "If-None-Match, Accept, Content-Type", "Access-Control-Max-Age": "86400" } });
}
