import { addDays } from "date-fns";
import { nextAttempt } from "#lib/mail/rules.ts";
import { outgoingMailSchema, type OutgoingMail } from "#lib/mail/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { log } from "#lib/platform/log.ts";
import { deliver } from "#lib/platform/mail.ts";

/**
 * Puts a mail into the queue, in the transaction under way: it goes out if, and only if, what caused it is saved.
 * Throws a ZodError for a recipient that is not one plain address.
 */
export async function queueMail(mail: OutgoingMail, now: Date): Promise<void> {
  const data = outgoingMailSchema.parse(mail);
  await db().mail.create({ data: { ...data, createdAt: now, nextAttemptAt: now } });
}

/** What one round of sending did. */
export interface SendingRound {
  sent: number;
  /** Not sent, to be tried again later. */
  postponed: number;
  /** Not sent and given up. */
  failed: number;
}

type DueMail = { id: string; recipient: string; subject: string; body: string; attempts: number };

/**
 * Sends what is due, at most `limit` mails, oldest first. Each mail is claimed before it is sent, so several instances
 * can run this at once. A process that dies while sending leaves the mail claimed until its next attempt is due:
 * a mail may then go out twice, but never not at all.
 */
export async function sendDueMail(now: Date, limit = 50): Promise<SendingRound> {
  const round: SendingRound = { sent: 0, postponed: 0, failed: 0 };
  const due = await db().mail.findMany({
    where: { status: "queued", nextAttemptAt: { lte: now } },
    orderBy: [{ nextAttemptAt: "asc" }, { id: "asc" }],
    select: { id: true, recipient: true, subject: true, body: true, attempts: true },
    take: limit,
  });
  for (const mail of due) {
    if (await claim(mail, now)) round[await send(mail, now)] += 1;
  }
  return round;
}

/** True for exactly one caller: the attempt is counted and the next one set before anything is sent. */
async function claim(mail: DueMail, now: Date): Promise<boolean> {
  const attempts = mail.attempts + 1;
  const { count } = await db().mail.updateMany({
    where: { id: mail.id, status: "queued", attempts: mail.attempts },
    data: { attempts, nextAttemptAt: nextAttempt(attempts, now) ?? addDays(now, 1) },
  });
  return count === 1;
}

async function send(mail: DueMail, now: Date): Promise<keyof SendingRound> {
  try {
    await deliver({ to: mail.recipient, subject: mail.subject, text: mail.body });
  } catch (error) {
    return recordFailure(mail, error, now);
  }
  // The body may hold a link that works once; nothing needs it any more.
  await db().mail.update({ where: { id: mail.id }, data: { status: "sent", sentAt: now, body: "", lastError: null } });
  return "sent";
}

async function recordFailure(mail: DueMail, error: unknown, now: Date): Promise<"postponed" | "failed"> {
  const givenUp = nextAttempt(mail.attempts + 1, now) === null;
  const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500);
  log.warn({ mail: mail.id, attempt: mail.attempts + 1, givenUp }, "a mail could not be sent");
  await db().mail.update({ where: { id: mail.id }, data: givenUp ? { status: "failed", lastError, body: "" } : { lastError } });
  return givenUp ? "failed" : "postponed";
}
