import type { Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { canModerate } from "#lib/comments/policy.ts";
import { pathOfComment } from "#lib/comments/queries.ts";
import { subjectFields, subjectOf } from "#lib/comments/subjects/queries.ts";
import { requireCommentStep, subjectName } from "#lib/comments/rules.ts";
import type { CommentStatus, ModerationCode, PublishCommentInput, RefuseCommentInput } from "#lib/comments/schema.ts";
import type { Locale } from "#lib/record/localized/schema.ts";
import { queueMail } from "#lib/messages/mail/commands.ts";
import { db, inTransaction } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { publicUrl } from "#lib/platform/public-url.ts";

const moderated = { id: true, status: true, email: true, locale: true, body: true, ...subjectFields } as const;

async function loadFor(actor: Actor, commentId: string, to: CommentStatus, now: Date) {
  const comment = await db().comment.findUnique({ where: { id: commentId }, select: moderated });
  const subject = comment && subjectOf(comment, now);
  if (!comment || !subject || comment.status === "unconfirmed" || !canModerate(actor, subject.plan)) throw new DomainError("NOT_FOUND");
  const from = comment.status as CommentStatus;
  requireCommentStep(from, to);
  return { comment, from, ...subject };
}

type Loaded = Awaited<ReturnType<typeof loadFor>>;

/** Moves the comment on, where id and version, and writes the trace. Throws CONFLICT when somebody was faster. */
async function move(actor: Actor, { comment, from, plan }: Loaded, version: number, after: Moved, now: Date): Promise<void> {
  const moderator = { moderatedAt: now, moderatedById: actor.accountId };
  const published = after.status === "published" ? { publishedAt: now } : {};
  const { count } = await db().comment.updateMany({
    where: { id: comment.id, version, status: from },
    data: { ...after, ...moderator, ...published, version: { increment: 1 } },
  });
  if (count === 0) throw new DomainError("CONFLICT");
  const trace = { before: { status: from }, after: { ...after } };
  await recordAudit(actor, { action: `comment.${after.status}`, entity: "comment", entityId: comment.id, planId: plan.id, ...trace }, now);
}

type Moved = { status: CommentStatus; moderationCode?: ModerationCode; moderationNote?: string | null };

/** Shows a pending comment to everybody, and tells who wrote it where. Throws NOT_FOUND, TRANSITION_NOT_ALLOWED, CONFLICT. */
export async function publishComment(actor: Actor, { commentId, version }: PublishCommentInput, now: Date): Promise<void> {
  const loaded = await loadFor(actor, commentId, "published", now);
  await inTransaction(async () => {
    await move(actor, loaded, version, { status: "published" }, now);
    await tellPublished(loaded, now);
  });
}

async function tellPublished({ comment, view }: Loaded, now: Date): Promise<void> {
  const locale = comment.locale as Locale;
  const say = await translatorFor(locale);
  const about = subjectName(view, locale);
  const body = say("mail.published.body", { about, link: publicUrl(`/${locale}${await pathOfComment(comment.id, now)}`) });
  await queueMail({ kind: "comment.published", locale, recipient: comment.email, subject: say("mail.published.subject", { about }), body, onceKey: `comment-published:${comment.id}` }, now);
}

/** Ends a pending comment with a coded reason, which the person who wrote it is told. Throws as {@link publishComment}. */
export function rejectComment(actor: Actor, input: RefuseCommentInput, now: Date): Promise<void> {
  return refuse(actor, input, "rejected", now);
}

/** Takes a published comment out of sight with a coded reason; its line and the reason stay. Throws as {@link publishComment}. */
export function hideComment(actor: Actor, input: RefuseCommentInput, now: Date): Promise<void> {
  return refuse(actor, input, "hidden", now);
}

async function refuse(actor: Actor, input: RefuseCommentInput, status: "rejected" | "hidden", now: Date): Promise<void> {
  const { commentId, version, code, note } = input;
  const loaded = await loadFor(actor, commentId, status, now);
  await inTransaction(async () => {
    await move(actor, loaded, version, { status, moderationCode: code, moderationNote: note }, now);
    await tellRefusal(loaded, status, { code, note }, now);
  });
}

async function tellRefusal({ comment, view }: Loaded, status: "rejected" | "hidden", why: { code: ModerationCode; note: string | null }, now: Date) {
  const locale = comment.locale as Locale;
  const say = await translatorFor(locale);
  const about = subjectName(view, locale);
  const reason = [say(`comments.reason.${why.code}`), why.note].filter(Boolean).join("\n\n");
  const link = publicUrl(`/${locale}${view.path}`);
  const body = say(`mail.${status}.body`, { about, reason, comment: comment.body, link });
  await queueMail({ kind: `comment.${status}`, locale, recipient: comment.email, subject: say(`mail.${status}.subject`, { about }), body }, now);
}
