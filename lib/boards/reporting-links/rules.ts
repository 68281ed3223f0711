/** A link lives at least this long, so that what was returned can still be mended. */
const leastDays = 30;
const day = 86_400_000;

/** The end of a calendar day in Tbilisi, which has kept +04:00 since 2005. */
function endOfDay(date: string): Date {
  return new Date(new Date(`${date}T00:00:00+04:00`).getTime() + day);
}

/**
 * Until when a link works: the end of the last day to report (of the period, or the agency's own later one), and at least 30
 * days. It ends before that when the period no longer takes reports, or the Secretariat revokes it.
 */
export function linkExpiry(lastDays: readonly (string | null | undefined)[], now: Date): Date {
  const ends = lastDays.flatMap((date) => (date ? [endOfDay(date).getTime()] : []));
  return new Date(Math.max(now.getTime() + leastDays * day, ...ends));
}

/** Where a link stands. */
export type LinkState = "active" | "expired" | "revoked";

export function linkState(link: { expiresAt: Date; revokedAt: Date | null }, now: Date): LinkState {
  if (link.revokedAt) return "revoked";
  return link.expiresAt > now ? "active" : "expired";
}

/** Why a link opens nothing. `closed`: its period takes no reports of this organisation now. */
export type LinkFault = "invalid" | "expired" | "revoked" | "closed";

/** Null when the link opens the form. `takesReports`: see `mayReport` of periods. */
export function linkFault(link: { expiresAt: Date; revokedAt: Date | null; takesReports: boolean } | null, now: Date): LinkFault | null {
  if (!link) return "invalid";
  const state = linkState(link, now);
  if (state !== "active") return state;
  return link.takesReports ? null : "closed";
}
