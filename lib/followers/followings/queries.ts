import { listFollowed } from "#lib/followers/followed/queries.ts";
import { keyOf } from "#lib/followers/followed/rules.ts";
import type { Followed } from "#lib/followers/followed/schema.ts";
import { allToken } from "#lib/followers/queries.ts";
import { linkTokenSchema, type Channel, type Frequency } from "#lib/followers/schema.ts";
import type { Locale } from "#lib/record/localized/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { hashToken } from "#lib/platform/tokens.ts";

/** Something that an address follows, as its owner sees it. */
export interface Following {
  id: string;
  /** Null: no longer public; nothing comes of it. */
  followed: Followed | null;
  frequency: Frequency;
  confirmedAt: Date;
}

/** Everything that one address follows. The address itself is not shown: the token may have gone to others with a mail. */
export interface Followings {
  channel: Channel;
  locale: Locale;
  /** Nothing is sent any more, because the address does not exist. */
  stopped: boolean;
  follows: Following[];
}

/** More than anybody follows. */
const most = 500;

const hashOf = (token: string) => hashToken(linkTokenSchema.parse(token));

/** What is followed by whom the token of any of their mails belongs to; null when there is nothing (any more). */
export async function getFollowings(token: string): Promise<Followings | null> {
  const follower = await db().follower.findUnique({
    where: { allTokenHash: hashOf(token) },
    select: { channel: true, stoppedAt: true, follows: { where: { confirmedAt: { not: null } }, orderBy: [{ confirmedAt: "asc" }, { id: "asc" }], take: most, select: { id: true, kind: true, targetId: true, frequency: true, locale: true, confirmedAt: true } } },
  });
  const [first] = follower?.follows ?? [];
  if (!follower || !first) return null;
  const known = await listFollowed(follower.follows);
  const follows = follower.follows.flatMap(({ id, frequency, confirmedAt, ...target }) => (confirmedAt ? [{ id, frequency: frequency as Frequency, confirmedAt, followed: known.get(keyOf(target)) ?? null }] : []));
  return { channel: follower.channel as Channel, locale: first.locale as Locale, stopped: follower.stoppedAt !== null, follows };
}

/** What a link that ends one thing would end, and the token that shows the rest; null when nothing is followed by it (any more). */
export async function getFollowToEnd(token: string): Promise<{ followed: Followed | null; frequency: Frequency; locale: Locale; all: string } | null> {
  const follow = await db().follow.findUnique({ where: { endTokenHash: hashOf(token) }, select: { kind: true, targetId: true, frequency: true, locale: true, follower: { select: { address: true } } } });
  if (!follow) return null;
  const known = await listFollowed([follow]);
  return { followed: known.get(keyOf(follow)) ?? null, frequency: follow.frequency as Frequency, locale: follow.locale as Locale, all: allToken(follow.follower.address) };
}
