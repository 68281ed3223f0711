import { listFeed } from "#lib/news/feeds/queries.ts";
import type { FeedEntry } from "#lib/news/feeds/schema.ts";
import { allToken } from "#lib/followers/queries.ts";
import { getFollowings, type Followings } from "#lib/followers/followings/queries.ts";
import type { Locale } from "#lib/record/localized/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { sharedReads } from "#lib/platform/shared-reads.ts";
import { isShortCode } from "./rules.ts";

/** Comes after every digit in hexadecimal: what begins with a code lies between it and this, which an index finds in any collation. */
const afterDigits = "g";

/** Where a short address leads: the follower's language and the token of everything they follow; null when nothing is followed by it (any more). */
export async function findByShortCode(code: string): Promise<{ locale: Locale; token: string } | null> {
  if (!isShortCode(code)) return null;
  const follower = await db().follower.findFirst({ where: { allTokenHash: { gte: code, lt: `${code}${afterDigits}` } }, select: { address: true, follows: { take: 1, orderBy: { confirmedAt: "asc" }, select: { locale: true } } } });
  const [follow] = follower?.follows ?? [];
  return follower && follow ? { locale: follow.locale as Locale, token: allToken(follower.address) } : null;
}

/** How far back the page of news goes, how many followings it reads and how many lines it has. */
const newsDays = 30;
const mostFollows = 12;
const mostLines = 30;

interface LatestNews {
  entries: FeedEntry[];
  followings: Followings;
}

/** One reads a dozen feeds, of eight statements each; whoever follows so much may ask for it again and again. */
const fewAtOnce = sharedReads<LatestNews | null>({ atOnce: 2, mayWait: 30 });

/** What was new lately in what somebody follows, the newest first; null when nothing is followed by the token (any more). Throws DomainError UNAVAILABLE when too many ask at once. */
export async function getLatestNews(token: string, now: Date): Promise<LatestNews | null> {
  return fewAtOnce(token, () => readLatestNews(token, now));
}

async function readLatestNews(token: string, now: Date): Promise<LatestNews | null> {
  const followings = await getFollowings(token);
  if (!followings) return null;
  const since = new Date(now.getTime() - newsDays * 86_400_000);
  const entries = new Map<string, FeedEntry>();
  for (const { followed } of followings.follows.slice(0, mostFollows)) {
    if (followed) for (const entry of await listFeed(followed.scope, { since, most: mostLines })) entries.set(entry.id, entry);
  }
  const newest = [...entries.values()].sort((a, b) => b.at.getTime() - a.at.getTime() || a.id.localeCompare(b.id));
  return { entries: newest.slice(0, mostLines), followings };
}
