import type { Actor } from "#lib/record/actors/schema.ts";
import { pagesOf } from "#lib/record/pages/rules.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { smsSettings } from "#lib/platform/sms.ts";
import { canSeeSms } from "#lib/accounts/sms-outbox/policy.ts";
import { smsPageSize, type SmsFilter } from "#lib/accounts/sms-outbox/schema.ts";
import { getSmsUse, incomingAddress, type SmsUse } from "#lib/messages/sms/queries.ts";
import { isOwnReason, maskNumber } from "#lib/messages/sms/rules.ts";
import type { OwnReason, SmsStatus } from "#lib/messages/sms/schema.ts";

/** A message as it is shown: without its text, and its number without the middle. */
export interface SmsView {
  id: string;
  kind: string;
  /** Null: the number is forgotten. */
  number: string | null;
  status: SmsStatus;
  segments: number;
  attempts: number;
  createdAt: Date;
  sentAt: Date | null;
  deliveredAt: Date | null;
  /** Null unless it is to be tried. */
  nextAttemptAt: Date | null;
  /** Why it waits or was given up: of our own accord, or in the words of the gateway or operator. */
  heldBack: OwnReason | null;
  lastError: string | null;
  cost: { amount: number; currency: string } | null;
  /** It failed, and its text and number are still kept. */
  canBeSentAgain: boolean;
}

const select = { id: true, kind: true, recipient: true, status: true, segments: true, attempts: true, createdAt: true, sentAt: true, deliveredAt: true, nextAttemptAt: true, lastError: true, cost: true, currency: true } as const satisfies Prisma.SmsSelect;

type Row = Prisma.SmsGetPayload<{ select: typeof select }>;

function view({ recipient, status, lastError, nextAttemptAt, cost, currency, ...row }: Row, again: ReadonlySet<string>): SmsView {
  const own = isOwnReason(lastError) ? lastError : null;
  return {
    ...row,
    status: status as SmsStatus,
    number: recipient ? maskNumber(recipient) : null,
    nextAttemptAt: status === "queued" ? nextAttemptAt : null,
    heldBack: own,
    // Operators may repeat the number in their answer.
    lastError: own || !lastError ? null : recipient ? lastError.replaceAll(recipient.slice(1), "…") : lastError,
    cost: cost && currency ? { amount: Number(cost), currency } : null,
    canBeSentAgain: again.has(row.id),
  };
}

export interface SmsPage {
  messages: SmsView[];
  total: number;
  failed: number;
  pages: number;
}

/** A page of what was sent to telephones, the latest first. NOT_FOUND for who may not see it. */
export async function listSms(actor: Actor, { status, page }: SmsFilter): Promise<SmsPage> {
  if (!canSeeSms(actor)) throw new DomainError("NOT_FOUND");
  const where = status ? { status } : {};
  const [rows, total, failed] = await Promise.all([
    db().sms.findMany({ where, select, orderBy: [{ createdAt: "desc" }, { id: "desc" }], skip: (page - 1) * smsPageSize, take: smsPageSize }),
    db().sms.count({ where }),
    db().sms.count({ where: { status: "failed" } }),
  ]);
  const kept = await db().sms.findMany({ where: { id: { in: rows.map(({ id }) => id) }, status: "failed", body: { not: "" }, recipient: { not: "" } }, select: { id: true } });
  const again = new Set(kept.map(({ id }) => id));
  return { messages: rows.map((row) => view(row, again)), total, failed, pages: pagesOf(total, smsPageSize) };
}

/** How text messages are set up, and what they come to. */
export interface SmsAccount {
  today: SmsUse;
  month: SmsUse;
  dailyCap: number;
  numberDailyCap: number;
  /** Of one charged part; null: the settings state none. */
  price: { amount: number; currency: string } | null;
  /** Messages that wait until tomorrow because of a cap. */
  heldBack: number;
  /** For the gateway's `get-url`. */
  incoming: string;
}

/** Null where no text messages are sent. NOT_FOUND for who may not see it. */
export async function getSmsAccount(actor: Actor, now: Date): Promise<SmsAccount | null> {
  if (!canSeeSms(actor)) throw new DomainError("NOT_FOUND");
  const settings = smsSettings();
  if (!settings) return null;
  const { price, currency, dailyCap, numberDailyCap } = settings;
  const heldBack = await db().sms.count({ where: { status: "queued", lastError: { in: ["daily_cap", "number_daily_cap"] } } });
  return { ...(await getSmsUse(now)), dailyCap, numberDailyCap, price: price === null ? null : { amount: price / 10_000, currency }, heldBack, incoming: incomingAddress() };
}

/** How many messages failed; null where none are sent. */
export async function countFailedSms(actor: Actor): Promise<number | null> {
  return canSeeSms(actor) && smsSettings() ? db().sms.count({ where: { status: "failed" } }) : null;
}
