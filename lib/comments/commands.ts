import { resident, systemActor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { followCommented } from "#lib/comments/news/commands.ts";
import { findCommentedSection } from "#lib/comments/commented-sections/queries.ts";
import { loadSubject, subjectOf, subjectFields, type SubjectView } from "#lib/comments/subjects/queries.ts";
import { confirmationExpiry, refusalOfLink, subjectName } from "#lib/comments/rules.ts";
import { typedCommentSchema, type CommentInput } from "#lib/comments/schema.ts";
import type { Wanted } from "#lib/followers/followed/schema.ts";
import type { Locale } from "#lib/record/localized/schema.ts";
import { queueMail } from "#lib/messages/mail/commands.ts";
import { mailboxOf } from "#lib/messages/mail/rules.ts";
import { db, inTransaction } from "#lib/platform/db/client.ts";
import { DomainError, type ErrorCode, type FieldErrors } from "#lib/platform/errors.ts";
import { formatDateTime } from "#lib/platform/i18n/formats.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { consume } from "#lib/platform/limits.ts";
import type { Visitor } from "#lib/platform/public-form.ts";
import { publicUrl } from "#lib/platform/public-url.ts";
import { hashToken, newToken } from "#lib/platform/tokens.ts";

const draftMinutes = 15;
const day = 86_400_000;

/**
 * Takes a comment of somebody without an account and queues the mail with the confirmation link; until then nobody sees
 * the comment. What a program filled in (see `website`) is dropped without a word.
 * Throws NOT_FOUND, CONSULTATION_CLOSED, COMMENTS_CLOSED, TOO_MANY_ATTEMPTS, INVALID_INPUT for a section that the report does not have.
 */
export async function submitComment(visitor: Visitor, input: CommentInput, now: Date): Promise<void> {
  if (input.website) return;
  const { plan, view, refused } = await loadSubject(input.subject, now);
  if (refused) throw new DomainError(refused);
  await consume("comment-address", visitor.address, 10, 600);
  await consume("comment-email", mailboxOf(input.email), 5, 3_600);
  const token = newToken();
  const { name: authorName, email, body, locale, wantsNews } = input;
  const expires = confirmationExpiry(now);
  await inTransaction(async (tx) => {
    await forgetExpired(now);
    const comment = await tx.comment.create({
      data: { ...(await idsOf(view, input.section)), authorName, email, body, locale, wantsNews, confirmTokenHash: hashToken(token), confirmExpiresAt: expires, createdAt: now },
      select: { id: true },
    });
    await recordAudit(resident, { action: "comment.submitted", entity: "comment", entityId: comment.id, planId: plan.id, after: { status: "unconfirmed" } }, now);
    await queueConfirmation({ email, locale, view, wantsNews, token, expires }, now);
  });
}

/** The columns that say what a comment is about; of a report also the version that was open to be read, and its section. */
async function idsOf(subject: SubjectView, sectionKey: string | null) {
  if (subject.kind === "commitment") return { commitmentId: subject.id };
  if (sectionKey) {
    const section = await findCommentedSection(subject.id, sectionKey);
    if (!section) throw new DomainError("INVALID_INPUT", { section: "unknownChoice" });
    return { reportId: subject.id, reportVersionId: section.version.id, sectionKey };
  }
  const version = await db().reportVersion.findFirst({ where: { reportId: subject.id }, orderBy: { number: "desc" }, select: { id: true } });
  return { reportId: subject.id, reportVersionId: version?.id ?? null };
}

async function queueConfirmation(of: { email: string; locale: Locale; view: SubjectView; wantsNews: boolean; token: string; expires: Date }, now: Date): Promise<void> {
  const { locale } = of;
  const say = await translatorFor(locale);
  const about = subjectName(of.view, locale);
  const link = publicUrl(`/${locale}/comments/confirm?token=${of.token}`);
  const news = of.wantsNews ? `${say(`mail.news.${of.view.kind}`)}\n\n` : "";
  const body = say("mail.confirm.body", { about, link, until: formatDateTime(of.expires, locale), news });
  await queueMail({ kind: "comment.confirm", locale, recipient: of.email, subject: say("mail.confirm.subject", { about }), body }, now);
}

/** A week after their link expired, comments that nobody confirmed are gone, and their addresses with them. */
async function forgetExpired(now: Date): Promise<void> {
  const expired = { status: "unconfirmed", confirmExpiresAt: { lt: new Date(now.getTime() - 7 * day) } };
  const comments = await db().comment.findMany({ where: expired, select: { id: true, commitment: { select: { planId: true } }, report: { select: { planId: true } } } });
  for (const { id, commitment, report } of comments) {
    // Whoever else is forgetting at this moment writes the trace of what they deleted.
    const { count } = await db().comment.deleteMany({ where: { id, ...expired } });
    const planId = commitment?.planId ?? report?.planId ?? null;
    if (count) await recordAudit(systemActor("retention"), { action: "comment.forgotten", entity: "comment", entityId: id, planId, before: { status: "unconfirmed" } }, now);
  }
}

/**
 * Confirms the address behind a comment by the token of the mailed link, once and within 24 hours; it then waits for a
 * moderator. A consultation that ended meanwhile does not matter: the comment was sent in time. Who asked to be told of changes
 * follows what was commented on from now on: the same button was agreed to do both.
 * Throws LINK_INVALID, LINK_EXPIRED, LINK_USED. Returns what the comment is about.
 */
export async function confirmComment(token: string, now: Date): Promise<SubjectView> {
  const comment = await db().comment.findUnique({
    where: { confirmTokenHash: hashToken(token) },
    select: { id: true, status: true, confirmExpiresAt: true, wantsNews: true, email: true, locale: true, ...subjectFields },
  });
  const refused = refusalOfLink(comment, now);
  if (refused || !comment) throw new DomainError(refused ?? "LINK_INVALID");
  const { plan, view } = subjectOf(comment, now);
  await inTransaction(async (tx) => {
    const { count } = await tx.comment.updateMany({
      where: { id: comment.id, status: "unconfirmed", confirmExpiresAt: { gt: now } },
      data: { status: "pending", confirmedAt: now, version: { increment: 1 } },
    });
    if (count === 0) throw new DomainError("LINK_USED");
    const trace = { before: { status: "unconfirmed" }, after: { status: "pending" } };
    await recordAudit(resident, { action: "comment.confirmed", entity: "comment", entityId: comment.id, planId: plan.id, ...trace }, now);
    if (comment.wantsNews) await followCommented({ email: comment.email, locale: comment.locale as Locale }, newsOf(view, plan), now);
  });
  return view;
}

/** What is followed by who commented: the commitment, or the plan of a report. */
function newsOf({ kind, path }: SubjectView, plan: { slug: string }): Wanted {
  return kind === "commitment" ? { kind, target: path.replace(/^\/plans\/(.+)\/commitments\/(.+)$/, "$1/$2") } : { kind: "plan", target: plan.slug };
}

/**
 * Keeps a refused form as it was typed, for a quarter of an hour, and returns the token of its address.
 * Throws TOO_MANY_ATTEMPTS when one visitor fills the table.
 */
export async function keepCommentDraft(
  visitor: Visitor, raw: unknown, refusal: { code: ErrorCode; fieldErrors: FieldErrors }, now: Date,
): Promise<string> {
  await consume("comment-draft", visitor.address, 60, 600);
  const token = newToken();
  const expiresAt = new Date(now.getTime() + draftMinutes * 60_000);
  await db().commentDraft.deleteMany({ where: { expiresAt: { lt: now } } });
  await db().commentDraft.create({
    data: { tokenHash: hashToken(token), fields: typedCommentSchema.parse(raw), code: refusal.code, fieldErrors: refusal.fieldErrors, expiresAt },
  });
  return token;
}
