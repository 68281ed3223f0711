import type { IncomingHttpHeaders } from "node:http";

/** Every query parameter that a public page reads. Others are dropped, or a flood of random ones would fill the cache. */
const knownParameters = ["agency", "area", "by", "comments", "from", "fulfilment", "kind", "level", "municipality", "name", "of", "overdue", "page", "part", "period", "plan", "q", "scale", "sdg", "secretariat", "sort", "status", "to", "version", "year"];

/** What comes after the language in the address of a page that is the same for everybody. Nothing else is ever kept. */
export const publicSections = ["api", "compare", "data", "differences", "municipalities", "organisations", "plans", "process", "recommendations", "reports", "scales", "sdgs", "search", "standards", "topics", "working-groups"];
/** Where people work or make themselves known, and what is no page: only these are rendered in the browser, or as they come. */
export const otherSections = ["calendar.ics", "embed", "feed.atom", "forgotten-password", "picture", "poster", "reporting", "second-factor", "setup", "sign-in", "workspace"];
const longestKey = 1_024;

const publicPath = new RegExp(`^/(ka|en)(/(${publicSections.join("|")})(/[^/]+)*)?$`);
const localPath = /^\/(?:ka|en)(?:\/([^/]*)(?:\/.*)?)?$/;
/** Permanent addresses are made of these alone; the same letters percent-encoded lead to the same page. */
const plainAddress = /^[a-z0-9/-]+$/;
const sessionCookie = /(?:^|;\s*)(?:__Secure-)?next-auth\.session-token(?:\.\d+)?=/;

/** True when the browser sends a session, valid or not. */
export function hasSession(headers: IncomingHttpHeaders): boolean {
  return sessionCookie.test(headers.cookie ?? "");
}

/**
 * True for an address at which residents read: every one in a language of ours but those of {@link otherSections}, also where
 * there is nothing, and where what they see is for them alone.
 */
export function isPublicPage(url: string): boolean {
  const found = localPath.exec(url.split("?", 1)[0] ?? "");
  return found !== null && !otherSections.includes(found[1] ?? "");
}

/** The known parameters of a query in one order, "?" included; "" when there is none. */
function knownQuery(query: string): string {
  const asked = new URLSearchParams(query);
  const kept = new URLSearchParams();
  for (const name of knownParameters) for (const value of asked.getAll(name)) kept.append(name, value);
  return kept.size ? `?${kept}` : "";
}

/**
 * The address under which an anonymous page is kept, which is also the address it is rendered for; null when the request
 * must go through: another method, a session, a part of a page asked for by script, or a page that is not public.
 */
export function pageKey(request: { method?: string; url?: string; headers: IncomingHttpHeaders }): string | null {
  const [path = "", query = ""] = (request.url ?? "").split("?", 2);
  if (request.method !== "GET" || !publicPath.test(path) || hasSession(request.headers)) return null;
  if (request.headers.rsc !== undefined || /(?:^|&)_rsc(?:=|&|$)/.test(query)) return null;
  const key = path + knownQuery(query);
  return key.length > longestKey ? null : key;
}

/**
 * True for the one address of a page. Filters and other spellings lead to pages as well, in any number that somebody
 * likes to make up: they must never push out this one.
 */
export function isPlainAddress(key: string): boolean {
  return plainAddress.test(key);
}
