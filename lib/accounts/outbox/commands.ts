import type { Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { mailDelivery } from "#lib/messages/mail/schema.ts";
import { canSeeMail } from "#lib/accounts/outbox/policy.ts";
import { db, inTransaction } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { enqueue } from "#lib/platform/jobs.ts";

/**
 * Sends a mail that was given up, or that waits for its next attempt, again at once, with all its attempts before it.
 * NOT_FOUND for who may not see mails, CONFLICT when it has gone out meanwhile or its text is kept no more.
 */
export async function sendMailAgain(actor: Actor, { mailId }: { mailId: string }, now: Date): Promise<void> {
  if (!canSeeMail(actor)) throw new DomainError("NOT_FOUND");
  await inTransaction(async () => {
    const before = await db().mail.findUnique({ where: { id: mailId }, select: { status: true, attempts: true } });
    if (!before) throw new DomainError("NOT_FOUND");
    const { count } = await db().mail.updateMany({
      where: { id: mailId, status: { not: "sent" }, attempts: { gt: 0 }, body: { not: "" } },
      data: { status: "queued", attempts: 0, nextAttemptAt: now },
    });
    if (count === 0) throw new DomainError("CONFLICT");
    await enqueue(mailDelivery, { mailId });
    await recordAudit(actor, { action: "mail.queued", entity: "mail", entityId: mailId, before, after: { status: "queued", attempts: 0 } }, now);
  });
}
