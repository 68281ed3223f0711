import { attemptAfter } from "#lib/messages/rules.ts";
import { ownReasons, type OwnReason } from "#lib/messages/sms/schema.ts";
import { addDays, dayOf } from "#lib/record/terms/rules.ts";

const minute = 60_000;

/** GSM's own alphabet (3GPP TS 23.038), and the signs that take two places in it. */
const gsm = new Set("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");
const gsmTwice = new Set("\f^{}\\[~]|€");

/** Places in one message, and in each of several that belong together. */
const places = { gsm: { alone: 160, part: 153 }, unicode: { alone: 70, part: 67 } } as const;

/** True when a text has a sign that GSM's alphabet lacks, as every Georgian one: it then goes in UCS-2. */
export function needsUnicode(text: string): boolean {
  return [...text].some((sign) => !gsm.has(sign) && !gsmTwice.has(sign));
}

/** As how many messages a text is charged. A sign of two places is never cut in two. */
export function countSegments(text: string): number {
  const unicode = needsUnicode(text);
  const { alone, part } = unicode ? places.unicode : places.gsm;
  const widths = [...text].map((sign) => (unicode ? sign.length : gsmTwice.has(sign) ? 2 : 1));
  if (widths.reduce((sum, width) => sum + width, 0) <= alone) return 1;
  let [segments, used] = [1, 0];
  for (const width of widths) {
    if (used + width > part) [segments, used] = [segments + 1, 0];
    used += width;
  }
  return segments;
}

/** Minutes to wait after the first, second… failed attempt; after the last attempt there is no further one. */
const waits = [1, 5, 30, 120, 360] as const;

/** How often a message is tried before it counts as failed. */
export const maxSmsAttempts = waits.length + 1;

/** When to try again after `attempts` attempts (1 or more); null when it has been tried often enough. */
export function nextSmsAttempt(attempts: number, now: Date): Date | null {
  return attemptAfter(waits, attempts, now);
}

/** A code that somebody waits for at a page is worth nothing later. */
export const codeKind = "follow.code";
export const isCode = (kind: string): boolean => kind === codeKind;

/** For how long a message of a kind is worth delivering. */
export const worthMinutes = (kind: string): number => (isCode(kind) ? 15 : 24 * 60);

/** True for a message that would come too late. Others wait as long as they have to. */
export function isTooLate({ kind, createdAt }: { kind: string; createdAt: Date }, now: Date): boolean {
  return isCode(kind) && now.getTime() - createdAt.getTime() >= worthMinutes(kind) * minute;
}

/** When the day began in Tbilisi, which has kept +04:00 since 2005. */
export function dayBegan(now: Date): Date {
  return new Date(`${dayOf(now)}T00:00:00+04:00`);
}

/** When the month began in Tbilisi. */
export function monthBegan(now: Date): Date {
  return new Date(`${dayOf(now).slice(0, 7)}-01T00:00:00+04:00`);
}

/** When goes what was over today's cap: tomorrow at nine in the morning. */
export function tomorrow(now: Date): Date {
  return new Date(`${addDays(dayOf(now), 1)}T09:00:00+04:00`);
}

/** What a message costs, with four decimals, by the price of a part in ten thousandths; null without a price. */
export function costOf(segments: number, price: number | null): string | null {
  return price === null ? null : ((segments * price) / 10_000).toFixed(4);
}

/** A message that is due for so long has lost its job. */
export const unattendedAfterMinutes = 20;

/** How long texts are kept, so that they can be sent again: of those that failed, and of those of which nothing was reported. */
export const keepFailedDays = 7;
export const keepUnreportedDays = 3;

/** After so many that did not arrive, one after the other, a number is taken for out of service. */
export const failuresInARow = 3;

/** What operators say of a number that does not exist: SMPP's invalid destination, MAP's unknown subscriber. */
const noSuchNumber = /0x0*0b\b|unknown[ _-]?subscriber|invalid destination|\berr:0*1\b/i;

/** True when the operator's word is about the number and for good, not about today. */
export function isOutOfService(reply: string): boolean {
  return noSuchNumber.test(reply);
}

/** A number as those who look after the queue see it: the country and the last two digits. */
export function maskNumber(number: string): string {
  return `${number.slice(0, 4)} ••• ••• ${number.slice(-2)}`;
}

/** Tells what we say ourselves from what a gateway said. */
export function isOwnReason(reason: string | null): reason is OwnReason {
  return ownReasons.some((own) => own === reason);
}
