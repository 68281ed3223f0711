import { z } from "zod";
import { localeSchema } from "#lib/localized/schema.ts";

/** Anything that could end a header line or hide one: control characters, line and paragraph separators. */
const lineBreakers = /[\p{Cc}\u2028\u2029]+/gu;

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
});
export type OutgoingMail = z.input<typeof outgoingMailSchema>;
