import type { Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { inTransaction } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { enqueue } from "#lib/platform/jobs.ts";
import { canSeeSms } from "#lib/accounts/sms-outbox/policy.ts";
import { smsDelivery } from "#lib/messages/sms/schema.ts";

/**
 * Sends a message that failed again at once, with all its attempts before it and within today's cap. NOT_FOUND for who may not see
 * messages, CONFLICT when it arrived meanwhile or its text or number is kept no more.
 */
export async function sendSmsAgain(actor: Actor, { smsId }: { smsId: string }, now: Date): Promise<void> {
  if (!canSeeSms(actor)) throw new DomainError("NOT_FOUND");
  await inTransaction(async (tx) => {
    const before = await tx.sms.findUnique({ where: { id: smsId }, select: { status: true, attempts: true } });
    if (!before) throw new DomainError("NOT_FOUND");
    const { count } = await tx.sms.updateMany({
      where: { id: smsId, status: "failed", body: { not: "" }, recipient: { not: "" } },
      data: { status: "queued", attempts: 0, nextAttemptAt: now, lastError: null },
    });
    if (count === 0) throw new DomainError("CONFLICT");
    await enqueue(smsDelivery, { smsId });
    await recordAudit(actor, { action: "sms.queued", entity: "sms", entityId: smsId, before, after: { status: "queued", attempts: 0 } }, now);
  });
}
