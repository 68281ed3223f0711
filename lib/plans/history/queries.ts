import type { Localized } from "#lib/record/localized/schema.ts";
import { organisationRef, organisationSelect, type OrganisationRef } from "#lib/organisations/queries.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import type { Progress } from "#lib/reporting/schema.ts";
import { listCommitmentRevisions } from "#lib/editing/revisions/queries.ts";
import type { Revision } from "#lib/editing/revisions/schema.ts";
import { gradeSelect, gradeView, type Grade } from "#lib/assessments/voices/queries.ts";
import { groupChanges } from "./rules.ts";

/** Something that happened in public, as a sentence needs it. */
export interface Change {
  id: string;
  at: Date;
  key: string;
  /** Numbers of the commitment and milestones it is about; empty for a report. */
  numbers: string[];
  /** Path without its language. */
  path: string;
  /** What the sentence names and links: a commitment, a report or a plan. */
  title: Localized | null;
  plan: { slug: string; title: Localized; vocabulary: string };
  what: Happening;
}

export type Happening =
  | { kind: "reported"; by: OrganisationRef; period: Localized; progress: Progress; superseded: boolean }
  /** An independent monitor may judge by IRM's completion alone, or by both. */
  | { kind: "assessed"; by: OrganisationRef; period: Localized; grade: Grade | null; completion: Localized | null; voice: string; superseded: boolean }
  | { kind: "published"; version: number; stage: string }
  | { kind: "answered"; by: OrganisationRef; about: "commitment" | "report" }
  /** With what it changed in the commitment, on that one's page; without, in a list of all plans. */
  | { kind: "revised"; revision: Revision }
  | { kind: "moved"; step: string };

const plan = { select: { slug: true, title: true, vocabulary: true } } as const;
const commitment = { select: { slug: true, number: true, title: true, plan } } as const;
const milestone = { select: { number: true } } as const;
const period = { select: { label: true } } as const;
/** Named as its newest version is: the working title is nobody's business yet. */
const report = { select: { slug: true, plan, versions: { orderBy: { number: "desc" }, take: 1, select: { title: true } } } } as const;
const publicPlan = { plan: { status: { not: "draft" } } } as const;

const updateSelect = {
  id: true, acceptedAt: true, progress: true, status: true, periodId: true, period, organisation: organisationSelect, commitment, milestone,
} as const satisfies Prisma.ProgressUpdateSelect;
const assessmentSelect = {
  id: true, publishedAt: true, voice: true, status: true, gradeId: true, grade: gradeSelect, completionCode: true, completion: { select: { label: true } }, periodId: true, period, organisation: organisationSelect, commitment, milestone,
} as const satisfies Prisma.AssessmentSelect;
const versionSelect = { id: true, number: true, stage: true, title: true, publishedAt: true, report } as const satisfies Prisma.ReportVersionSelect;
const responseSelect = { id: true, publishedAt: true, organisation: organisationSelect, comment: { select: { commitment, report } } } as const satisfies Prisma.ResponseSelect;

const amendmentSelect = {
  id: true, number: true, madeAt: true, reason: true, plan,
  changes: { orderBy: { position: "asc" }, take: 48, select: { entityId: true, number: true } },
} as const satisfies Prisma.AmendmentSelect;
const stepSelect = { id: true, at: true, after: true, plan } as const satisfies Prisma.PlanChangeSelect;

/** Rows looked at for one sentence: a report on a commitment is usually one on each of its milestones, too. */
const rowsPerSentence = 8;

