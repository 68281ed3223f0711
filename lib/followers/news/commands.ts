import { keyOf } from "#lib/followers/followed/rules.ts";
import { frequencies, type Channel, type Frequency } from "#lib/followers/schema.ts";
import type { Locale } from "#lib/record/localized/schema.ts";
import { db, inTransaction } from "#lib/platform/db/client.ts";
import { dueBefore, listFollowers, listToTell, openRound, soonerNews, type FollowerRow, type Round } from "./queries.ts";
import { followersAtOnce, mostEntries } from "./rules.ts";
import type { FollowerNews, ToldFollow } from "./schema.ts";

/**
 * Tells followers what is new since they were last told: exactly what the feeds of what they follow hold. `write` queues the
 * message, in the transaction that notes how far the follower was told; done again after a failure, nobody is told twice.
 * Returns how many were told.
 */
export async function tellNews(channel: Channel, frequency: Frequency, now: Date, write: (news: FollowerNews) => Promise<void>): Promise<number> {
  const round = await openRound(channel, frequency, now);
  if (!round) return 0;
  const sooner = soonerNews(round);
  let told = 0;
  for (let after: string | null = null, ids: string[] = []; round.news.size > 0; after = ids.at(-1) ?? null) {
    ids = await listToTell(round, after, followersAtOnce);
    if (ids.length === 0) break;
    told += await inTransaction(() => tellSome(round, ids, sooner, write), 120_000);
  }
  // For everybody else there is nothing new up to now.
  await db().follow.updateMany({ where: dueBefore(channel, frequency, round.until), data: { toldUntil: round.until } });
  return told;
}

type Sooner = ReturnType<typeof soonerNews>;

/** Whoever else tells the same people waits at their rows, and then finds them told. */
async function tellSome(round: Round, ids: string[], sooner: Sooner, write: (news: FollowerNews) => Promise<void>): Promise<number> {
  await db().$queryRaw`SELECT "id" FROM "Follower" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`;
  let told = 0;
  for (const follower of await listFollowers(ids)) {
    const news = await newsFor(round, follower, sooner);
    if (!news) continue;
    await write(news);
    told += 1;
  }
  await db().follow.updateMany({ where: { ...dueBefore(round.channel, round.frequency, round.until), followerId: { in: ids } }, data: { toldUntil: round.until } });
  return told;
}

/** What one follower is told, each thing once, however many of their followings hold it; null: nothing. */
async function newsFor({ frequency, until, news }: Round, { id, address, follows }: FollowerRow, sooner: Sooner): Promise<FollowerNews | null> {
  const seen = new Set<string>();
  for (const { kind, targetId, confirmedAt, toldUntil, ...own } of follows) {
    if (frequencies.indexOf(own.frequency as Frequency) >= frequencies.indexOf(frequency) || !confirmedAt || !toldUntil) continue;
    for (const entry of await sooner({ kind, targetId })) if (entry.at >= confirmedAt && entry.at < toldUntil) seen.add(entry.id);
  }
  const content: Pick<FollowerNews, "entries" | "days" | "more" | "since"> = { entries: [], days: [], more: false, since: until };
  const told: ToldFollow[] = [];
  for (const { toldUntil, endTokenHash, ...follow } of follows) {
    const held = news.get(keyOf(follow));
    if (follow.frequency !== frequency || !toldUntil || toldUntil >= until || !held) continue;
    const entries = held.entries.filter((entry) => entry.at >= toldUntil && !seen.has(entry.id));
    const days = held.days.filter(({ uid }) => !seen.has(uid));
    for (const name of [...entries.map((entry) => entry.id), ...days.map(({ uid }) => uid)]) seen.add(name);
    if (entries.length + days.length === 0) continue;
    told.push({ id: follow.id, followed: held.followed, endTokenHash });
    content.entries.push(...entries);
    content.days.push(...days);
    content.more ||= held.entries.length >= mostEntries;
    if (toldUntil < content.since) content.since = toldUntil;
  }
  const [first, ...others] = told;
  if (!first) return null;
  content.entries.sort((a, b) => b.at.getTime() - a.at.getTime() || a.id.localeCompare(b.id));
  content.days.sort((a, b) => a.first.localeCompare(b.first) || a.uid.localeCompare(b.uid));
  const locale = (follows[0]?.locale ?? "ka") as Locale;
  return { follower: { id, address }, locale, frequency, follows: [first, ...others], ...content, until, onceKey: `${others.length > 0 ? id : first.id}:${frequency}:${until.toISOString()}` };
}
