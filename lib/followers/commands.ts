import { resident, systemActor } from "#lib/actors/schema.ts";
import { recordAudit } from "#lib/audit/commands.ts";
import type { Locale } from "#lib/localized/schema.ts";
import { queueMail } from "#lib/mail/commands.ts";
import { mailboxOf } from "#lib/mail/rules.ts";
import { db, inTransaction } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { formatDateTime } from "#lib/platform/i18n/formats.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { consume } from "#lib/platform/limits.ts";
import type { Visitor } from "#lib/platform/public-form.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { keyedHash } from "#lib/platform/sealing.ts";
import { hashToken, newToken } from "#lib/platform/tokens.ts";
import { findFollowablePlan, planName, type FollowedPlan } from "./queries.ts";
import { confirmationExpiry, forgottenBefore, refusalOfConfirmation } from "./rules.ts";
import { consentVersion, linkTokenSchema, type FollowInput } from "./schema.ts";

const entity = "follow";

/**
 * The token of the links that end a following: the same in every mail to an address on a plan, also after it was ended and
 * begun again, so that every old mail can end it. Without the installation's secret nobody can make one.
 */
export function endToken(email: string, target: { kind: string; targetId: string }): string {
  return keyedHash("end-follow", `${target.kind}:${target.targetId}`, email);
}

/**
 * Somebody without an account asks to be told of a plan; the mail with the link that confirms it is queued. Whether the
 * address was known makes no difference to what is answered or sent. What a program filled in is dropped without a word.
 * Throws NOT_FOUND, TOO_MANY_ATTEMPTS.
 */
export async function followPlan(visitor: Visitor, input: FollowInput, now: Date): Promise<void> {
  if (input.website) return;
  const plan = await findFollowablePlan(input.plan);
  if (!plan) throw new DomainError("NOT_FOUND");
  await consume("follow-address", visitor.address, 10, 600);
  const mailbox = mailboxOf(input.email);
  await consume("follow-email", mailbox, 5, 3_600);
  // Whoever else fills the form with it, a mailbox is not filled with what nobody in it asked for.
  await consume("follow-email-daily", mailbox, 20, 86_400);
  const token = newToken();
  await inTransaction(async (tx) => {
    const { email, locale } = input;
    const target = { kind: "plan", targetId: plan.id };
    const { id: followerId } = await tx.follower.upsert({ where: { channel_address: { channel: "email", address: email } }, create: { address: email, createdAt: now }, update: {}, select: { id: true } });
    const asked = { confirmTokenHash: hashToken(token), confirmExpiresAt: confirmationExpiry(now) };
    const { id } = await tx.follow.upsert({
      where: { followerId_kind_targetId: { followerId, ...target } },
      create: { followerId, ...target, ...asked, locale, createdAt: now, endTokenHash: hashToken(endToken(email, target)) },
      update: asked,
      select: { id: true },
    });
    // In which language somebody follows already, nobody changes who only knows their address.
    await tx.follow.updateMany({ where: { id, confirmedAt: null }, data: { locale } });
    await recordAudit(resident, { action: "follow.asked", entity, entityId: id, planId: plan.id }, now);
    await queueConfirmation({ email, locale, plan, token }, now);
  });
}

async function queueConfirmation({ email, locale, plan, token }: { email: string; locale: Locale; plan: FollowedPlan; token: string }, now: Date): Promise<void> {
  const say = await translatorFor(locale);
  const about = planName(plan, locale);
  const link = publicUrl(`/${locale}/followers/confirm?token=${token}`);
  const body = say("followers.mail.confirm.body", { about, link, until: formatDateTime(confirmationExpiry(now), locale) });
  await queueMail({ kind: "follow.confirm", locale, recipient: email, subject: say("followers.mail.confirm.subject", { about }), body }, now);
}

/**
 * Confirms by the token of the mailed link: what was consented to, in which wording and when is kept. Again is as good as
 * once. Throws LINK_INVALID, LINK_EXPIRED. Returns the id of the plan.
 */
export async function confirmFollow(token: string, now: Date): Promise<string> {
  return inTransaction(async (tx) => {
    const follow = await tx.follow.findUnique({ where: { confirmTokenHash: hashToken(linkTokenSchema.parse(token)) } });
    const refused = refusalOfConfirmation(follow, now);
    if (refused || !follow) throw new DomainError(refused ?? "LINK_INVALID");
    const { count } = await tx.follow.updateMany({ where: { id: follow.id, confirmedAt: null }, data: { confirmedAt: now, consentVersion } });
    if (count > 0) await recordAudit(resident, { action: "follow.confirmed", entity, entityId: follow.id, planId: follow.targetId, after: { kind: follow.kind, consentVersion } }, now);
    return follow.targetId;
  });
}

/**
 * Ends a following by the token of any mail about it. Nothing of it stays but the trace that it ended; with the last one the
 * address goes, and so do the mails to it. A token by which nothing is followed (any more) is as good.
 */
export async function endFollow(token: string, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const follow = await tx.follow.findUnique({ where: { endTokenHash: hashToken(linkTokenSchema.parse(token)) }, select: { id: true, kind: true, targetId: true } });
    if (!follow) return;
    const { count } = await tx.follow.deleteMany({ where: { id: follow.id } });
    if (count === 0) return;
    await tx.mail.deleteMany({ where: { onceKey: { startsWith: `${follow.id}:` } } });
    await forgetAddresses();
    await recordAudit(resident, { action: "follow.ended", entity, entityId: follow.id, planId: follow.targetId, before: { kind: follow.kind } }, now);
  });
}

/** Addresses that follow nothing are gone, and with them what was mailed to them as followers. */
async function forgetAddresses(): Promise<void> {
  const idle = await db().follower.findMany({ where: { follows: { none: {} } }, select: { id: true, address: true } });
  if (idle.length === 0) return;
  await db().mail.deleteMany({ where: { recipient: { in: idle.map(({ address }) => address) }, kind: { startsWith: "follow." } } });
  await db().follower.deleteMany({ where: { id: { in: idle.map(({ id }) => id) }, follows: { none: {} } } });
}

/** A week after their link came to nothing, those who asked and did not confirm are forgotten. */
export async function forgetUnconfirmed(now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const lapsed = { confirmedAt: null, confirmExpiresAt: { lt: forgottenBefore(now) } };
    for (const { id, targetId } of await tx.follow.findMany({ where: lapsed, select: { id: true, targetId: true }, take: 1_000 })) {
      const { count } = await tx.follow.deleteMany({ where: { id, ...lapsed } });
      if (count > 0) await recordAudit(systemActor("retention"), { action: "follow.ended", entity, entityId: id, planId: targetId }, now);
    }
    await forgetAddresses();
  });
}