/** What happened lately in all published plans, newest first; six statements. */
export async function listRecentChanges(limit: number): Promise<Change[]> {
  const joined = { relationLoadStrategy: "join" } as const;
  const latest = { ...joined, orderBy: { publishedAt: "desc" } } as const;
  const take = limit * rowsPerSentence;
  const answered = { status: "published", OR: [{ commitment: publicPlan }, { report: { status: { not: "draft" }, ...publicPlan } }] };
  const [updates, assessments, versions, responses, amendments, steps] = await Promise.all([
    db().progressUpdate.findMany({ ...joined, where: { status: "accepted", commitment: publicPlan }, orderBy: { acceptedAt: "desc" }, take, select: updateSelect }),
    db().assessment.findMany({ ...latest, where: { status: "published", commitment: publicPlan }, take, select: assessmentSelect }),
    db().reportVersion.findMany({ ...latest, where: { report: { status: { not: "draft" }, ...publicPlan } }, take: limit, select: versionSelect }),
    db().response.findMany({ ...latest, where: { status: "published", comment: answered }, take: limit, select: responseSelect }),
    db().amendment.findMany({ ...joined, where: { status: "made", ...publicPlan }, orderBy: { madeAt: "desc" }, take: limit, select: amendmentSelect }),
    db().planChange.findMany({ ...joined, where: { entity: "plan", field: "status", amendmentId: null, ...publicPlan }, orderBy: { at: "desc" }, take: limit, select: stepSelect }),
  ]);
  const ofPlans = [...amendments.map(amended), ...steps.flatMap(moved)];
  return groupChanges([...updates.map(reported), ...assessments.map(assessed), ...versions.map(published), ...responses.flatMap(answer), ...ofPlans]).slice(0, limit);
}

/** Everything that happened in public to a commitment of a published plan, newest first, also what was superseded since. */
export async function listCommitmentChanges(commitmentId: string): Promise<Change[]> {
  const row = await db().commitment.findFirst({
    relationLoadStrategy: "join",
    where: { id: commitmentId, ...publicPlan },
    select: {
      slug: true, number: true, title: true,
      updates: { where: { status: { in: ["accepted", "superseded"] } }, select: updateSelect },
      assessments: { where: { status: { in: ["published", "superseded"] } }, select: assessmentSelect },
      comments: { where: { status: "published", response: { is: { status: "published" } } }, select: { response: { select: responseSelect } } },
      plan: { select: { ...plan.select, reports: { where: { status: { not: "draft" } }, select: { periodId: true, versions: { select: versionSelect } } } } },
    },
  });
  if (!row) return [];
  const periods = new Set([...row.updates, ...row.assessments].map(({ periodId }) => periodId));
  const versions = row.plan.reports.flatMap((one) => (periods.has(one.periodId) ? one.versions : []));
  const responses = row.comments.flatMap(({ response }) => (response ? [response] : []));
  const revisions = (await listCommitmentRevisions(commitmentId)).map((revision) => revised(revision, row));
  return groupChanges([...row.updates.map(reported), ...row.assessments.map(assessed), ...responses.flatMap(answer), ...versions.map(published), ...revisions]);
}

function reported(row: Prisma.ProgressUpdateGetPayload<{ select: typeof updateSelect }>): Change {
  return {
    ...subjectOf(row),
    at: row.acceptedAt ?? new Date(0),
    key: ["reported", row.commitment.plan.slug, row.commitment.slug, row.periodId, row.organisation.slug, row.progress, row.status].join(" "),
    what: { kind: "reported", by: organisationRef(row.organisation), period: row.period.label as Localized, progress: row.progress as Progress, superseded: row.status === "superseded" },
  };
}

function assessed(row: Prisma.AssessmentGetPayload<{ select: typeof assessmentSelect }>): Change {
  return {
    ...subjectOf(row),
    at: row.publishedAt ?? new Date(0),
    key: ["assessed", row.commitment.plan.slug, row.commitment.slug, row.periodId, row.organisation.slug, row.voice, row.gradeId, row.completionCode, row.status].join(" "),
    what: {
      kind: "assessed", by: organisationRef(row.organisation), period: row.period.label as Localized,
      grade: row.grade && gradeView(row.grade), completion: row.completion && (row.completion.label as Localized), voice: row.voice, superseded: row.status === "superseded",
    },
  };
}

