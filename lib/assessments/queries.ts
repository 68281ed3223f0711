import { z } from "zod";
import { organisationsOf } from "#lib/actors/policy.ts";
import type { Actor } from "#lib/actors/schema.ts";
import { evidenceSelect, evidenceView, type EvidenceView } from "#lib/evidence/queries.ts";
import type { Localized } from "#lib/localized/schema.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import type { Progress } from "#lib/reporting/schema.ts";
import { canAssess } from "./policy.ts";

const isId = (value: string) => z.uuid().safeParse(value).success;

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

/** A period in which the actor assesses. `assessed` of `total` commitments and milestones have a published assessment. */
export interface AssessmentPeriod {
  id: string;
  label: Localized;
  planTitle: Localized;
  status: string;
  /** How many grades the plan's scale has. */
  scale: number;
  total: number;
  reported: number;
  assessed: number;
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
        orderBy: [{ part: { position: "asc" } }, ...order],
        select: { id: true, number: true, title: true, ...axesOf({ milestoneId: null }), milestones: { orderBy: order, select: { id: true, number: true, title: true, ...axesOf() } } },
      },
    },
  });
  const periods = plans.flatMap((plan) =>
    plan.periods.map((period) => {
      const commitments = plan.commitments.map((row) => ({ ...stateOf(row, period.id), milestones: row.milestones.map((milestone) => stateOf(milestone, period.id)) }));
      const all = commitments.flatMap((commitment) => [commitment, ...commitment.milestones]);
      const counts = { total: all.length, reported: all.filter(({ progress }) => progress).length, assessed: all.filter((state) => state.grade).length };
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

/** What the agency reported and the Secretariat accepted, to be read beside the assessment. */
export interface AcceptedUpdate {
  progress: Progress;
  result: Localized | null;
  reasons: Localized | null;
  noProgress: boolean;
  acceptedAt: Date;
  organisation: Localized;
  evidence: EvidenceView[];
}

/** Everything the form of one assessment needs. `grades`: the best first. */
export interface AssessmentForm {
  organisationId: string;
  planTitle: Localized;
  period: { id: string; label: Localized };
  subject: { id: string; commitmentId: string; milestoneId: string | null; number: string; title: Localized | null };
  commitment: { number: string; title: Localized | null };
  sources: { id: string; text: Localized }[];
  grades: GradeView[];
  update: AcceptedUpdate | null;
  published: PublishedAssessment | null;
  draft: { id: string; version: number; gradeId: string | null; narrative: Localized | null; savedAt: Date; savedBy: string; evidence: EvidenceView[] } | null;
}

const evidence = { where: { removedAt: null }, orderBy: { uploadedAt: "asc" }, select: evidenceSelect } as const;
const named = { id: true, number: true, title: true, sources: { orderBy: { position: "asc" }, select: { id: true, text: true } } } as const;

/** `subjectId` is a commitment's or a milestone's. Null when it is not of a plan the actor assesses, or not of the period's plan. */
export async function getAssessmentForm(actor: Actor, periodId: string, subjectId: string): Promise<AssessmentForm | null> {
  if (!isId(periodId) || !isId(subjectId)) return null;
  const period = await db().reportingPeriod.findUnique({
    where: { id: periodId },
    include: { plan: { select: { id: true, title: true, secretariatId: true, scale: { select: { grades: { ...grade, orderBy: { rank: "desc" } } } } } } },
  });
  if (!period || period.status === "upcoming" || !canAssess(actor, period.plan)) return null;
  const milestone = await db().milestone.findFirst({ where: { id: subjectId, commitment: { planId: period.planId } }, select: { ...named, commitmentId: true } });
  const commitment = await db().commitment.findFirst({ where: { id: milestone?.commitmentId ?? subjectId, planId: period.planId }, select: named });
  if (!commitment) return null;
  const { number, title, sources } = milestone ?? commitment;
  const key = { commitmentId: commitment.id, milestoneId: milestone?.id ?? null };
  return {
    organisationId: period.plan.secretariatId, planTitle: said(period.plan.title), period: { id: periodId, label: said(period.label) },
    subject: { id: subjectId, ...key, number, title: maybe(title) }, commitment: { number: commitment.number, title: maybe(commitment.title) },
    sources: sources.map(({ id, text }) => ({ id, text: said(text) })), grades: period.plan.scale.grades.map(gradeView),
    ...(await recordsOf({ periodId, ...key })),
  };
}

async function recordsOf(key: { periodId: string; commitmentId: string; milestoneId: string | null }): Promise<Pick<AssessmentForm, "update" | "published" | "draft">> {
  const update = await db().progressUpdate.findFirst({ where: { ...key, status: "accepted" }, include: { organisation: { select: { name: true } }, evidence } });
  const assessments = await db().assessment.findMany({ where: { ...key, voice: "secretariat", status: { in: ["draft", "published"] } }, include: { organisation: { select: { name: true } }, grade, evidence } });
  const published = assessments.find(({ status }) => status === "published");
  const draft = assessments.find(({ status }) => status === "draft");
  return {
    update: update?.acceptedAt
      ? {
          progress: update.progress as Progress, result: maybe(update.result), reasons: maybe(update.reasons), noProgress: update.noProgress,
          acceptedAt: update.acceptedAt, organisation: said(update.organisation.name), evidence: update.evidence.map(evidenceView),
        }
      : null,
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
