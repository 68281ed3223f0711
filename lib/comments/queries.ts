import { daysToAnswer, refusalOfLink } from "#lib/comments/rules.ts";
import { typedCommentSchema, type CommentSubject, type ModerationCode, type TypedComment } from "#lib/comments/schema.ts";
import type { Disposition } from "#lib/record/dispositions/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { pageOf } from "#lib/record/pages/rules.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import type { ErrorCode, FieldErrors } from "#lib/platform/errors.ts";
import { hashToken } from "#lib/platform/tokens.ts";
import { loadSubject, subjectFields, subjectOf, type SubjectView } from "#lib/comments/subjects/queries.ts";

export interface PublicResponse {
  disposition: Disposition;
  text: Localized;
  organisation: Localized;
  publishedAt: Date;
}

/** What everybody may read of a comment; an e-mail address is not part of it. */
export interface PublicComment {
  id: string;
  /** Null: anonymous, or hidden. */
  name: string | null;
  /** Null: hidden, see `hiddenFor`. */
  body: string | null;
  locale: string;
  publishedAt: Date;
  hiddenFor: ModerationCode | null;
  /** Of a report: the version that was read, and the key of the section that is meant (null: the report as a whole). */
  reportVersion: number | null;
  sectionKey: string | null;
  response: PublicResponse | null;
  /** Days from confirmation to the response, or until now while there is none. */
  days: number;
}

export interface CommentPage {
  items: PublicComment[];
  /** Number of published comments, hidden ones not counted. */
  total: number;
  page: number;
  pages: number;
  /** Why nothing new is taken; null: comments are open. */
  closed: ErrorCode | null;
}

/** Comments, hidden ones among them, on one page of their subject. */
export const commentPageSize = 20;

const publicFields = {
  id: true, authorName: true, body: true, locale: true, status: true, confirmedAt: true, publishedAt: true, moderationCode: true, sectionKey: true, reportVersion: { select: { number: true } },
  response: { select: { status: true, disposition: true, text: true, publishedAt: true, organisation: { select: { name: true } } } },
} as const satisfies Prisma.CommentSelect;

type PublicRow = Prisma.CommentGetPayload<{ select: typeof publicFields }>;

/** The comments of a subject, oldest first, 20 a page (1-based; out of range: the nearest); three statements. Throws NOT_FOUND. */
export async function listPublishedComments(subject: CommentSubject, now: Date, page = 1): Promise<CommentPage> {
  const { refused } = await loadSubject(subject, now);
  const of = subject.kind === "commitment" ? { commitmentId: subject.id } : { reportId: subject.id };
  const where = { ...of, status: { in: ["published", "hidden"] } };
  const counts = await db().comment.groupBy({ by: ["status"], where, _count: true });
  const lines = counts.reduce((sum, { _count }) => sum + _count, 0);
  const total = counts.find(({ status }) => status === "published")?._count ?? 0;
  const { page: current, pages, window } = pageOf(lines, commentPageSize, page);
  const rows = lines === 0 ? [] : await db().comment.findMany({ relationLoadStrategy: "join", where, select: publicFields, orderBy: [{ publishedAt: "asc" }, { id: "asc" }], ...window });
  return { items: rows.map((row) => publicComment(row, now)), total, page: current, pages, closed: refused };
}

function publicComment(row: PublicRow, now: Date): PublicComment {
  const hidden = row.status === "hidden";
  const response = hidden ? null : publicResponse(row);
  const publishedAt = row.publishedAt ?? now;
  return {
    id: row.id,
    name: hidden ? null : row.authorName,
    body: hidden ? null : row.body,
    locale: row.locale,
    publishedAt,
    hiddenFor: hidden ? (row.moderationCode as ModerationCode) : null,
    reportVersion: row.reportVersion?.number ?? null,
    sectionKey: row.sectionKey,
    response,
    days: daysToAnswer(row.confirmedAt ?? publishedAt, response?.publishedAt ?? now),
  };
}

function publicResponse({ response }: PublicRow): PublicResponse | null {
  if (response?.status !== "published" || !response.publishedAt) return null;
  return {
    disposition: response.disposition as Disposition,
    text: response.text as Localized,
    organisation: response.organisation.name as Localized,
    publishedAt: response.publishedAt,
  };
}

export interface CommentToConfirm {
  /** Why the link cannot be used; null: it can. */
  refused: ErrorCode | null;
  /** What the comment begins with; null unless the link can be used. */
  beginning: string | null;
  subject: SubjectView | null;
  /** The button begins to tell of changes as well. */
  wantsNews: boolean;
}

/** What the page behind a confirmation link shows. Reading it changes nothing, so a mail scanner may. */
export async function getCommentToConfirm(token: string, now: Date): Promise<CommentToConfirm> {
  const comment = await db().comment.findUnique({
    where: { confirmTokenHash: hashToken(token) },
    select: { body: true, status: true, confirmExpiresAt: true, wantsNews: true, ...subjectFields },
  });
  const refused = refusalOfLink(comment, now);
  if (!comment) return { refused, beginning: null, subject: null, wantsNews: false };
  const subject = subjectOf(comment, now).view;
  return { refused, beginning: refused ? null : [...comment.body].slice(0, 300).join(""), subject, wantsNews: comment.wantsNews };
}

export interface CommentDraft {
  typed: TypedComment;
  code: ErrorCode;
  fieldErrors: FieldErrors;
}

/** A refused form by the token in its address; null when there is none or its quarter of an hour is over. */
export async function findCommentDraft(token: string, now: Date): Promise<CommentDraft | null> {
  const draft = await db().commentDraft.findFirst({ where: { tokenHash: hashToken(token), expiresAt: { gt: now } } });
  if (!draft) return null;
  return { typed: typedCommentSchema.parse(draft.fields), code: draft.code as ErrorCode, fieldErrors: draft.fieldErrors as FieldErrors };
}

/** The permanent address of a comment without the language; its page never changes, as hidden comments keep their line. */
export async function pathOfComment(id: string, now: Date): Promise<string> {
  const comment = await db().comment.findUniqueOrThrow({ where: { id }, select: { commitmentId: true, reportId: true, publishedAt: true, ...subjectFields } });
  const { commitmentId, reportId, publishedAt } = comment;
  const before = publishedAt
    ? await db().comment.count({
      where: { commitmentId, reportId, status: { in: ["published", "hidden"] }, OR: [{ publishedAt: { lt: publishedAt } }, { publishedAt, id: { lt: id } }] },
    })
    : 0;
  const page = Math.floor(before / commentPageSize) + 1;
  return `${subjectOf(comment, now).view.path}${page > 1 ? `?comments=${page}` : ""}#comment-${id}`;
}
