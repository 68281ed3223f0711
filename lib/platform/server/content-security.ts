import { createHash, randomBytes } from "node:crypto";

export interface SecurityOptions {
  /** Reloading while developing needs `eval` and style elements. */
  development: boolean;
  /** The public address is https. */
  secure: boolean;
}

/** 128 random bits for the scripts of one response. */
export function newNonce(): string {
  return randomBytes(16).toString("base64");
}

/**
 * The Content-Security-Policy of a response.
 * @param scripts what allows its inline scripts: `'nonce-…'` or `'sha256-…'`, never unsafe-inline
 */
export function contentSecurityPolicy(scripts: string[], { development, secure }: SecurityOptions): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scripts, ...(development ? ["'unsafe-eval'"] : [])].join(" "),
    `style-src 'self'${development ? " 'unsafe-inline'" : ""}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** What every response says besides; see {@link contentSecurityPolicy}. */
export function securityHeaders({ secure }: SecurityOptions): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    // Not no-referrer: browsers would then send `Origin: null` with our own forms.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(secure ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {}),
  };
}

/**
 * Takes the nonce out of a rendered page, so that it can be sent more than once, and gives the hashes of exactly the inline
 * scripts that carried it. A script that got into the page by another way has neither.
 */
export function sealPage(html: string, nonce: string): { html: string; scripts: string[] } {
  const carried = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
  // Next also writes the nonce into its own data, inside the scripts.
  const withoutNonce = (text: string) => text.replaceAll(` nonce="${nonce}"`, "").replaceAll(nonce, "");
  const scripts = new Set<string>();
  for (const [, attributes = "", content = ""] of html.matchAll(carried)) {
    if (!attributes.includes(`nonce="${nonce}"`) || /\ssrc=/.test(attributes)) continue;
    scripts.add(`'sha256-${createHash("sha256").update(withoutNonce(content)).digest("base64")}'`);
  }
  return { html: withoutNonce(html), scripts: [...scripts] };
}
