import type { Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { canModerate, canRespond } from "#lib/comments/policy.ts";
import { pathOfComment } from "#lib/comments/queries.ts";
import { subjectFields, subjectOf } from "#lib/comments/subjects/queries.ts";
import { daysToAnswer, missingInResponse, requireResponseStep, subjectName } from "#lib/comments/rules.ts";
import type { CommentStatus, ResponseInput, ResponseStatus } from "#lib/comments/schema.ts";
import { compact, localize, type Locale, type Localized } from "#lib/record/localized/schema.ts";
import { queueMail } from "#lib/messages/mail/commands.ts";
import { db, inTransaction, jsonOrNull, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { publicUrl } from "#lib/platform/public-url.ts";

const answerable = {
  id: true, status: true, email: true, locale: true, body: true, confirmedAt: true,
  response: { select: { id: true, status: true, version: true, disposition: true, text: true } },
  ...subjectFields,
} as const;

async function loadFor(actor: Actor, commentId: string, to: "draft" | "published", now: Date) {
  const comment = await db().comment.findUnique({ where: { id: commentId }, select: answerable });
  const subject = comment && subjectOf(comment, now);
  if (!comment || !subject || comment.status === "unconfirmed" || !canModerate(actor, subject.plan)) throw new DomainError("NOT_FOUND");
  if (!canRespond(actor, subject.plan)) throw new DomainError("FORBIDDEN");
  const from = (comment.response?.status ?? "none") as ResponseStatus;
  requireResponseStep(comment.status as CommentStatus, from, to);
  return { comment, from, ...subject };
}

type Loaded = Awaited<ReturnType<typeof loadFor>>;

/** What the form goes on with after saving. */
export interface SavedResponse {
  version: number;
}

/**
 * Saves a draft, complete or not; nobody outside the workspace sees it. Also after comments have closed.
 * Throws NOT_FOUND, FORBIDDEN, TRANSITION_NOT_ALLOWED, CONFLICT.
 */
export async function saveResponse(actor: Actor, input: ResponseInput, now: Date): Promise<SavedResponse> {
  const loaded = await loadFor(actor, input.commentId, "draft", now);
  return inTransaction(() => write(actor, loaded, input, "draft", now));
}

/**
 * Publishes the reasoned response beside the comment and mails it to the person who wrote the comment. Throws as
 * {@link saveResponse}, and REASON_REQUIRED with the fields that are missing.
 */
export async function publishResponse(actor: Actor, input: ResponseInput, now: Date): Promise<SavedResponse> {
  const loaded = await loadFor(actor, input.commentId, "published", now);
  const missing = missingInResponse(input);
  if (Object.keys(missing).length > 0) throw new DomainError("REASON_REQUIRED", missing);
  return inTransaction(async () => {
    const saved = await write(actor, loaded, input, "published", now);
    await tellResponse(loaded, input, now);
    return saved;
  });
}

async function write(actor: Actor, loaded: Loaded, input: ResponseInput, status: "draft" | "published", now: Date): Promise<SavedResponse> {
  const { comment, plan, from } = loaded;
  await holdPublished(comment.id);
  const said = { status, disposition: input.disposition, text: compact(input.text) };
  const saved = await store(comment.id, input.version, {
    ...said,
    text: jsonOrNull(said.text),
    organisationId: plan.secretariatId,
    accountId: actor.accountId,
    actorName: actor.name,
    savedAt: now,
    publishedAt: status === "published" ? now : null,
  });
  const earlier = comment.response && { disposition: comment.response.disposition, text: comment.response.text };
  const trace = { before: { status: from, ...earlier }, after: { ...said, commentId: comment.id } };
  const action = status === "draft" ? "response.saved" : "response.published";
  await recordAudit(actor, { action, entity: "response", entityId: saved.id, planId: plan.id, ...trace }, now);
  return { version: saved.version };
}

/** Locks the comment until the transaction ends, so that nobody hides it while it is being answered. */
async function holdPublished(id: string): Promise<void> {
  const { count } = await db().comment.updateMany({ where: { id, status: "published" }, data: { status: "published" } });
  if (count === 0) throw new DomainError("CONFLICT");
}

/** Writes the first version, or the next one of exactly the version that was opened; else CONFLICT. */
async function store(commentId: string, version: number | null, data: Omit<Prisma.ResponseCreateManyInput, "commentId">) {
  const response = db().response;
  const select = { id: true, version: true } as const;
  const rows = version === null
    ? await response.createManyAndReturn({ data: [{ ...data, commentId }], skipDuplicates: true, select })
    : await response.updateManyAndReturn({ where: { commentId, version, status: "draft" }, data: { ...data, version: version + 1 }, select });
  const [saved] = rows;
  if (!saved) throw new DomainError("CONFLICT");
  return saved;
}

async function tellResponse({ comment, plan, view }: Loaded, input: ResponseInput, now: Date): Promise<void> {
  const locale = comment.locale as Locale;
  const [say, secretariat, path] = await Promise.all([
    translatorFor(locale),
    db().organisation.findUniqueOrThrow({ where: { id: plan.secretariatId }, select: { name: true } }),
    pathOfComment(comment.id, now),
  ]);
  const about = subjectName(view, locale);
  const body = say("mail.response.body", {
    about,
    organisation: localize(secretariat.name as Localized, locale)?.text ?? "",
    disposition: say(`status.disposition.${input.disposition}`),
    text: localize(input.text, locale)?.text ?? "",
    days: daysToAnswer(comment.confirmedAt ?? now, now),
    comment: comment.body,
    link: publicUrl(`/${locale}${path}`),
  });
  await queueMail({ kind: "comment.answered", locale, recipient: comment.email, subject: say("mail.response.subject", { about }), body, onceKey: `comment-answered:${comment.id}` }, now);
}
