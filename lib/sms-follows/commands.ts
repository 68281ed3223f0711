import { timingSafeEqual } from "node:crypto";
import { db } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { takeReport } from "#lib/sms-care/commands.ts";
import { incomingKey } from "#lib/sms/queries.ts";
import type { DeliveryReport, IncomingSms } from "#lib/sms/schema.ts";

export async function takeDeliveryReport(report: DeliveryReport, now: Date): Promise<void> {
  const outOfService = await takeReport(report, now);
  if (outOfService) await db().follower.updateMany({ where: { channel: "sms", address: outOfService, stoppedAt: null }, data: { stoppedAt: now, stopReason: report.reply } });
}

export async function takeIncomingSms({ key }: IncomingSms, _now: Date): Promise<void> {
  const [given, own] = [Buffer.from(key), Buffer.from(incomingKey())];
  if (given.length !== own.length || !timingSafeEqual(given, own)) throw new DomainError("FORBIDDEN");
}
