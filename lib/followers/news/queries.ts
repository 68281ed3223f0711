import { listPublicDays, type PublicDay } from "#lib/news/deadlines/queries.ts";
import { listFeed } from "#lib/news/feeds/queries.ts";
import type { FeedEntry } from "#lib/news/feeds/schema.ts";
import { listFollowed } from "#lib/followers/followed/queries.ts";
import { keyOf } from "#lib/followers/followed/rules.ts";
import type { Followed, TargetId } from "#lib/followers/followed/schema.ts";
import type { Channel, Frequency } from "#lib/followers/schema.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { comingDays, digestDue, mostEntries, quietSince } from "./rules.ts";

/** What is new in one of the things that are followed. */
export interface TargetNews {
  followed: Followed;
  entries: FeedEntry[];
  days: PublicDay[];
}

/** One time of telling: everything new up to an instant, to those who are told so often on one channel. */
export interface Round {
  channel: Channel;
  frequency: Frequency;
  /** The earliest that anybody was told last. */
  since: Date;
  until: Date;
  /** By `keyOf`; only what has news. */
  news: Map<string, TargetNews>;
}

/** Followings that have not been told everything up to an instant. */
export function dueBefore(channel: Channel, frequency: Frequency, until: Date): Prisma.FollowWhereInput {
  return { frequency, confirmedAt: { not: null }, toldUntil: { lt: until }, follower: { channel, stoppedAt: null } };
}

/** What there is to tell now; null: nothing is due. */
export async function openRound(channel: Channel, frequency: Frequency, now: Date): Promise<Round | null> {
  if (frequency !== "at_once") return readRound({ channel, frequency, until: digestDue(frequency, now), now }, () => true);
  const { _min } = await db().follow.aggregate({ where: dueBefore(channel, frequency, now), _min: { toldUntil: true } });
  if (!_min.toldUntil) return null;
  const happened = await listFeed({}, { since: _min.toldUntil, until: now, most: mostEntries });
  const until = quietSince(happened.map(({ at }) => at), now);
  return until && readRound({ channel, frequency, until, now }, concerns(happened));
}

/** Which of thousands of plans and commitments may be meant by what happened. */
function concerns(happened: readonly FeedEntry[]): (followed: Followed) => boolean {
  if (happened.length >= mostEntries) return () => true;
  const plans = new Set(happened.map(({ plan }) => plan?.slug));
  const amended = new Set(happened.flatMap(({ kind, plan }) => (kind === "amendments" ? [plan?.slug] : [])));
  const commitments = new Set(happened.map(({ plan, commitment }) => commitment && `${plan?.slug}/${commitment.slug}`));
  return ({ kind, target, scope }) => (kind === "plan" ? plans.has(target) : kind === "commitment" ? commitments.has(target) || amended.has(scope.plan) : true);
}

async function readRound({ channel, frequency, until, now }: Pick<Round, "channel" | "frequency" | "until"> & { now: Date }, mayConcern: (followed: Followed) => boolean): Promise<Round | null> {
  const due = await db().follow.groupBy({ by: ["kind", "targetId"], where: dueBefore(channel, frequency, until), _min: { toldUntil: true } });
  if (due.length === 0) return null;
  const known = await listFollowed(due);
  const news = new Map<string, TargetNews>();
  for (const { _min, ...target } of due) {
    const followed = known.get(keyOf(target));
    if (!followed || !_min.toldUntil || !mayConcern(followed)) continue;
    const entries = await listFeed(followed.scope, { since: _min.toldUntil, until, most: mostEntries });
    const days = frequency === "at_once" ? [] : (await listPublicDays(followed.scope, now, comingDays(frequency, until))).filter(({ kind }) => kind !== "cancelled");
    if (entries.length + days.length > 0) news.set(keyOf(target), { followed, entries, days });
  }
  const since = new Date(Math.min(...due.map(({ _min }) => (_min.toldUntil ?? until).getTime())));
  return { channel, frequency, since, until, news };
}

/** The next followers that something may have to be told to, in the order of their ids. */
export async function listToTell({ channel, frequency, until, news }: Round, after: string | null, take: number): Promise<string[]> {
  const targets = [...news.values()].map(({ followed }) => followed.targetId);
  const due = { ...dueBefore(channel, frequency, until), targetId: { in: [...new Set(targets)] } };
  const rows = await db().follower.findMany({ where: { ...(after ? { id: { gt: after } } : {}), follows: { some: due } }, orderBy: { id: "asc" }, take, select: { id: true } });
  return rows.map(({ id }) => id);
}

const followSelect = { id: true, kind: true, targetId: true, frequency: true, locale: true, endTokenHash: true, confirmedAt: true, toldUntil: true } as const;
const followerSelect = { id: true, address: true, follows: { where: { confirmedAt: { not: null } }, orderBy: [{ confirmedAt: "asc" }, { id: "asc" }], select: followSelect } } as const satisfies Prisma.FollowerSelect;
export type FollowerRow = Prisma.FollowerGetPayload<{ select: typeof followerSelect }>;

/** Some followers with everything that they follow. */
export async function listFollowers(ids: readonly string[]): Promise<FollowerRow[]> {
  return db().follower.findMany({ where: { id: { in: [...ids] }, stoppedAt: null }, orderBy: { id: "asc" }, select: followerSelect });
}

/** Reads what sooner followings hold, once for each of them in a round. */
export function soonerNews({ since, until }: Round): (target: TargetId) => Promise<FeedEntry[]> {
  const read = new Map<string, Promise<FeedEntry[]>>();
  const entriesOf = async (target: TargetId): Promise<FeedEntry[]> => {
    const followed = (await listFollowed([target])).get(keyOf(target));
    return followed ? listFeed(followed.scope, { since, until, most: mostEntries }) : [];
  };
  return (target) => {
    const known = read.get(keyOf(target)) ?? entriesOf(target);
    read.set(keyOf(target), known);
    return known;
  };
}
