import { evidenceSelect, evidenceView, type EvidenceView } from "#lib/evidence/queries.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import {
  organisationOfKind, organisationOfKindSelect, organisationRef, organisationSelect, type OrganisationOfKind, type OrganisationRef,
} from "#lib/organisations/queries.ts";
import type { Prisma } from "#lib/platform/db/client.ts";
import type { Term } from "#lib/record/terms/schema.ts";
import {
  acceptedUpdates, periodRef, periodSelect, publicAssessments, publishedAssessment, reportedUpdate, type PeriodRef, type PublishedAssessment, type ReportedUpdate,
} from "#lib/assessments/voices/queries.ts";
import { newestFirst } from "#lib/assessments/voices/rules.ts";
import { standingOf, type Nested, type Standing } from "./rules.ts";

/** Numbers are decimal strings, as exact as they were stated. */
export interface IndicatorView {
  id: string;
  code: string | null;
  text: Localized;
  baseline: string | null;
  target: string | null;
  unit: Localized | null;
  /** From accepted updates, newest period first. */
  actuals: { period: PeriodRef; value: string | null; text: Localized | null }[];
}

export interface SourceView {
  id: string;
  text: Localized;
  /** Public pieces that say they are this source. */
  evidence: EvidenceView[];
}

export interface BudgetLineView {
  id: string;
  amount: string | null;
  currency: string | null;
  programmeCode: string | null;
  fundingSource: Localized | null;
  noAdditionalCost: boolean;
  statedText: Localized | null;
}

/** A commitment as a whole or a milestone: what was promised, what was reported, how it was judged, where it stands. */
export interface SubjectView {
  id: string;
  number: string;
  title: Localized | null;
  description: Localized | null;
  /** Its own. */
  term: Term;
  lead: OrganisationRef;
  coResponsible: OrganisationRef[];
  partners: OrganisationOfKind[];
  indicators: IndicatorView[];
  sources: SourceView[];
  budget: BudgetLineView[];
  /** Newest period first. */
  updates: ReportedUpdate[];
  /** Newest period first. */
  assessments: PublishedAssessment[];
  /** Those that the same assessors have superseded since. */
  earlier: PublishedAssessment[];
  standing: Standing;
  /** When it was taken out of the plan; null: promised still. */
  removedAt: Date | null;
}

export type MilestoneView = Nested<SubjectView & { parentId: string | null }>;

const byPosition = { orderBy: { position: "asc" } } as const;
const promised = { where: { removedAt: null }, ...byPosition } as const;
const publicEvidence = {
  removedAt: null, OR: [{ update: { status: "accepted" } }, { assessment: { status: "published" } }],
} satisfies Prisma.EvidenceWhereInput;

/** What {@link subjectView} needs of a milestone; a commitment adds its own `updates` and `assessments`. */
export const subjectSelect = {
  id: true, number: true, title: true, description: true, startsOn: true, endsOn: true, removedAt: true,
  leadOrganisation: organisationSelect,
  partnerships: { ...byPosition, select: { role: true, organisation: organisationOfKindSelect } },
  indicators: {
    ...promised,
    select: {
      id: true, code: true, text: true, baseline: true, target: true, unit: true,
      actuals: { where: { update: { status: "accepted" } }, select: { value: true, text: true, update: { select: { acceptedAt: true, period: periodSelect } } } },
    },
  },
  sources: { ...promised, select: { id: true, text: true, evidence: { where: publicEvidence, select: evidenceSelect, orderBy: { uploadedAt: "asc" } } } },
  budgetLines: {
    ...byPosition,
    select: { id: true, amount: true, currency: true, programmeCode: true, noAdditionalCost: true, statedText: true, fundingSource: { select: { label: true } } },
  },
} as const satisfies Prisma.MilestoneSelect;

export const milestoneSelect = {
  ...subjectSelect,
  parentId: true,
  updates: acceptedUpdates,
  assessments: publicAssessments,
} as const satisfies Prisma.MilestoneSelect;

type SubjectRow = Omit<Prisma.MilestoneGetPayload<{ select: typeof milestoneSelect }>, "parentId">;

/** A row of a milestone, or of a commitment with its own updates and assessments, as pages show it. */
export function subjectView(row: SubjectRow, around: { commitmentEndsOn: string | null; planStatus: string }, now: Date): SubjectView {
  const updates = newestFirst(row.updates.map(reportedUpdate), (update) => update.acceptedAt);
  const assessments = newestFirst(row.assessments.map(publishedAssessment), (assessment) => assessment.publishedAt);
  const taking = (role: string) => row.partnerships.filter((partnership) => partnership.role === role).map(({ organisation }) => organisation);
  return {
    id: row.id,
    number: row.number,
    title: row.title as Localized | null,
    description: row.description as Localized | null,
    term: { startsOn: row.startsOn, endsOn: row.endsOn },
    lead: organisationRef(row.leadOrganisation),
    coResponsible: taking("co_responsible").map(organisationRef),
    partners: taking("partner").map(organisationOfKind),
    indicators: row.indicators.map(indicatorView),
    sources: row.sources.map((source) => ({ id: source.id, text: source.text as Localized, evidence: source.evidence.map(evidenceView) })),
    budget: row.budgetLines.map(budgetLineView),
    updates,
    assessments: assessments.filter(({ superseded }) => !superseded),
    earlier: assessments.filter(({ superseded }) => superseded),
    standing: standingOf({ endsOn: row.endsOn, removed: row.removedAt !== null, ...around, updates }, now),
    removedAt: row.removedAt,
  };
}

function indicatorView(row: SubjectRow["indicators"][number]): IndicatorView {
  const actuals = row.actuals.map(({ value, text, update }) => ({
    period: periodRef(update.period), value: value?.toString() ?? null, text: text as Localized | null, at: update.acceptedAt ?? new Date(0),
  }));
  return {
    id: row.id,
    code: row.code,
    text: row.text as Localized,
    baseline: row.baseline?.toString() ?? null,
    target: row.target?.toString() ?? null,
    unit: row.unit as Localized | null,
    actuals: newestFirst(actuals, ({ at }) => at),
  };
}

function budgetLineView(row: SubjectRow["budgetLines"][number]): BudgetLineView {
  const { id, currency, programmeCode, noAdditionalCost } = row;
  return {
    id, currency, programmeCode, noAdditionalCost,
    amount: row.amount?.toString() ?? null,
    fundingSource: (row.fundingSource?.label ?? null) as Localized | null,
    statedText: row.statedText as Localized | null,
  };
}
