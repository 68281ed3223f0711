import { refusalOfCommitment, refusalOfReport } from "#lib/comments/rules.ts";
import type { CommentSubject } from "#lib/comments/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError, isDomainError } from "#lib/platform/errors.ts";

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
