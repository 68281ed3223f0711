import { organisationsOf } from "#lib/actors/policy.ts";
import type { Actor } from "#lib/actors/schema.ts";
import { evidenceSelect, evidenceView, type EvidenceView } from "#lib/evidence/queries.ts";
import type { Localized } from "#lib/localized/schema.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { findSubject, getReportedSubject, type ReportedSubject } from "#lib/reporting/queries.ts";
import type { Progress } from "#lib/reporting/schema.ts";
import { canAssess } from "./policy.ts";

export interface GradeView {
  id: string;
  label: Localized;
  /** 0 is the worst. */
  rank: number;
}

/** Both axes of a subject in a period, and whether a draft of the assessor waits. */
export interface AssessmentState {
  id: string;
  number: string;
  title: Localized | null;
  progress: Progress | null;
  grade: GradeView | null;
  hasDraft: boolean;
}

/**
 * A period in which the actor assesses. `assessed` of `total` commitments and milestones have a published assessment;
 * `waiting` are reported and not assessed.
 */
export interface AssessmentPeriod {
  id: string;
  label: Localized;
  planTitle: Localized;
  status: string;
  /** How many grades the plan's scale has. */
  scale: number;
  total: number;
  assessed: number;
  waiting: number;
  /** Commitments in the plan's order, each with its milestones. */
  commitments: (AssessmentState & { milestones: AssessmentState[] })[];
}

const grade = { select: { id: true, label: true, rank: true } } as const;
const order = [{ position: "asc" }, { number: "asc" }] satisfies Prisma.CommitmentOrderByWithRelationInput[];

function axesOf(own: { milestoneId?: null } = {}) {
  return {
    updates: { where: { status: "accepted", ...own }, select: { periodId: true, progress: true } },
    assessments: { where: { status: { in: ["draft", "published"] }, voice: "secretariat", ...own }, select: { periodId: true, status: true, grade } },
  } satisfies Prisma.MilestoneSelect;
}

/** The periods that have begun in the plans whose Secretariat the actor works for, newest first, with all there is to assess. */
export async function listAssessmentWork(actor: Actor): Promise<AssessmentPeriod[]> {
  const plans = await db().plan.findMany({
    where: { secretariatId: { in: organisationsOf(actor, "secretariat") }, status: { in: ["adopted", "closed"] } },
    select: {
      title: true, scale: { select: { _count: { select: { grades: true } } } },
      periods: { where: { status: { not: "upcoming" } }, orderBy: { startsOn: "desc" } },
      commitments: {
        where: kept,
        orderBy: [{ part: { position: "asc" } }, ...order],
        select: { id: true, number: true, title: true, ...axesOf({ milestoneId: null }), milestones: { where: kept, orderBy: order, select: { id: true, number: true, title: true, ...axesOf() } } },
      },
    },
  });
  const periods = plans.flatMap((plan) =>
    plan.periods.map((period) => {
      const commitments = plan.commitments.map((row) => ({ ...stateOf(row, period.id), milestones: row.milestones.map((milestone) => stateOf(milestone, period.id)) }));
      const all = commitments.flatMap((commitment) => [commitment, ...commitment.milestones]);
      const counts = { total: all.length, assessed: all.filter((state) => state.grade).length, waiting: all.filter((state) => state.progress && !state.grade).length };
      const named = { id: period.id, label: period.label as Localized, planTitle: plan.title as Localized, status: period.status, startsOn: period.startsOn };
      return { ...named, scale: plan.scale._count.grades, ...counts, commitments };
    }),
  );
  return periods.sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
}

interface StateRow {
  id: string;
  number: string;
  title: unknown;
  updates: { periodId: string; progress: string | null }[];
  assessments: { periodId: string; status: string; grade: { id: string; label: unknown; rank: number } | null }[];
}

function stateOf(row: StateRow, periodId: string): AssessmentState {
  const assessments = row.assessments.filter((assessment) => assessment.periodId === periodId);
  const published = assessments.find(({ status }) => status === "published");
  const progress = (row.updates.find((update) => update.periodId === periodId)?.progress ?? null) as Progress | null;
  const judged = published?.grade ? gradeView(published.grade) : null;
  return { id: row.id, number: row.number, title: maybe(row.title), progress, grade: judged, hasDraft: assessments.some(({ status }) => status === "draft") };
}

/** An assessment that is published, with what proves it. */
export interface PublishedAssessment {
  grade: GradeView;
  narrative: Localized | null;
  publishedAt: Date;
  assessor: Localized;
  evidence: EvidenceView[];
}

/** Everything the form of one assessment needs; the agency's accepted update is `subject.accepted`. `grades`: the best first. */
export interface AssessmentForm {
  subject: ReportedSubject;
  grades: GradeView[];
  published: PublishedAssessment | null;
  draft: { id: string; version: number; gradeId: string | null; narrative: Localized | null; savedAt: Date; savedBy: string; evidence: EvidenceView[] } | null;
}

/** What the plan promises still. */
const kept = { removedAt: null } as const;
const evidence = { where: { removedAt: null }, orderBy: { uploadedAt: "asc" }, select: evidenceSelect } as const;

/** `subjectId` is a commitment's or a milestone's. NOT_FOUND when it is not of a plan the actor assesses, or not of the period's plan. */
export async function getAssessmentForm(actor: Actor, periodId: string, subjectId: string): Promise<AssessmentForm> {
  const key = await findSubject(periodId, subjectId);
  const subject = await getReportedSubject(periodId, key);
  if (!canAssess(actor, subject.plan) || subject.period.status === "upcoming") throw new DomainError("NOT_FOUND");
  const grades = await db().fulfilmentGrade.findMany({ where: { scale: { plans: { some: { id: subject.plan.id } } } }, ...grade, orderBy: { rank: "desc" } });
  return { subject, grades: grades.map(gradeView), ...(await assessmentsOf({ periodId, ...key })) };
}

async function assessmentsOf(key: { periodId: string; commitmentId: string; milestoneId: string | null }): Promise<Pick<AssessmentForm, "published" | "draft">> {
  const where = { ...key, voice: "secretariat", status: { in: ["draft", "published"] } };
  const rows = await db().assessment.findMany({ where, include: { organisation: { select: { name: true } }, grade, evidence } });
  const published = rows.find(({ status }) => status === "published");
  const draft = rows.find(({ status }) => status === "draft");
  return {
    published: published?.grade && published.publishedAt
      ? { grade: gradeView(published.grade), narrative: maybe(published.narrative), publishedAt: published.publishedAt, assessor: said(published.organisation.name), evidence: published.evidence.map(evidenceView) }
      : null,
    draft: draft
      ? { id: draft.id, version: draft.version, gradeId: draft.gradeId, narrative: maybe(draft.narrative), savedAt: draft.savedAt, savedBy: draft.actorName, evidence: draft.evidence.map(evidenceView) }
      : null,
  };
}

function gradeView({ id, label, rank }: { id: string; label: unknown; rank: number }): GradeView {
  return { id, label: said(label), rank };
}

function said(value: unknown): Localized {
  return value as Localized;
}

function maybe(value: unknown): Localized | null {
  return (value ?? null) as Localized | null;
}
