import { deliverMail, type Delivery } from "#lib/messages/mail/commands.ts";
import { db } from "#lib/platform/db/client.ts";

/** Tries every mail that is queued and due, the oldest first, as the jobs would at that time; for tests. */
export async function deliverQueuedMail(now: Date): Promise<Record<Delivery, number>> {
  const outcome: Record<Delivery, number> = { sent: 0, postponed: 0, failed: 0, waiting: 0, gone: 0 };
  const due = await db().mail.findMany({ where: { status: "queued", nextAttemptAt: { lte: now } }, orderBy: [{ nextAttemptAt: "asc" }, { id: "asc" }], select: { id: true } });
  for (const { id } of due) outcome[await deliverMail(id, now)] += 1;
  return outcome;
}
