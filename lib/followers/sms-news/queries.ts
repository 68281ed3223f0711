import { listFeed } from "#lib/news/feeds/queries.ts";
import type { FeedEntry } from "#lib/news/feeds/schema.ts";
import { allToken } from "#lib/followers/queries.ts";
import { getFollowings, type Followings } from "#lib/followers/followings/queries.ts";
import type { Locale } from "#lib/record/localized/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { isShortCode } from "./rules.ts";

/** Where a short address leads: the follower's language and the token of everything they follow; null when nothing is followed by it (any more). */
export async function findByShortCode(code: string): Promise<{ locale: Locale; token: string } | null> {
  if (!isShortCode(code)) return null;
  const follower = await db().follower.findFirst({ where: { allTokenHash: { startsWith: code } }, select: { address: true, follows: { take: 1, orderBy: { confirmedAt: "asc" }, select: { locale: true } } } });
  const [follow] = follower?.follows ?? [];
  return follower && follow ? { locale: follow.locale as Locale, token: allToken(follower.address) } : null;
}

/** How far back the page of news goes, how many followings it reads and how many lines it has. */
const newsDays = 30;
const mostFollows = 12;
const mostLines = 30;

/** What was new lately in what somebody follows, the newest first; null when nothing is followed by the token (any more). */
export async function getLatestNews(token: string, now: Date): Promise<{ entries: FeedEntry[]; followings: Followings } | null> {
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
