import { addDays } from "date-fns";
import { db, inTransaction } from "#lib/platform/db/client.ts";
import { enqueue } from "#lib/platform/jobs.ts";
import { failuresInARow, isOutOfService, keepFailedDays, keepUnreportedDays, unattendedAfterMinutes } from "#lib/messages/sms/rules.ts";
import { ownReasons, smsDelivery, type DeliveryReport } from "#lib/messages/sms/schema.ts";

/**
 * Takes what the gateway reports of a message. Reports come in any order and more than once: what has arrived stays so. Returns
 * the number when it has to be taken for out of service, else null.
 */
export async function takeReport({ report, state, reply }: DeliveryReport, now: Date): Promise<string | null> {
  return inTransaction(async (tx) => {
    if (state === 1) {
      await tx.sms.updateMany({ where: { gatewayId: report, status: { not: "delivered" } }, data: { status: "delivered", deliveredAt: now, body: "", lastError: null } });
      return null;
    }
    if (state !== 2 && state !== 16) return null;
    const lastError = reply.trim() || `state ${state}`;
    const [failed] = await tx.sms.updateManyAndReturn({ where: { gatewayId: report, status: { in: ["queued", "sent"] } }, data: { status: "failed", lastError }, select: { recipient: true } });
    if (!failed?.recipient) return null;
    return isOutOfService(reply) || (await neverArrives(failed.recipient)) ? failed.recipient : null;
  });
}

/** The last few to a number, one after the other, did not arrive. What we held back ourselves says nothing of the number. */
async function neverArrives(recipient: string): Promise<boolean> {
  const last = await db().sms.findMany({
    where: { recipient, status: { in: ["delivered", "failed"] }, gatewayId: { not: null }, OR: [{ lastError: null }, { lastError: { notIn: [...ownReasons] } }] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: failuresInARow, select: { status: true },
  });
  return last.length === failuresInARow && last.every(({ status }) => status === "failed");
}

/**
 * Forgets a number in all that was sent to it: nothing more goes there, what was charged still counts. Texts go with it.
 */
export async function forgetNumber(recipient: string): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.sms.deleteMany({ where: { recipient, status: "queued", sentAt: null } });
    await tx.sms.updateMany({ where: { recipient, status: "queued" }, data: { status: "failed" } });
    await tx.sms.updateMany({ where: { recipient }, data: { recipient: "", body: "", onceKey: null } });
  });
}

/** Takes messages that have not left out of the queue; `onceKey` is what their names begin with. */
export async function forgetQueued(onceKey: string): Promise<void> {
  await db().sms.deleteMany({ where: { onceKey: { startsWith: onceKey }, status: "queued", sentAt: null } });
}

/**
 * Queues again what should have been tried and was not, and forgets what nothing needs any more: texts that failed long ago or of
 * which nothing was ever reported, and the numbers of those who do not follow anything (any more).
 */
export async function careForSms(now: Date): Promise<void> {
  const longDue = new Date(now.getTime() - unattendedAfterMinutes * 60_000);
  const unattended = await db().sms.findMany({ where: { status: "queued", nextAttemptAt: { lt: longDue } }, select: { id: true }, take: 1_000 });
  for (const { id } of unattended) await enqueue(smsDelivery, { smsId: id });
  const old = [{ status: "failed", createdAt: { lt: addDays(now, -keepFailedDays) } }, { status: "sent", createdAt: { lt: addDays(now, -keepUnreportedDays) } }];
  await db().sms.updateMany({ where: { OR: old, body: { not: "" } }, data: { body: "" } });
  await db().$executeRaw`
    UPDATE "Sms" SET recipient = '', body = '', "onceKey" = NULL
    WHERE recipient <> '' AND status IN ('sent', 'delivered', 'failed') AND "createdAt" < ${addDays(now, -1)}
      AND NOT EXISTS (SELECT 1 FROM "Follower" f WHERE f.channel = 'sms' AND f.address = "Sms".recipient)`;
}
