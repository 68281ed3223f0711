import { answerSelect, answerView, irmSelect, irmView, type AnswerView, type IrmView } from "#lib/assessments/queries.ts";
import type { AssessmentVoice } from "#lib/assessments/schema.ts";
import { evidenceSelect, evidenceView, type EvidenceView } from "#lib/evidence/queries.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { organisationRef, organisationSelect, type OrganisationRef } from "#lib/organisations/queries.ts";
import type { Prisma } from "#lib/platform/db/client.ts";
import type { Progress } from "#lib/reporting/schema.ts";

export interface PeriodRef {
  slug: string;
  label: Localized;
  endsOn: string;
}

/** What an agency reported for a period, as accepted. */
export interface ReportedUpdate {
  id: string;
  progress: Progress;
  result: Localized | null;
  reasons: Localized | null;
  noProgress: boolean;
  acceptedAt: Date;
  period: PeriodRef;
  organisation: OrganisationRef;
  evidence: EvidenceView[];
}

/** A judgement that is or was public. */
export interface PublishedAssessment {
  id: string;
  voice: AssessmentVoice;
  /** Null: an independent monitor judged by IRM's completion alone. */
  grade: Grade | null;
  /** All null for the Secretariat's. */
  irm: IrmView;
  narrative: Localized | null;
  publishedAt: Date;
  period: PeriodRef;
  organisation: OrganisationRef;
  evidence: EvidenceView[];
  answer: AnswerView | null;
  /** The same assessor judged anew since. */
  superseded: boolean;
}

export interface Grade {
  label: Localized;
  /** 0 is the worst of the scale. */
  rank: number;
  /** How many grades the scale has. */
  of: number;
}

export const periodSelect = { select: { slug: true, label: true, endsOn: true } } as const;
const evidence = { where: { removedAt: null }, select: evidenceSelect, orderBy: { uploadedAt: "asc" } } as const;

/** What {@link gradeView} needs of a row. */
export const gradeSelect = { select: { label: true, rank: true, scale: { select: { grades: { select: { rank: true } } } } } } as const;

const updateSelect = {
  id: true, progress: true, result: true, reasons: true, noProgress: true, acceptedAt: true, period: periodSelect, organisation: organisationSelect, evidence,
} satisfies Prisma.ProgressUpdateSelect;

const assessmentSelect = {
  id: true, voice: true, status: true, narrative: true, publishedAt: true, period: periodSelect, organisation: organisationSelect, evidence,
  grade: gradeSelect, ...irmSelect, ...answerSelect,
} satisfies Prisma.AssessmentSelect;

/** What everybody may read of a subject's updates; spread into a `select`. */
export const acceptedUpdates = { where: { status: "accepted" }, select: updateSelect } as const;

/** What everybody may read of a subject's assessments, also those that were superseded since. */
export const publicAssessments = { where: { status: { in: ["published", "superseded"] } }, select: assessmentSelect } as const satisfies Prisma.Milestone$assessmentsArgs;

type UpdateRow = Prisma.ProgressUpdateGetPayload<{ select: typeof updateSelect }>;
type AssessmentRow = Prisma.AssessmentGetPayload<{ select: typeof assessmentSelect }>;

export function periodRef(row: { slug: string; label: unknown; endsOn: string }): PeriodRef {
  return { slug: row.slug, label: row.label as Localized, endsOn: row.endsOn };
}

export function reportedUpdate(row: UpdateRow): ReportedUpdate {
  return {
    id: row.id,
    progress: row.progress as Progress,
    result: row.result as Localized | null,
    reasons: row.reasons as Localized | null,
    noProgress: row.noProgress,
    acceptedAt: row.acceptedAt ?? new Date(0),
    period: periodRef(row.period),
    organisation: organisationRef(row.organisation),
    evidence: row.evidence.map(evidenceView),
  };
}

export function publishedAssessment(row: AssessmentRow): PublishedAssessment {
  return {
    id: row.id,
    voice: row.voice === "independent" ? "independent" : "secretariat",
    grade: row.grade && gradeView(row.grade),
    irm: irmView(row),
    narrative: row.narrative as Localized | null,
    publishedAt: row.publishedAt ?? new Date(0),
    period: periodRef(row.period),
    organisation: organisationRef(row.organisation),
    evidence: row.evidence.map(evidenceView),
    answer: answerView(row.answer),
    superseded: row.status === "superseded",
  };
}

export function gradeView(grade: { label: unknown; rank: number; scale: { grades: unknown[] } }): Grade {
  return { label: grade.label as Localized, rank: grade.rank, of: grade.scale.grades.length };
}
