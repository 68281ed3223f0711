import { randomInt, randomUUID, timingSafeEqual } from "node:crypto";
import { stopAddress } from "#lib/messages/bounces/commands.ts";
import { findFollowable } from "#lib/followers/followed/queries.ts";
import type { Followed } from "#lib/followers/followed/schema.ts";
import { askToFollow, confirmFollowOf } from "#lib/followers/commands.ts";
import { endFollowing } from "#lib/followers/followings/commands.ts";
import { db, inTransaction } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { consume } from "#lib/platform/limits.ts";
import type { Visitor } from "#lib/platform/public-form.ts";
import { keyedHash, seal, unseal } from "#lib/platform/sealing.ts";
import { requireSmsSettings } from "#lib/platform/sms.ts";
import { hashToken, newToken } from "#lib/platform/tokens.ts";
import { takeReport } from "#lib/messages/sms-care/commands.ts";
import { queueSms, requireRoomToday } from "#lib/messages/sms/commands.ts";
import { incomingKey } from "#lib/messages/sms/queries.ts";
import type { DeliveryReport, IncomingSms } from "#lib/messages/sms/schema.ts";
import { codeExpiry, codeMinutes, isStop, mostTries, refusalOfCode } from "./rules.ts";
import { smsConsent, type CodeForm, type SmsFollowInput } from "./schema.ts";

const sealAsked = (followId: string): string => seal("sms-code", "asked", followId);
const codeHash = (followId: string, code: string): string => keyedHash("sms-code", followId, code);

/**
 * Somebody without an account asks to be told by text message; the message with the code that confirms it is queued. What is
 * answered and sent is the same for every number. Throws NOT_FOUND, INVALID_INPUT for a number that is not written to,
 * TOO_MANY_ATTEMPTS, SMS_CAP_REACHED. Returns what the page for the code has to send back.
 */
export async function followBySms(visitor: Visitor, input: SmsFollowInput, now: Date): Promise<string> {
  const { prefixes } = requireSmsSettings();
  if (input.website) return sealAsked(randomUUID());
  const { phone, locale } = input;
  // Whoever may have messages sent to any number may have them sent to those that earn by it.
  if (!prefixes.some((prefix) => phone.startsWith(prefix))) throw new DomainError("INVALID_INPUT", { phone: "phoneNotServed" });
  if (!(await findFollowable(input))) throw new DomainError("NOT_FOUND");
  await consume("sms-address", visitor.address, 10, 3_600);
  await consume("sms-address-daily", visitor.address, 30, 86_400);
  await consume("sms-number", phone, 3, 3_600);
  await requireRoomToday(now);
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  return inTransaction(async (tx) => {
    const { followId } = await askToFollow(input, { channel: "sms", address: phone }, hashToken(newToken()), now);
    await tx.follow.update({ where: { id: followId }, data: { confirmTokenHash: codeHash(followId, code), confirmExpiresAt: codeExpiry(now) } });
    const say = await translatorFor(locale);
    await queueSms({ kind: "follow.code", locale, recipient: phone, body: say("followers.sms.text.code", { code, minutes: codeMinutes }) }, now);
    return sealAsked(followId);
  });
}

/**
 * Confirms by the code: five tries a message, counted before each is looked at, so that nobody gets more by trying at once.
 * Throws CODE_WRONG, LINK_EXPIRED, TOO_MANY_ATTEMPTS. Returns what is followed; null when it is not public any more.
 */
export async function confirmBySms(visitor: Visitor, { asked, code }: CodeForm, now: Date): Promise<Followed | null> {
  await consume("sms-code", visitor.address, 60, 600);
  const id = unseal("sms-code", "asked", asked);
  const follow = id === null ? null : await db().follow.findUnique({ where: { id }, select: { id: true, confirmExpiresAt: true, confirmFailures: true, confirmTokenHash: true } });
  const refused = refusalOfCode(follow, now);
  if (refused || !follow?.confirmTokenHash) throw new DomainError(refused ?? "LINK_EXPIRED");
  const { confirmTokenHash } = follow;
  const { count } = await db().follow.updateMany({ where: { id: follow.id, confirmTokenHash, confirmFailures: { lt: mostTries } }, data: { confirmFailures: { increment: 1 } } });
  if (count === 0) throw new DomainError("TOO_MANY_ATTEMPTS");
  if (!isSame(codeHash(follow.id, code), confirmTokenHash)) throw new DomainError("CODE_WRONG");
  return inTransaction(async (tx) => {
    const used = await tx.follow.updateMany({ where: { id: follow.id, confirmTokenHash }, data: { confirmTokenHash: null } });
    if (used.count === 0) throw new DomainError("LINK_EXPIRED");
    return confirmFollowOf(follow.id, now, smsConsent);
  });
}

function isSame(given: string, own: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(own)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Takes what the gateway reports of a message; a number that is out of service gets no more. */
export async function takeDeliveryReport(report: DeliveryReport, now: Date): Promise<void> {
  await inTransaction(async () => {
    const outOfService = await takeReport(report, now);
    if (outOfService) await stopAddress("sms", outOfService, report.reply.replaceAll(outOfService.slice(1), "…"), now);
  });
}

/** Takes a message from a telephone: a word that ends it ends everything its number follows, at once. Throws FORBIDDEN for a wrong key. */
export async function takeIncomingSms({ key, from, text }: IncomingSms, now: Date): Promise<void> {
  if (!isSame(key, incomingKey())) throw new DomainError("FORBIDDEN");
  if (!isStop(text)) return;
  await inTransaction(async (tx) => {
    const follows = await tx.follow.findMany({ where: { follower: { channel: "sms", address: from } }, select: { id: true } });
    for (const { id } of follows) await endFollowing(id, now);
  }, 60_000);
}
