import { z } from "zod";
import { localeSchema } from "#lib/record/localized/schema.ts";
import type { JobKind } from "#lib/platform/jobs.ts";

/** An address as a person types it, made plain: lower case, nothing around it. */
export const emailSchema = z.string("email").trim().toLowerCase().pipe(z.email("email").max(254, "email"));

/** Anything that could end a header line or hide one: control characters, line and paragraph separators. */
const lineBreakers = /[\p{Cc}\u2028\u2029]+/gu;

/** A small text file that goes with a mail, such as a calendar's. */
const attachmentSchema = z.object({
  fileName: z.string().regex(/^[\w.-]{1,80}$/, "malformed"),
  mediaType: z.string().regex(/^text\/[\w.-]+(; ?[\w-]+=[\w-]+)*$/, "malformed"),
  content: z.string().max(200_000, "malformed"),
});

export const attachmentsSchema = z.array(attachmentSchema).max(5, "malformed");

/**
 * One plain-text mail to be queued. The subject is put on one line; a recipient that is not a single plain address is
 * refused, so that neither can add a header.
 */
export const outgoingMailSchema = z.object({
  /** What the mail is about, for people who look at the queue: "comment.confirm". */
  kind: z.string().regex(/^[a-z_]+(\.[a-z_]+)*$/, "malformed"),
  locale: localeSchema,
  recipient: z.email("email").max(254, "email"),
  subject: z.string().transform((text) => text.replace(lineBreakers, " ").trim().slice(0, 200)).pipe(z.string().min(1, "required")),
  body: z.string().min(1, "required"),
  attachments: attachmentsSchema.default([]),
  /** Where one press ends what the mail belongs to (RFC 8058). */
  unsubscribeUrl: z.url({ protocol: /^https?$/, error: "malformed" }).nullable().default(null),
  /** The same mail to the same person is queued once: what names it. */
  onceKey: z.string().max(200).nullable().default(null),
});
export type OutgoingMail = z.input<typeof outgoingMailSchema>;

export const mailStatuses = ["queued", "sent", "failed"] as const;
export type MailStatus = (typeof mailStatuses)[number];

/** One attempt at one mail. What is retried, and when, the mail's own row says; these retries are for a process that died. */
export const mailDelivery: JobKind<{ mailId: string }> = { name: "mail.deliver", retries: 5, pauseSeconds: 5, secondsAllowed: 300 };

/** Looks after the outbox: finds what has no job, forgets what nobody will send any more. */
export const mailCare: JobKind<object> = { name: "mail.care", retries: 1, pauseSeconds: 60, secondsAllowed: 300 };
