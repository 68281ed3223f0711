import { daysToAnswer, refusalOfCommitment, refusalOfLink, refusalOfReport } from "#lib/comments/rules.ts";
import { typedCommentSchema, type CommentSubject, type ModerationCode, type TypedComment } from "#lib/comments/schema.ts";
import type { Disposition } from "#lib/record/dispositions/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { pageOf } from "#lib/record/pages/rules.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError, isDomainError, type ErrorCode, type FieldErrors } from "#lib/platform/errors.ts";
import { hashToken } from "#lib/platform/tokens.ts";

/** What a comment is about, as pages and mails name it. */
export interface SubjectView extends CommentSubject {
  /** The number of a commitment; null for a report. */
  number: string | null;
  title: Localized | null;
  planTitle: Localized;
  /** Permanent address without the language: "/reports/annual-2019". */
  path: string;
}

const plan = { select: { id: true, slug: true, status: true, secretariatId: true, title: true, consultationOpensOn: true, consultationEndsOn: true } } as const;

/** For the `select` of a comment whose subject {@link subjectOf} is to tell. */
export const subjectFields = {
  commitment: { select: { id: true, number: true, title: true, slug: true, removedAt: true, plan } },
  report: {
    select: {
      id: true, title: true, slug: true, status: true, consultationOpensOn: true, consultationEndsOn: true, plan,
      versions: { orderBy: { number: "desc" }, take: 1, select: { title: true } },
    },
  },
} as const satisfies Prisma.CommentSelect;

type SubjectRow = Prisma.CommentGetPayload<{ select: typeof subjectFields }>;

/** The subject of a comment, its plan, and why it takes no comments now (null: it does). Throws NOT_FOUND without one. */
export function subjectOf(row: SubjectRow, now: Date) {
  const owner = row.commitment ?? row.report;
  if (!owner) throw new DomainError("NOT_FOUND");
  // A report is called what its newest version is; the working title is public once it is frozen.
  const called = row.report?.versions[0]?.title ?? owner.title;
  const title = { id: owner.id, title: called as Localized | null, planTitle: owner.plan.title as Localized };
  const view: SubjectView = row.commitment
    ? { ...title, kind: "commitment", number: row.commitment.number, path: `/plans/${owner.plan.slug}/commitments/${owner.slug}` }
    : { ...title, kind: "report", number: null, path: `/reports/${owner.slug}` };
  const refused = row.report ? refusalOfReport(row.report, now) : (refusalOfCommitment(owner.plan, now) ?? (row.commitment?.removedAt ? "COMMENTS_CLOSED" : null));
  return { plan: owner.plan, view, refused };
}

/** As {@link subjectOf}, from its id. Throws NOT_FOUND, for what is not public yet as well. */
export async function loadSubject({ kind, id }: CommentSubject, now: Date) {
  const row: SubjectRow = kind === "commitment"
    ? { commitment: await db().commitment.findUnique({ relationLoadStrategy: "join", where: { id }, ...subjectFields.commitment }), report: null }
    : { commitment: null, report: await db().report.findUnique({ relationLoadStrategy: "join", where: { id }, ...subjectFields.report }) };
  const subject = subjectOf(row, now);
  if (subject.refused === "NOT_FOUND") throw new DomainError("NOT_FOUND");
  return subject;
}

/** The subject for a page that only names and links it; null when there is none that is public. */
export async function findPublicSubject(subject: CommentSubject, now: Date): Promise<SubjectView | null> {
  try {
    return (await loadSubject(subject, now)).view;
  } catch (error) {
    if (isDomainError(error)) return null;
    throw error;
  }
}

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
