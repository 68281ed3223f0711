import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

/** Headers that only our server may set; what a visitor sends under these names is forgotten. */
const ours = [
  "x-path", "x-client-address", "content-security-policy", "content-security-policy-report-only",
  "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto",
];

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Who is counted as one visitor: an IPv4 address, or the network of an IPv6 address (its first 64 bits), as one
 * connection has more addresses in it than could ever be counted.
 */
export function visitorOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, "");
  if (!isIPv6(plain)) return plain;
  const [front = "", back] = (plain.split("%")[0] ?? "").split("::");
  const head = front.split(":").filter(Boolean);
  const tail = back === undefined ? [] : back.split(":").filter(Boolean);
  const words = [...head, ...Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => "0"), ...tail];
  return `${words.slice(0, 4).map((word) => parseInt(word, 16).toString(16)).join(":")}::/64`;
}

/** True for an address that names a place on this site in well-formed UTF-8; no page of ours has a NUL in its address. */
export function isReadable(address: string): boolean {
  if (!address.startsWith("/") || /%00/.test(address)) return false;
  try {
    decodeURIComponent(address.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

/** Where the request comes from: behind our own proxies, what the outermost of them saw. */
function clientAddress(request: IncomingMessage, proxies: number): string {
  const passedOn = String(request.headers["x-forwarded-for"] ?? "").split(",").map((entry) => entry.trim()).filter(Boolean);
  return visitorOf((proxies > 0 ? passedOn.at(-proxies) : undefined) ?? request.socket.remoteAddress ?? "unknown");
}

/** Host of the page that sent the request; null when the browser did not say or hides it. */
function originHost(request: IncomingMessage): string | null {
  const origin = request.headers.origin;
  return origin && URL.canParse(origin) ? new URL(origin).host : null;
}

/** Mail providers send this without an origin when somebody presses their button (RFC 8058); its token is a secret of one mail. */
const oneClick = /^\/api\/followers\/one-click\?token=[\w-]{43}(&every=(at_once|weekly|monthly))?$/;

/** True unless the request would change something and was not sent by a page of ours. */
export function mayPass(request: IncomingMessage, publicUrl: string): boolean {
  if (safeMethods.has(request.method ?? "") || (request.method === "POST" && oneClick.test(request.url ?? ""))) return true;
  const from = originHost(request);
  return from !== null && [new URL(publicUrl).host, request.headers.host].includes(from);
}

/** Prepares a request for Next: our headers instead of a visitor's. Call after {@link mayPass}. */
export function putOurHeaders(request: IncomingMessage, values: { path: string; publicUrl: string; proxies: number; policy: string }): void {
  const from = originHost(request);
  const address = clientAddress(request, values.proxies);
  for (const name of ours) delete request.headers[name];
  request.headers["x-path"] = values.path;
  request.headers["x-client-address"] = address;
  request.headers["content-security-policy"] = values.policy;
  request.headers["x-forwarded-proto"] = new URL(values.publicUrl).protocol.slice(0, -1);
  // Next compares it with Origin once more; both hosts that may pass are right.
  if (from) request.headers["x-forwarded-host"] = from;
}

/** The language a reader prefers among ours, Georgian when nothing is said. */
export function preferredLocale(acceptLanguage: string | undefined): "ka" | "en" {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.trim().toLowerCase().split(";");
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split("-")[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ language, weight }) => (language === "ka" || language === "en") && weight > 0)
    .sort((one, other) => other.weight - one.weight);
  return wanted[0]?.language === "en" ? "en" : "ka";
}
