/** One limit on attempts: so many in so many seconds. */
export interface Limit {
  kind: string;
  key: string;
  points: number;
  perSeconds: number;
}

/**
 * What an attempt to sign in is counted against: the address it comes from (many people may share one), the account from
 * that address, and the account from everywhere. The last is wide, or anybody could lock a known official out.
 */
export function signInLimits(email: string, address: string): Limit[] {
  return [
    { kind: "sign-in-address", key: address, points: 60, perSeconds: 900 },
    { kind: "sign-in-from", key: `${email}|${address}`, points: 8, perSeconds: 900 },
    { kind: "sign-in-account", key: email, points: 100, perSeconds: 3600 },
  ];
}

/** A path on this site to go to after sign-in; anything else (another site, `//host`, a backslash) is refused. */
export function samePath(next: string | null | undefined, fallback: string): string {
  const base = "https://this.invalid";
  if (!next?.startsWith("/") || /[\\\p{Cc}]/u.test(next) || !URL.canParse(next, base)) return fallback;
  const url = new URL(next, base);
  return url.origin === base && !url.pathname.startsWith("//") ? url.pathname + url.search + url.hash : fallback;
}
