import { resident, systemActor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { findFollowed } from "#lib/followers/followed/queries.ts";
import { sentForgottenBefore, forgottenBefore, stoppedForgottenBefore } from "#lib/followers/rules.ts";
import { linkTokenSchema, type Frequency } from "#lib/followers/schema.ts";
import type { Locale } from "#lib/record/localized/schema.ts";
import { db, inTransaction, type Prisma } from "#lib/platform/db/client.ts";
import { hashToken } from "#lib/platform/tokens.ts";
import { forgetNumber, forgetQueued } from "#lib/messages/sms-care/commands.ts";

const entity = "follow";
const hashOf = (token: string) => hashToken(linkTokenSchema.parse(token));

/**
 * Ends what a condition names. Nothing of it stays but the trace that it ended; with the last one the address goes, and so do
 * the messages to it that have not left.
 */
async function end(where: Prisma.FollowWhereInput, actor = resident, now: Date): Promise<number> {
  return inTransaction(async (tx) => {
    const follows = await tx.follow.findMany({ where, select: { id: true, followerId: true, kind: true, targetId: true }, take: 1_000 });
    for (const { id, kind, targetId } of follows) {
      const { count } = await tx.follow.deleteMany({ where: { id, ...where } });
      if (count === 0) continue;
      const told = { onceKey: { startsWith: `${id}:` } };
      await tx.mail.deleteMany({ where: told });
      await forgetQueued(`${id}:`);
      const followed = await findFollowed({ kind, targetId });
      await recordAudit(actor, { action: "follow.ended", entity, entityId: id, planId: followed?.planId ?? null, before: { kind } }, now);
    }
    await forgetAddresses({ id: { in: follows.map(({ followerId }) => followerId) } });
    return follows.length;
  });
}

/** Addresses that follow nothing are gone, and with them what was written to them as followers. */
async function forgetAddresses(among: Prisma.FollowerWhereInput): Promise<void> {
  const idle = await db().follower.findMany({ where: { ...among, follows: { none: {} } }, select: { id: true, channel: true, address: true } });
  if (idle.length === 0) return;
  await db().mail.deleteMany({ where: { recipient: { in: idle.map(({ address }) => address) }, kind: { startsWith: "follow." } } });
  // What telephones were sent was charged: that stays, without the number.
  for (const { channel, address } of idle) if (channel === "sms") await forgetNumber(address);
  await db().follower.deleteMany({ where: { id: { in: idle.map(({ id }) => id) }, follows: { none: {} } } });
}

/** Ends a following by the token of any mail about it. A token by which nothing is followed (any more) is as good. */
export async function endFollow(token: string, now: Date): Promise<void> {
  await end({ endTokenHash: hashOf(token) }, resident, now);
}

/** Ends everything that the address of the token follows, or all that it is told of so often. */
export async function endAll(token: string, every: Frequency | null, now: Date): Promise<void> {
  await end({ follower: { allTokenHash: hashOf(token) }, ...(every ? { frequency: every } : {}) }, resident, now);
}

/** Ends one of the list that the token shows. */
export async function endOne(token: string, followId: string, now: Date): Promise<void> {
  if (followId) await end({ id: followId, follower: { allTokenHash: hashOf(token) } }, resident, now);
}

/** Ends one by its id; for channels on which an address proves itself otherwise than by a token. */
export async function endFollowing(followId: string, now: Date): Promise<void> {
  await end({ id: followId }, resident, now);
}

/** Changes how often one of the list is told of. What was told stays told; nothing new is lost by it. */
export async function changeFrequency(token: string, followId: string, frequency: Frequency, now: Date): Promise<void> {
  if (!followId) return;
  await inTransaction(async (tx) => {
    const follow = await tx.follow.findFirst({ where: { id: followId, confirmedAt: { not: null }, follower: { allTokenHash: hashOf(token) } }, select: { id: true, kind: true, targetId: true, frequency: true } });
    if (!follow || follow.frequency === frequency) return;
    const { count } = await tx.follow.updateMany({ where: { id: follow.id, frequency: follow.frequency }, data: { frequency } });
    const followed = await findFollowed(follow);
    if (count > 0) await recordAudit(resident, { action: "follow.changed", entity, entityId: follow.id, planId: followed?.planId ?? null, before: { frequency: follow.frequency }, after: { frequency } }, now);
  });
}

/** Everything that the address of the token follows comes in this language from now on. */
export async function changeLanguage(token: string, locale: Locale): Promise<void> {
  await db().follow.updateMany({ where: { follower: { allTokenHash: hashOf(token) } }, data: { locale } });
}

/**
 * Forgets what is not needed: who did not confirm, a week after the link came to nothing; addresses that have not existed for
 * three months; and of mails that were sent, to whom.
 */
export async function forgetFollowers(now: Date): Promise<void> {
  const retention = systemActor("retention");
  await end({ confirmedAt: null, confirmExpiresAt: { lt: forgottenBefore(now) } }, retention, now);
  await end({ follower: { stoppedAt: { lt: stoppedForgottenBefore(now) } } }, retention, now);
  await db().mail.deleteMany({ where: { kind: { startsWith: "follow." }, status: { not: "queued" }, createdAt: { lt: sentForgottenBefore(now) } } });
  await forgetAddresses({});
}
