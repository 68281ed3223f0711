import { db, inTransaction, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { enqueue } from "#lib/platform/jobs.ts";
import { log } from "#lib/platform/log.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { keyedHash } from "#lib/platform/sealing.ts";
import { requireSmsSettings, sendSms, SmsRefusal, smsSettings, type SmsSettings } from "#lib/platform/sms.ts";
import { secondsUntil } from "#lib/messages/rules.ts";
import { hasRoomForCode, reasonToWait } from "#lib/messages/sms/queries.ts";
import { costOf, countSegments, isCode, isTooLate, needsUnicode, nextSmsAttempt, tomorrow, worthMinutes } from "#lib/messages/sms/rules.ts";
import { outgoingSmsSchema, smsDelivery, type OutgoingSms } from "#lib/messages/sms/schema.ts";

/**
 * Puts a text message into the queue, in the transaction under way: it goes out if, and only if, what caused it is saved. One
 * whose `onceKey` was queued before is left out. Throws a ZodError for what is no number or too long, NOT_FOUND where no text
 * messages are sent.
 */
export async function queueSms(sms: OutgoingSms, now: Date): Promise<void> {
  requireSmsSettings();
  const data = outgoingSmsSchema.parse(sms);
  await inTransaction(async (tx) => {
    const row = { ...data, segments: countSegments(data.body), createdAt: now, nextAttemptAt: now };
    const made = await tx.sms.createManyAndReturn({ data: row, skipDuplicates: true, select: { id: true } });
    for (const { id } of made) await enqueue(smsDelivery, { smsId: id });
  });
}

/**
 * Throws SMS_CAP_REACHED when the installation sends no more codes today, so that it is said where somebody waits for a code. What one
 * number has got today is nobody's business who only knows it.
 */
export async function requireRoomToday(now: Date): Promise<void> {
  if (!(await hasRoomForCode(requireSmsSettings(), now))) throw new DomainError("SMS_CAP_REACHED");
}

/** What became of a message: `waiting` is not due yet or over today's cap, `gone` is nothing (more) to send. */
export type SmsDelivery = "sent" | "postponed" | "failed" | "waiting" | "gone";

type QueuedSms = Prisma.SmsGetPayload<object>;

/**
 * One attempt at one message, which is claimed before it is sent, its place in today's cap with it: called twice at once, it is
 * sent once, and all processes together keep to the cap. A process that dies while sending leaves it claimed until the next
 * attempt is due.
 */
export async function deliverSms(smsId: string, now: Date): Promise<SmsDelivery> {
  const sms = await db().sms.findFirst({ where: { id: smsId, status: "queued" } });
  if (!sms || !smsSettings()) return "gone";
  if (isTooLate(sms, now)) return giveUp(sms, "too_late");
  if (sms.nextAttemptAt > now) {
    await enqueueAt(sms.id, sms.nextAttemptAt, now);
    return "waiting";
  }
  const claimed = await claim(sms, now);
  return claimed === true ? send(sms, now) : claimed;
}

/** What the installation pays, and how it is taken back. */
function charge(segments: number, { price, currency }: SmsSettings): { cost: string | null; currency: string | null } {
  const cost = costOf(segments, price);
  return { cost, currency: cost === null ? null : currency };
}
const uncharged = { sentAt: null, cost: null, currency: null } as const;

const enqueueAt = (smsId: string, at: Date, now: Date) => enqueue(smsDelivery, { smsId }, { inSeconds: secondsUntil(at, now) });

/** True for exactly one caller. Counting against the cap and taking a place in it is one step for all processes. */
function claim(sms: QueuedSms, now: Date): Promise<true | SmsDelivery> {
  const { id, segments, attempts } = sms;
  const settings = requireSmsSettings();
  return inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('sms cap'))`;
    const reason = await reasonToWait(sms, settings, now);
    if (reason && isCode(sms.kind)) return giveUp(sms, reason);
    const [next, taken] = reason
      ? [tomorrow(now), { lastError: reason }]
      : [nextSmsAttempt(attempts + 1, now) ?? tomorrow(now), { attempts: attempts + 1, sentAt: now, gatewayId: keyedHash("sms-report", "", id), ...charge(segments, settings) }];
    const { count } = await tx.sms.updateMany({ where: { id, status: "queued", attempts, nextAttemptAt: sms.nextAttemptAt }, data: { ...taken, nextAttemptAt: next } });
    if (count === 0) return "gone";
    if (!reason) return true;
    await enqueueAt(id, next, now);
    return "waiting";
  });
}

async function send(sms: QueuedSms, now: Date): Promise<SmsDelivery> {
  const report = new URLSearchParams({ report: keyedHash("sms-report", "", sms.id) });
  // Kannel's own signs stand as they are: it puts its values in their place.
  const reportUrl = publicUrl(`/api/sms/delivered?${report}&state=%d&reply=%A`);
  try {
    await sendSms({ to: sms.recipient, text: sms.body, unicode: needsUnicode(sms.body), reportUrl, validMinutes: worthMinutes(sms.kind) });
  } catch (error) {
    return recordFailure(sms, error, now);
  }
  // A report that was faster has said more already.
  await db().sms.updateMany({ where: { id: sms.id, status: "queued" }, data: { status: "sent", lastError: null } });
  return "sent";
}

async function recordFailure(sms: QueuedSms, error: unknown, now: Date): Promise<"postponed" | "failed"> {
  const next = error instanceof SmsRefusal && error.final ? null : nextSmsAttempt(sms.attempts + 1, now);
  const lastError = reasonOf(error);
  log.warn({ sms: sms.id, attempt: sms.attempts + 1, givenUp: next === null, reason: lastError }, "a text message could not be sent");
  if (!next) return giveUp(sms, lastError);
  await inTransaction(async (tx) => {
    const { count } = await tx.sms.updateMany({ where: { id: sms.id, status: "queued" }, data: { lastError, ...uncharged, nextAttemptAt: next } });
    if (count > 0) await enqueueAt(sms.id, next, now);
  });
  return "postponed";
}

/** Nobody is charged for it; its text is kept a while, to be sent again, unless it was a code. */
async function giveUp(sms: QueuedSms, lastError: string): Promise<"failed"> {
  await db().sms.updateMany({ where: { id: sms.id, status: "queued" }, data: { status: "failed", lastError, ...uncharged, ...(isCode(sms.kind) ? { body: "" } : {}) } });
  return "failed";
}

/** What can be told of a failure: the gateway's words, or why it was not reached; never the request, which holds a password. */
function reasonOf(error: unknown): string {
  if (error instanceof SmsRefusal) return error.message.slice(0, 500);
  const cause = error instanceof Error && error.cause instanceof Error && "code" in error.cause ? String(error.cause.code) : null;
  return cause ?? (error instanceof Error ? error.name : "unknown");
}
