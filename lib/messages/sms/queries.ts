import { db } from "#lib/platform/db/client.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { keyedHash } from "#lib/platform/sealing.ts";
import { priceUnit, type SmsSettings } from "#lib/platform/sms.ts";
import { codeKind, dayBegan, monthBegan } from "#lib/messages/sms/rules.ts";
import type { OwnReason } from "#lib/messages/sms/schema.ts";

/** Why a message cannot go out today; null when it can. What failed does not count. */
export async function reasonToWait({ recipient, segments }: { recipient: string; segments: number }, settings: SmsSettings, now: Date): Promise<OwnReason | null> {
  if (!(await hasRoom(segments, settings, now))) return "daily_cap";
  return (await db().sms.count({ where: { sentAt: { gte: dayBegan(now) }, recipient } })) < settings.numberDailyCap ? null : "number_daily_cap";
}

/** True while so many more parts are within the installation's cap of today. */
export async function hasRoom(segments: number, { dailyCap }: SmsSettings, now: Date): Promise<boolean> {
  const { _sum } = await db().sms.aggregate({ where: { sentAt: { gte: dayBegan(now) } }, _sum: { segments: true } });
  return (_sum.segments ?? 0) + segments <= dailyCap;
}

/**
 * True while one more code may be asked for today. Codes go to whoever fills the form: they may take half of the cap, so that a
 * stranger who fills it all day keeps news from nobody. What waits to be sent counts, what failed does not.
 */
export async function hasRoomForCode(settings: SmsSettings, now: Date): Promise<boolean> {
  const codes = await db().sms.aggregate({ where: { kind: codeKind, createdAt: { gte: dayBegan(now) }, status: { not: "failed" } }, _sum: { segments: true } });
  return (codes._sum.segments ?? 0) < settings.dailyCap / 2 && hasRoom(1, settings, now);
}

/** What was sent in a while and what it cost. */
export interface SmsUse {
  messages: number;
  /** Charged parts of them. */
  segments: number;
  /** In ten thousandths of each currency; messages without a price cost nothing that is known. */
  costs: { currency: string; amount: number }[];
}

async function usedSince(begin: Date): Promise<SmsUse> {
  const rows = await db().sms.groupBy({ by: ["currency"], where: { sentAt: { gte: begin } }, _count: true, _sum: { segments: true, cost: true } });
  const costs = rows.flatMap(({ currency, _sum }) => (currency && _sum.cost ? [{ currency, amount: Math.round(Number(_sum.cost) * priceUnit) }] : []));
  return { messages: rows.reduce((sum, { _count }) => sum + _count, 0), segments: rows.reduce((sum, { _sum }) => sum + (_sum.segments ?? 0), 0), costs };
}

/** Today and this month, on Tbilisi's calendar. */
export async function getSmsUse(now: Date): Promise<{ today: SmsUse; month: SmsUse }> {
  const [today, month] = await Promise.all([usedSince(dayBegan(now)), usedSince(monthBegan(now))]);
  return { today, month };
}

/** The key that messages from telephones come with. */
export const incomingKey = (): string => keyedHash("sms-incoming", "", "");

/** The address for the `get-url` of Kannel's `sms-service`, with its own signs in it. */
export function incomingAddress(): string {
  return publicUrl(`/api/sms/incoming?${new URLSearchParams({ key: incomingKey() })}&from=%p&text=%e&charset=%C`);
}
