import type { Localized } from "#lib/localized/schema.ts";
import { organisationRef, organisationSelect, type OrganisationRef } from "#lib/organisations/queries.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import type { Progress } from "#lib/reporting/schema.ts";
import { gradeSelect, gradeView, type Grade } from "#lib/voices/queries.ts";
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
  /** What the sentence names and links: a commitment or a report. */
  title: Localized | null;
  plan: { slug: string; title: Localized; vocabulary: string };
  what: Happening;
}

export type Happening =
  | { kind: "reported"; by: OrganisationRef; period: Localized; progress: Progress; superseded: boolean }
  | { kind: "assessed"; by: OrganisationRef; period: Localized; grade: Grade; voice: string; superseded: boolean }
  | { kind: "published"; version: number; stage: string }
  | { kind: "answered"; by: OrganisationRef; about: "commitment" | "report" };

const plan = { select: { slug: true, title: true, vocabulary: true } } as const;
const commitment = { select: { slug: true, number: true, title: true, plan } } as const;
const milestone = { select: { number: true } } as const;
const period = { select: { label: true } } as const;
const publicPlan = { plan: { status: { not: "draft" } } } as const;

/** Rows looked at for one sentence: a report on a commitment is usually one on each of its milestones, too. */
const rowsPerSentence = 8;

/** What happened lately in all published plans, newest first; four statements. */
export async function listRecentChanges(limit: number): Promise<Change[]> {
  const take = limit * rowsPerSentence;
  const [updates, assessments, versions, responses] = await Promise.all([
    updatesOf({ status: "accepted", commitment: publicPlan }, take),
    assessmentsOf({ status: "published", commitment: publicPlan }, take),
    versionsOf({ report: { status: { not: "draft" }, ...publicPlan } }, limit),
    responsesOf({ status: "published", comment: { status: "published", OR: [{ commitment: publicPlan }, { report: { status: { not: "draft" }, ...publicPlan } }] } }, limit),
  ]);
  return groupChanges([...updates, ...assessments, ...versions, ...responses]).slice(0, limit);
}

/** Everything that happened in public to a commitment of a published plan, newest first, also what was superseded since. */
export async function listCommitmentChanges(commitmentId: string): Promise<Change[]> {
  const [updates, assessments, responses] = await Promise.all([
    updatesOf({ status: { in: ["accepted", "superseded"] }, commitmentId, commitment: publicPlan }),
    assessmentsOf({ status: { in: ["published", "superseded"] }, commitmentId, commitment: publicPlan }),
    responsesOf({ status: "published", comment: { status: "published", commitmentId, commitment: publicPlan } }),
  ]);
  const periods = [...new Set(updates.concat(assessments).map(({ periodId }) => periodId))];
  const versions = await versionsOf({ report: { status: { not: "draft" }, periodId: { in: periods } } });
  return groupChanges([...updates, ...assessments, ...responses, ...versions]);
}

type PeriodChange = Change & { periodId: string };

async function updatesOf(where: Prisma.ProgressUpdateWhereInput, take?: number): Promise<PeriodChange[]> {
  const rows = await db().progressUpdate.findMany({
    relationLoadStrategy: "join", where: { ...where, acceptedAt: { not: null } }, orderBy: { acceptedAt: "desc" }, take,
    select: { id: true, acceptedAt: true, progress: true, status: true, periodId: true, period, organisation: organisationSelect, commitment, milestone },
  });
  return rows.map((row) => ({
    ...subjectOf(row),
    at: row.acceptedAt ?? new Date(0),
    key: ["reported", row.commitment.plan.slug, row.commitment.slug, row.periodId, row.organisation.slug, row.progress, row.status].join(" "),
    what: { kind: "reported", by: organisationRef(row.organisation), period: row.period.label as Localized, progress: row.progress as Progress, superseded: row.status === "superseded" },
  }));
}

async function assessmentsOf(where: Prisma.AssessmentWhereInput, take?: number): Promise<PeriodChange[]> {
  const rows = await db().assessment.findMany({
    relationLoadStrategy: "join", where: { ...where, publishedAt: { not: null } }, orderBy: { publishedAt: "desc" }, take,
    select: { id: true, publishedAt: true, voice: true, status: true, gradeId: true, grade: gradeSelect, periodId: true, period, organisation: organisationSelect, commitment, milestone },
  });
  return rows.map((row) => ({
    ...subjectOf(row),
    at: row.publishedAt ?? new Date(0),
    key: ["assessed", row.commitment.plan.slug, row.commitment.slug, row.periodId, row.organisation.slug, row.voice, row.gradeId, row.status].join(" "),
    what: {
      kind: "assessed", by: organisationRef(row.organisation), period: row.period.label as Localized,
      grade: gradeView(row.grade), voice: row.voice, superseded: row.status === "superseded",
    },
  }));
}

interface SubjectRow {
  id: string;
  periodId: string;
  commitment: Prisma.CommitmentGetPayload<typeof commitment>;
  milestone: { number: string } | null;
}

function subjectOf(row: SubjectRow) {
  const { slug, number, title, plan: of } = row.commitment;
  return {
    id: row.id,
    periodId: row.periodId,
    numbers: [row.milestone?.number ?? number],
    path: `/plans/${of.slug}/commitments/${slug}`,
    title: title as Localized | null,
    plan: planOf(of),
  };
}

function planOf(row: { slug: string; title: unknown; vocabulary: string }): Change["plan"] {
  return { ...row, title: row.title as Localized };
}

async function versionsOf(where: Prisma.ReportVersionWhereInput, take?: number): Promise<Change[]> {
  const rows = await db().reportVersion.findMany({
    relationLoadStrategy: "join", where, orderBy: { publishedAt: "desc" }, take,
    select: { id: true, number: true, stage: true, publishedAt: true, report: { select: { slug: true, title: true, plan } } },
  });
  return rows.map(({ id, number, stage, publishedAt, report }) => ({
    id, at: publishedAt, key: id, numbers: [],
    path: `/reports/${report.slug}`, title: report.title as Localized, plan: planOf(report.plan),
    what: { kind: "published", version: number, stage },
  }));
}

async function responsesOf(where: Prisma.ResponseWhereInput, take?: number): Promise<Change[]> {
  const report = { select: { slug: true, title: true, plan } } as const;
  const rows = await db().response.findMany({
    relationLoadStrategy: "join", where: { ...where, publishedAt: { not: null } }, orderBy: { publishedAt: "desc" }, take,
    select: { id: true, publishedAt: true, organisation: organisationSelect, comment: { select: { commitment, report } } },
  });
  return rows.flatMap(({ id, publishedAt, organisation, comment }): Change[] => {
    const base = { id, at: publishedAt ?? new Date(0), key: id };
    const by = organisationRef(organisation);
    if (comment.commitment) {
      const { slug, number, title, plan: of } = comment.commitment;
      const path = `/plans/${of.slug}/commitments/${slug}#comments`;
      return [{ ...base, numbers: [number], path, title: title as Localized | null, plan: planOf(of), what: { kind: "answered", by, about: "commitment" } }];
    }
    if (!comment.report) return [];
    const { slug, title, plan: of } = comment.report;
    return [{ ...base, numbers: [], path: `/reports/${slug}#comments`, title: title as Localized, plan: planOf(of), what: { kind: "answered", by, about: "report" } }];
  });
}
