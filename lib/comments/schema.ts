import { z } from "zod";
import { dispositions } from "#lib/record/dispositions/schema.ts";
import { cleanText, localeSchema, optionalLocalizedSchema } from "#lib/record/localized/schema.ts";
import { emailSchema } from "#lib/messages/mail/schema.ts";
import { sectionKeySchema } from "#lib/reports/sections/schema.ts";

export const commentStatuses = ["unconfirmed", "pending", "published", "rejected", "hidden"] as const;
export type CommentStatus = (typeof commentStatuses)[number];

export const responseStatuses = ["none", "draft", "published"] as const;
export type ResponseStatus = (typeof responseStatuses)[number];

/** Why a comment is not shown. */
export const moderationCodes = ["off_topic", "abusive", "personal_data", "advertising", "duplicate", "unlawful"] as const;
export type ModerationCode = (typeof moderationCodes)[number];

/** Lengths in Unicode code points, as PostgreSQL counts them: a Georgian letter or an emoji is one. */
export const maxBody = 5_000;
export const maxName = 100;

/** What a comment is about. */
export const commentSubjectSchema = z.object({ kind: z.enum(["commitment", "report"]), id: z.uuid("malformed") });
export type CommentSubject = z.infer<typeof commentSubjectSchema>;

/** Browsers send line ends as CRLF, which would count twice. */
function cleaned(text: string): string {
  return cleanText(text).trim();
}

function codePoints(text: string): number {
  return [...text].length;
}

const nameSchema = z.string("nameTooLong").default("")
  .transform((text) => cleaned(text).replace(/\s+/g, " "))
  .refine((text) => codePoints(text) <= maxName, "nameTooLong")
  .transform((text) => text || null);

/**
 * The public comment form. An empty name means anonymous. `website` is a field that people do not see; only programs
 * fill it in.
 */
export const commentSchema = z.object({
  subject: commentSubjectSchema,
  /** Which section of a report is meant; null: the report as a whole. */
  section: z.string("unknownChoice").trim().default("").transform((key) => key || null).pipe(sectionKeySchema.nullable()),
  name: nameSchema,
  email: emailSchema,
  body: z.string("bodyEmpty").transform(cleaned).pipe(z.string().min(1, "bodyEmpty").refine((text) => codePoints(text) <= maxBody, "bodyTooLong")),
  locale: localeSchema,
  /** A ticked box sends "on", another one nothing. */
  wantsNews: z.string().default("").transform((ticked) => ticked === "on"),
  website: z.string().default(""),
});
export type CommentInput = z.output<typeof commentSchema>;

const typed = z.string().default("").transform(cleanText);

/** The form as it was typed: every field a string, whatever is wrong with it. */
export const typedCommentSchema = z.object({ kind: typed, id: typed, name: typed, email: typed, body: typed, locale: typed, section: typed, wantsNews: typed });
export type TypedComment = z.infer<typeof typedCommentSchema>;

/** The subject named in the address of a page, as `?commitment=<id>` or `?report=<id>`; null without a valid one. */
export function subjectInAddress(query: Record<string, string | string[] | undefined>): CommentSubject | null {
  const kind = query.commitment ? "commitment" : "report";
  return commentSubjectSchema.safeParse({ kind, id: query[kind] }).data ?? null;
}

/** The section named in the address of a page, as `?section=introduction`; null without a valid one. */
export function sectionInAddress(query: Record<string, string | string[] | undefined>): string | null {
  return sectionKeySchema.safeParse(query.section).data ?? null;
}

const commentVersion = { commentId: z.uuid("malformed"), version: z.number("malformed").int("malformed") };

export const publishCommentSchema = z.object(commentVersion);
export type PublishCommentInput = z.output<typeof publishCommentSchema>;

/** Rejects or hides: a coded reason, and a note for the person who wrote it. */
export const refuseCommentSchema = z.object({
  ...commentVersion,
  code: z.enum(moderationCodes, "choiceRequired"),
  note: z.string().nullable().transform((text) => cleaned(text ?? "") || null).refine((text) => (text ?? "").length <= 1_000, "textTooLong"),
});
export type RefuseCommentInput = z.output<typeof refuseCommentSchema>;

/** The reasoned response; what must be filled in to publish it is a rule, so that a draft can be saved at any time. */
export const responseSchema = z.object({
  commentId: commentVersion.commentId,
  /** Version of the response that was opened; null when there was none. */
  version: z.number().int().nullable(),
  disposition: z.enum(dispositions, "choiceRequired").nullable(),
  text: optionalLocalizedSchema(10_000),
});
export type ResponseInput = z.output<typeof responseSchema>;
