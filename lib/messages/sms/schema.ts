import { z } from "zod";
import { localeSchema } from "#lib/record/localized/schema.ts";
import type { JobKind } from "#lib/platform/jobs.ts";

/** E.164: a plus sign, the country, the number; fifteen digits at most. */
const e164 = /^\+[1-9]\d{7,14}$/;

/** What people put between the digits of a number. */
const between = /[\s().\-\u2010-\u2015\u00a0]/g;

/** As people write a Georgian mobile at home ("555 12 34 56", "0555…"), or any number with its country. */
function international(typed: string): string {
  const digits = typed.trim().replace(between, "");
  if (/^0?5\d{8}$/.test(digits)) return `+995${digits.slice(-9)}`;
  if (/^9955\d{8}$/.test(digits)) return `+${digits}`;
  return digits.replace(/^00/, "+");
}

/** A telephone number as a person types it, made E.164. */
export const phoneSchema = z.string("phone").max(40, "phone").transform(international).pipe(z.string().regex(e164, "phone"));

/** Messages of one text, at most: what is longer is no text message. */
export const maxSegments = 4;

/** One text message to be queued. */
export const outgoingSmsSchema = z.object({
  /** What it is about, for people who look at the queue: "follow.code". */
  kind: z.string().regex(/^[a-z_]+(\.[a-z_]+)*$/, "malformed"),
  locale: localeSchema,
  recipient: z.string().regex(e164, "phone"),
  body: z.string().min(1, "required").max(maxSegments * 153, "textTooLong"),
  /** The same to the same person is queued once: what names it. */
  onceKey: z.string().max(200).nullable().default(null),
});
export type OutgoingSms = z.input<typeof outgoingSmsSchema>;

export const smsStatuses = ["queued", "sent", "delivered", "failed"] as const;
export type SmsStatus = (typeof smsStatuses)[number];

/** Why a message waits or was given up, where it is we who say so and not the gateway. */
export const ownReasons = ["daily_cap", "number_daily_cap", "too_late"] as const;
export type OwnReason = (typeof ownReasons)[number];

/** What a gateway reports: Kannel's numbers. Others (4 buffered, 8 taken by the operator) change nothing. */
export const reportSchema = z.object({
  /** Names the message; nobody but the gateway was told. */
  report: z.string().regex(/^[\w-]{43}$/, "malformed"),
  state: z.coerce.number().int(),
  /** What the operator said. */
  reply: z.string().default("").transform((text) => text.slice(0, 200)),
});
export type DeliveryReport = z.output<typeof reportSchema>;

/** One attempt at one message. What is retried, and when, its own row says; these retries are for a process that died. */
export const smsDelivery: JobKind<{ smsId: string }> = { name: "sms.deliver", retries: 5, pauseSeconds: 5, secondsAllowed: 120 };

/** Looks after the queue: finds what has no job, forgets texts and numbers that nothing needs any more. */
export const smsCare: JobKind<object> = { name: "sms.care", retries: 1, pauseSeconds: 60, secondsAllowed: 300 };

/** Bytes in hexadecimal, in the alphabet that is named beside them. */
const charsets: Record<string, string> = { "utf-8": "utf-8", "utf-16be": "utf-16be", "windows-1252": "windows-1252" };

/** A message from a telephone as Kannel hands it on: `from=%p&text=%e&charset=%C`. */
export const incomingSmsSchema = z
  .object({
    key: z.string().max(100),
    from: phoneSchema,
    text: z.string().regex(/^([0-9a-f]{2}){0,1000}$/i, "malformed"),
    charset: z.string().transform((name) => charsets[name.toLowerCase()] ?? "utf-8"),
  })
  .transform(({ text, charset, ...rest }) => ({ ...rest, text: new TextDecoder(charset).decode(Buffer.from(text, "hex")) }));
export type IncomingSms = z.output<typeof incomingSmsSchema>;