interface SubjectRow {
  id: string;
  commitment: Prisma.CommitmentGetPayload<typeof commitment>;
  milestone: { number: string } | null;
}

function subjectOf(row: SubjectRow) {
  const { slug, number, title, plan: of } = row.commitment;
  return {
    id: row.id,
    numbers: [row.milestone?.number ?? number],
    path: `/plans/${of.slug}/commitments/${slug}`,
    title: title as Localized | null,
    plan: planOf(of),
  };
}

function planOf(row: { slug: string; title: unknown; vocabulary: string }): Change["plan"] {
  return { ...row, title: row.title as Localized };
}

function published(row: Prisma.ReportVersionGetPayload<{ select: typeof versionSelect }>): Change {
  const { id, number, stage, title, publishedAt, report: of } = row;
  return { id, at: publishedAt, key: id, numbers: [], path: `/reports/${of.slug}`, title: title as Localized, plan: planOf(of.plan), what: { kind: "published", version: number, stage } };
}

/** None for a response whose comment is on something that cannot be named in public. */
function answer({ id, publishedAt, organisation, comment }: Prisma.ResponseGetPayload<{ select: typeof responseSelect }>): Change[] {
  const base = { id, at: publishedAt ?? new Date(0), key: id };
  const by = organisationRef(organisation);
  if (comment.commitment) {
    const { slug, number, title, plan: of } = comment.commitment;
    const path = `/plans/${of.slug}/commitments/${slug}#comments`;
    return [{ ...base, numbers: [number], path, title: title as Localized | null, plan: planOf(of), what: { kind: "answered", by, about: "commitment" } }];
  }
  const [newest] = comment.report?.versions ?? [];
  if (!comment.report || !newest) return [];
  const { slug, plan: of } = comment.report;
  return [{ ...base, numbers: [], path: `/reports/${slug}#comments`, title: newest.title as Localized, plan: planOf(of), what: { kind: "answered", by, about: "report" } }];
}

/** On the page of the commitment, with everything that a revision changed in it. */
function revised(revision: Revision, row: { title: unknown; plan: { slug: string; title: unknown; vocabulary: string } }): Change {
  const { slug, title, vocabulary } = row.plan;
  return {
    id: revision.key, at: revision.at, key: revision.key,
    numbers: revision.subjects.flatMap(({ number }) => number ?? []),
    path: revisionPath(slug, revision),
    title: row.title as Localized | null,
    plan: { slug, title: title as Localized, vocabulary },
    what: { kind: "revised", revision },
  };
}

function revisionPath(slug: string, { kind, number }: Pick<Revision, "kind" | "number">): string {
  return `/plans/${slug}/history${kind === "amendment" ? `#amendment-${number}` : ""}`;
}

function amended({ id, number, madeAt, reason, plan: of, changes }: Prisma.AmendmentGetPayload<{ select: typeof amendmentSelect }>): Change {
  const at = madeAt ?? new Date(0);
  const revision: Revision = { key: id, kind: "amendment", number, at, reason: reason as Localized | null, act: null, step: null, subjects: [] };
  // Of thousands of changes the first few are enough to name what it is about.
  const numbers = [...new Map(changes.map((change) => [change.entityId, change.number])).values()].slice(0, 6).flatMap((one) => one ?? []);
  return { id, at, key: id, numbers, path: revisionPath(of.slug, revision), title: of.title as Localized, plan: planOf(of), what: { kind: "revised", revision } };
}

/** A plan taken back to be rewritten is none that is public, so its own steps are told only while it is. */
function moved({ id, at, after, plan: of }: Prisma.PlanChangeGetPayload<{ select: typeof stepSelect }>): Change[] {
  if (typeof after !== "string" || after === "draft") return [];
  return [{ id, at, key: id, numbers: [], path: `/plans/${of.slug}`, title: of.title as Localized, plan: planOf(of), what: { kind: "moved", step: after } }];
}
