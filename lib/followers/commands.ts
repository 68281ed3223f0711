import { resident } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { findFollowable, findFollowed } from "#lib/followers/followed/queries.ts";
import type { Followed } from "#lib/followers/followed/schema.ts";
import { queueMail } from "#lib/messages/mail/commands.ts";
import { mailboxOf } from "#lib/messages/mail/rules.ts";
import { inTransaction } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { formatDateTime } from "#lib/platform/i18n/formats.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { consume } from "#lib/platform/limits.ts";
import type { Visitor } from "#lib/platform/public-form.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { hashToken, newToken } from "#lib/platform/tokens.ts";
import { allToken, endToken, lineOf } from "./queries.ts";
import { confirmationExpiry, refusalOfConfirmation } from "./rules.ts";
import { consentPurpose, consentVersion, linkTokenSchema, type Channel, type Consent, type FollowInput, type Wish } from "./schema.ts";

const entity = "follow";

/** Where somebody is told. */
export interface Contact {
  channel: Channel;
  /** As the record keeps it: in lower case, or E.164. */
  address: string;
}

/**
 * Puts down that an address is to be told of something, once it confirms by what `confirmTokenHash` is the hash of, within
 * `confirmationHours`; call it in the transaction that queues the message with it. Whether the address was known makes no
 * difference. Throws NOT_FOUND. Returns the id of the following and what it is of.
 */
export async function askToFollow(wish: Wish, { channel, address }: Contact, confirmTokenHash: string, now: Date): Promise<{ followId: string; followed: Followed }> {
  const followed = await findFollowable(wish);
  if (!followed) throw new DomainError("NOT_FOUND");
  const { kind, targetId, planId } = followed;
  const { frequency, locale } = wish;
  return inTransaction(async (tx) => {
    const allTokenHash = hashToken(allToken(address));
    const { id: followerId } = await tx.follower.upsert({ where: { channel_address: { channel, address } }, create: { channel, address, createdAt: now, allTokenHash }, update: { allTokenHash }, select: { id: true } });
    const asked = { confirmTokenHash, confirmExpiresAt: confirmationExpiry(now), confirmFailures: 0 };
    const { id } = await tx.follow.upsert({
      where: { followerId_kind_targetId: { followerId, kind, targetId } },
      create: { followerId, kind, targetId, ...asked, frequency, locale, createdAt: now, endTokenHash: hashToken(endToken(address, { kind, targetId })) },
      update: asked,
      select: { id: true },
    });
    // In which language and how often somebody is told already, nobody changes who only knows their address.
    await tx.follow.updateMany({ where: { id, confirmedAt: null }, data: { locale, frequency } });
    await recordAudit(resident, { action: "follow.asked", entity, entityId: id, planId }, now);
    return { followId: id, followed };
  });
}

/**
 * Somebody without an account asks to be told by mail; the mail with the link that confirms it is queued. What is answered and
 * sent is the same for every address. What a program filled in is dropped without a word. Throws NOT_FOUND, TOO_MANY_ATTEMPTS.
 */
export async function followByMail(visitor: Visitor, input: FollowInput, now: Date): Promise<void> {
  if (input.website) return;
  if (!(await findFollowable(input))) throw new DomainError("NOT_FOUND");
  await consume("follow-address", visitor.address, 10, 600);
  const mailbox = mailboxOf(input.email);
  await consume("follow-email", mailbox, 5, 3_600);
  // Whoever else fills the form with it, a mailbox is not filled with what nobody in it asked for.
  await consume("follow-email-daily", mailbox, 20, 86_400);
  const token = newToken();
  await inTransaction(async () => {
    const { followed } = await askToFollow(input, { channel: "email", address: input.email }, hashToken(token), now);
    await queueConfirmation(input, followed, token, now);
  });
}

async function queueConfirmation({ email, locale, frequency }: FollowInput, followed: Followed, token: string, now: Date): Promise<void> {
  const say = await translatorFor(locale);
  const about = lineOf(followed, locale, say);
  const link = publicUrl(`/${locale}/followers/confirm?token=${token}`);
  const words = { about, link, often: say(`followers.often.${frequency}`), consent: say("followers.form.consent"), until: formatDateTime(confirmationExpiry(now), locale) };
  await queueMail({ kind: "follow.confirm", locale, recipient: email, subject: say("followers.mail.confirm.subject", { about }), body: say("followers.mail.confirm.body", words) }, now);
}

/**
 * Confirms by the token of the mailed link. Again is as good as once. Throws LINK_INVALID, LINK_EXPIRED. Returns what is
 * followed; null when it is not public any more.
 */
export async function confirmFollow(token: string, now: Date): Promise<Followed | null> {
  return inTransaction(async (tx) => {
    const follow = await tx.follow.findUnique({ where: { confirmTokenHash: hashToken(linkTokenSchema.parse(token)) } });
    const refused = refusalOfConfirmation(follow, now);
    if (refused || !follow) throw new DomainError(refused ?? "LINK_INVALID");
    return confirmFollowOf(follow.id, now);
  });
}

/**
 * What a confirmation does, on whatever channel the address has proved itself: keeps to what, in which wording and when its
 * owner agreed; `agreed` says to which wording, when it was another than that of the mail form. Everything they follow comes in the
 * language of what they confirm now; an address that was stopped works again.
 */
export async function confirmFollowOf(followId: string, now: Date, agreed: Consent = { purpose: consentPurpose, version: consentVersion }): Promise<Followed | null> {
  return inTransaction(async (tx) => {
    const { followerId, kind, targetId, locale, frequency, confirmedAt } = await tx.follow.findUniqueOrThrow({ where: { id: followId } });
    const followed = await findFollowed({ kind, targetId });
    const { count: revived } = await tx.follower.updateMany({ where: { id: followerId, stoppedAt: { not: null } }, data: { stoppedAt: null, stopReason: null } });
    // What it missed meanwhile stands on the site.
    if (revived > 0) await tx.follow.updateMany({ where: { followerId, confirmedAt: { not: null } }, data: { toldUntil: now } });
    if (confirmedAt) return followed;
    const { count } = await tx.follow.updateMany({ where: { id: followId, confirmedAt: null }, data: { confirmedAt: now, consentVersion: agreed.version, purpose: agreed.purpose, toldUntil: now } });
    if (count === 0) return followed;
    await tx.follow.updateMany({ where: { followerId, confirmedAt: { not: null } }, data: { locale } });
    await recordAudit(resident, { action: "follow.confirmed", entity, entityId: followId, planId: followed?.planId ?? null, after: { kind, frequency, purpose: agreed.purpose, consentVersion: agreed.version } }, now);
    return followed;
  });
}
