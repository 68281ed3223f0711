import { addDays } from "date-fns";
import { noteRefusal } from "#lib/messages/bounces/commands.ts";
import { refusalOf, withoutAddresses } from "#lib/messages/bounces/rules.ts";
import { keepFailedDays, nextAttempt, unattendedAfterMinutes } from "#lib/messages/mail/rules.ts";
import { attachmentsSchema, mailDelivery, outgoingMailSchema, type OutgoingMail } from "#lib/messages/mail/schema.ts";
import { secondsUntil } from "#lib/messages/rules.ts";
import { bounceAddressOf } from "#lib/platform/bounce-address.ts";
import { db, inTransaction, type Prisma } from "#lib/platform/db/client.ts";
import { enqueue } from "#lib/platform/jobs.ts";
import { log } from "#lib/platform/log.ts";
import { deliver } from "#lib/platform/mail.ts";

/**
 * Puts a mail into the outbox and queues its sending, in the transaction under way: it goes out if, and only if, what
 * caused it is saved. One whose `onceKey` was queued before is left out. Throws a ZodError for a recipient that is not one
 * plain address.
 */
export async function queueMail(mail: OutgoingMail, now: Date): Promise<void> {
  const data = outgoingMailSchema.parse(mail);
  await inTransaction(async () => {
    const made = await db().mail.createManyAndReturn({ data: { ...data, createdAt: now, nextAttemptAt: now }, skipDuplicates: true, select: { id: true } });
    for (const { id } of made) await enqueue(mailDelivery, { mailId: id });
  });
}

/** What became of a mail: `waiting` is not due yet, `gone` is nothing (more) to send. */
export type Delivery = "sent" | "postponed" | "failed" | "waiting" | "gone";

/**
 * One attempt at one mail, which is claimed before it is sent: called twice at once, it is sent once. A mail that is not
 * taken gets its next attempt queued; a process that dies while sending leaves it claimed until that attempt is due, so
 * that a mail may go out twice, but never not at all.
 */
export async function deliverMail(mailId: string, now: Date): Promise<Delivery> {
  const mail = await db().mail.findFirst({ where: { id: mailId, status: "queued" } });
  if (!mail) return "gone";
  if (mail.nextAttemptAt > now) {
    await enqueue(mailDelivery, { mailId }, { inSeconds: secondsUntil(mail.nextAttemptAt, now) });
    return "waiting";
  }
  return (await claim(mail, now)) ? send(mail, now) : "gone";
}

type QueuedMail = Prisma.MailGetPayload<object>;

/** True for exactly one caller: the attempt is counted and the next one set before anything is sent. */
async function claim(mail: QueuedMail, now: Date): Promise<boolean> {
  const attempts = mail.attempts + 1;
  const { count } = await db().mail.updateMany({
    where: { id: mail.id, status: "queued", attempts: mail.attempts, nextAttemptAt: mail.nextAttemptAt },
    data: { attempts, nextAttemptAt: nextAttempt(attempts, now) ?? addDays(now, 1) },
  });
  return count === 1;
}

async function send(mail: QueuedMail, now: Date): Promise<Delivery> {
  try {
    await deliver({ to: mail.recipient, subject: mail.subject, text: mail.body, attachments: attachmentsSchema.parse(mail.attachments), unsubscribeUrl: mail.unsubscribeUrl, bouncesTo: bounceAddressOf(mail.id) });
  } catch (error) {
    return recordFailure(mail, error, now);
  }
  // The body may hold a link that works once; nothing needs it any more. Its row may have gone with whom it was for.
  await db().mail.updateMany({ where: { id: mail.id }, data: { status: "sent", sentAt: now, body: "", attachments: [], unsubscribeUrl: null, lastError: null } });
  return "sent";
}

/** What is refused because the recipient does not exist is not tried again; nor are they written to as a follower. */
async function recordFailure(mail: QueuedMail, error: unknown, now: Date): Promise<"postponed" | "failed"> {
  const lastError = withoutAddresses(error instanceof Error ? error.message : String(error));
  return inTransaction(async () => {
    const next = (await noteRefusal(mail.recipient, refusalOf(error), now)) ? null : nextAttempt(mail.attempts + 1, now);
    log.warn({ mail: mail.id, attempt: mail.attempts + 1, givenUp: next === null }, "a mail could not be sent");
    await db().mail.updateMany({ where: { id: mail.id }, data: next ? { lastError } : { status: "failed", lastError } });
    if (next) await enqueue(mailDelivery, { mailId: mail.id }, { inSeconds: secondsUntil(next, now) });
    return next ? "postponed" : "failed";
  });
}

/**
 * Queues again what should have been tried and was not (mails of a version without jobs, a queue that was emptied), and
 * forgets the text of mails that were given up long ago: it may hold links.
 */
export async function careForMail(now: Date): Promise<void> {
  const longDue = new Date(now.getTime() - unattendedAfterMinutes * 60_000);
  const unattended = await db().mail.findMany({ where: { status: "queued", nextAttemptAt: { lt: longDue } }, select: { id: true }, take: 1_000 });
  for (const { id } of unattended) await enqueue(mailDelivery, { mailId: id });
  await db().mail.updateMany({ where: { status: "failed", createdAt: { lt: addDays(now, -keepFailedDays) }, body: { not: "" } }, data: { body: "", attachments: [], unsubscribeUrl: null } });
}
