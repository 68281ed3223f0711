import { randomBytes } from "node:crypto";

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
 * @param scripts what allows its inline scripts: `'nonce-…'`, never unsafe-inline; none when it has none
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
