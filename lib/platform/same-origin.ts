import { DomainError } from "#lib/platform/errors.ts";

/**
 * Throws CROSS_ORIGIN unless the request comes from a page of this site. Browsers send `Origin` with every POST; one
 * without it is no form of ours. Hosts are compared, because a proxy in front may speak TLS for us.
 */
export function requireSameOrigin(request: Request): void {
  const origin = request.headers.get("origin");
  const from = origin && URL.canParse(origin) ? new URL(origin).host : null;
  const own = [request.headers.get("host"), process.env.PUBLIC_URL ? new URL(process.env.PUBLIC_URL).host : null];
  if (from === null || !own.includes(from)) throw new DomainError("CROSS_ORIGIN");
}
