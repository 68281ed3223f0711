import type { Actor } from "#lib/record/actors/schema.ts";
import { findCommentedSection, type CommentedSection } from "#lib/comments/commented-sections/queries.ts";
import { canModerate, canRespond, moderationScope, responseScope } from "#lib/comments/policy.ts";
import { subjectFields, subjectOf, type SubjectView } from "#lib/comments/subjects/queries.ts";
import { daysToAnswer } from "#lib/comments/rules.ts";
import type { CommentStatus, ModerationCode, ResponseStatus } from "#lib/comments/schema.ts";
import type { Disposition } from "#lib/record/dispositions/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { isId } from "#lib/platform/ids.ts";

/** A line of the staff's lists. Nobody in the workspace needs a commenter's e-mail, so no view has it. */
export interface CommentLine {
  id: string;
  status: CommentStatus;
  responseStatus: ResponseStatus;
  /** Null: anonymous. */
  name: string | null;
  /** The first 200 characters. */
  beginning: string;
  locale: string;
  subject: SubjectView;
  confirmedAt: Date;
  /** Days since the confirmation, or until the response. */
  days: number;
}

const lineFields = {
  id: true, status: true, authorName: true, body: true, locale: true, confirmedAt: true, createdAt: true,
  response: { select: { status: true, publishedAt: true } }, ...subjectFields,
} as const satisfies Prisma.CommentSelect;

type LineRow = Prisma.CommentGetPayload<{ select: typeof lineFields }>;

function lineOf(row: LineRow, now: Date): CommentLine {
  const confirmedAt = row.confirmedAt ?? row.createdAt;
  return {
    id: row.id,
    status: row.status as CommentStatus,
    responseStatus: (row.response?.status ?? "none") as ResponseStatus,
    name: row.authorName,
    beginning: [...row.body].slice(0, 200).join(""),
    locale: row.locale,
    subject: subjectOf(row, now).view,
    confirmedAt,
    days: daysToAnswer(confirmedAt, row.response?.publishedAt ?? now),
  };
}

/** Comments on what belongs to plans of these bodies. */
function within(scope: string[] | "all"): Prisma.CommentWhereInput {
  if (scope === "all") return {};
  const plan = { secretariatId: { in: scope } };
  return { OR: [{ commitment: { plan } }, { report: { plan } }] };
}

async function listLines(where: Prisma.CommentWhereInput[], now: Date, newestFirst = false): Promise<CommentLine[]> {
  const order = newestFirst ? "desc" : "asc";
  const rows = await db().comment.findMany({ where: { AND: where }, select: lineFields, orderBy: [{ confirmedAt: order }, { id: order }], take: 200 });
  return rows.map((row) => lineOf(row, now));
}

const answered: Prisma.CommentWhereInput = { response: { is: { status: "published" } } };

/** What waits for a moderator, oldest first, at most 200. */
export function listCommentsToModerate(actor: Actor, now: Date): Promise<CommentLine[]> {
  return listLines([within(moderationScope(actor)), { status: "pending" }], now);
}

/** Published comments that wait for a response of the actor's body, oldest first, at most 200. */
export function listCommentsToAnswer(actor: Actor, now: Date): Promise<CommentLine[]> {
  return listLines([within(responseScope(actor)), { status: "published", NOT: answered }], now);
}

/** What waits for nobody any more, and for a moderator also what waits for the Secretariat; newest first, at most 200. */
export function listSettledComments(actor: Actor, now: Date): Promise<CommentLine[]> {
  const settled: Prisma.CommentWhereInput = { OR: [{ status: { in: ["rejected", "hidden"] } }, { status: "published", ...answered }] };
  const others: Prisma.CommentWhereInput = { status: "published", NOT: within(responseScope(actor)) };
  return listLines([within(moderationScope(actor)), { OR: [settled, others] }], now, true);
}

/** A comment as a moderator or the Secretariat sees it. */
export interface StaffComment extends CommentLine {
  body: string;
  /** The section of the report that is meant, as the person read it; null: all of it. */
  section: CommentedSection | null;
  version: number;
  publishedAt: Date | null;
  moderation: { code: ModerationCode; note: string | null; at: Date | null } | null;
  response: StaffResponse | null;
  mayRespond: boolean;
}

export interface StaffResponse {
  version: number;
  status: ResponseStatus;
  disposition: Disposition | null;
  text: Localized | null;
  organisation: Localized;
  actorName: string;
  savedAt: Date;
  publishedAt: Date | null;
}

const staffFields = {
  ...lineFields, version: true, reportId: true, reportVersionId: true, sectionKey: true, publishedAt: true, moderationCode: true, moderationNote: true, moderatedAt: true,
  response: { include: { organisation: { select: { name: true } } } },
} as const satisfies Prisma.CommentSelect;

/** One confirmed comment; null for what the actor may not moderate, as if it did not exist. */
export async function getCommentForStaff(actor: Actor, id: string, now: Date): Promise<StaffComment | null> {
  if (!isId(id)) return null;
  const row = await db().comment.findFirst({ where: { id, status: { not: "unconfirmed" } }, select: staffFields });
  const plan = row && subjectOf(row, now).plan;
  if (!row || !plan || !canModerate(actor, plan)) return null;
  const { response, moderationCode, reportId, reportVersionId, sectionKey } = row;
  return {
    ...lineOf(row, now),
    body: row.body,
    section: reportId && sectionKey ? await findCommentedSection(reportId, sectionKey, reportVersionId) : null,
    version: row.version,
    publishedAt: row.publishedAt,
    moderation: moderationCode ? { code: moderationCode as ModerationCode, note: row.moderationNote, at: row.moderatedAt } : null,
    response: response && {
      version: response.version,
      status: response.status as ResponseStatus,
      disposition: response.disposition as Disposition | null,
      text: response.text as Localized | null,
      organisation: response.organisation.name as Localized,
      actorName: response.actorName,
      savedAt: response.savedAt,
      publishedAt: response.publishedAt,
    },
    mayRespond: canRespond(actor, plan),
  };
}
