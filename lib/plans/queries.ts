import type { Actor } from "#lib/record/actors/schema.ts";
import { legalActSelect, legalActView, type LegalActView } from "#lib/plans/commitments/queries.ts";
import { consultationState, windowOf, type ConsultationState } from "#lib/record/consultations/rules.ts";
import { canDraft } from "#lib/record/drafting/policy.ts";
import { commitmentLine, commitmentLineSelect, reportLine, reportLineSelect, type CommitmentLine, type ReportLine } from "#lib/plans/lines/queries.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { countProgress, nest, type Nested, type ProgressCounts } from "#lib/plans/milestones/rules.ts";
import { organisationRef, organisationSelect, type OrganisationRef } from "#lib/organisations/queries.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { isId } from "#lib/platform/ids.ts";
import { publicEvent } from "#lib/process/queries.ts";
import type { Term } from "#lib/record/terms/schema.ts";
import { choicesAmong, isFiltered, knownFilters, matchesFilters, parseFilters, planPageOf, type PlanFilters } from "./rules.ts";

/** A plan on the list of plans. */
export interface PlanLine {
  slug: string;
  title: Localized;
  level: string;
  status: string;
  vocabulary: string;
  locality: Localized | null;
  term: Term;
  secretariat: OrganisationRef;
  /** Commitments as a whole, by what was reported of them. */
  commitments: ProgressCounts;
  milestones: ProgressCounts;
  /** Commitments that are overdue, themselves or with a milestone. */
  overdue: number;
}

export interface PartView {
  id: string;
  parentId: string | null;
  kind: string;
  number: string | null;
  title: Localized;
  description: Localized | null;
  note: Localized | null;
  commitments: CommitmentLine[];
}

export interface PlanView extends PlanLine {
  introduction: Localized | null;
  sourceNote: Localized | null;
  /** What the public consultation on its draft is today. */
  consultation: ConsultationState;
  /** How often it was amended, and when last; null: it stands as it was adopted. */
  amended: { count: number; at: Date } | null;
  legalActs: LegalActView[];
  reports: ReportLine[];
  /** How many public events of the process are about it. */
  events: number;
  /** Parts with the commitments that are shown, of this page; empty ones stay, so that the plan keeps its shape. */
  parts: Nested<PartView>[];
  /** Shown commitments that belong to no part, of this page. */
  loose: CommitmentLine[];
  page: number;
  pages: number;
  shown: number;
  total: number;
  /** What each of its commitments was judged last; null: not yet. */
  grades: (NonNullable<CommitmentLine["judgement"]>["grade"] | null)[];
  /** The filters that were understood. */
  filters: PlanFilters;
  choices: { agencies: OrganisationRef[]; areas: { code: string; label: Localized }[]; sdgs: { number: number; label: Localized }[] };
}

const published = { status: { not: "draft" } } as const satisfies Prisma.PlanWhereInput;
const inOrder = { orderBy: [{ position: "asc" }, { id: "asc" }] } satisfies Prisma.Plan$commitmentsArgs;

const planLineSelect = {
  slug: true, title: true, level: true, status: true, vocabulary: true, locality: true, startsOn: true, endsOn: true, secretariat: organisationSelect,
  commitments: { ...inOrder, select: commitmentLineSelect },
} as const satisfies Prisma.PlanSelect;

const partnerships = { select: { organisation: organisationSelect } } as const;

const planSelect = {
  ...planLineSelect,
  _count: { select: { events: { where: publicEvent } } },
  introduction: true, sourceNote: true, consultationOpensOn: true, consultationEndsOn: true, legalActs: legalActSelect,
  amendments: { where: { status: "made" }, orderBy: { madeAt: "desc" }, select: { madeAt: true } },
  parts: { orderBy: { position: "asc" }, select: { id: true, parentId: true, kind: true, number: true, title: true, description: true, note: true } },
  reports: reportLineSelect,
  commitments: {
    ...inOrder,
    select: {
      ...commitmentLineSelect,
      thematicAreas: { select: { code: true, label: true, position: true } },
      sdgs: { select: { number: true, label: true } },
      partnerships,
      milestones: { ...commitmentLineSelect.milestones, select: { ...commitmentLineSelect.milestones.select, partnerships } },
    },
  },
} as const satisfies Prisma.PlanSelect;

type PlanLineRow = Prisma.PlanGetPayload<{ select: typeof planLineSelect }>;
type PlanRow = Prisma.PlanGetPayload<{ select: typeof planSelect }>;

/** All published plans, the newest term first, in one statement. */
export async function getPublishedPlans(now: Date): Promise<PlanLine[]> {
  const rows = await db().plan.findMany({ relationLoadStrategy: "join", where: published, orderBy: [{ startsOn: "desc" }, { slug: "asc" }], select: planLineSelect });
  return rows.map((row) => planLine(row, row.commitments.map((commitment) => commitmentLine(commitment, row.status, now))));
}

/** A published plan with a page of the commitments that the filters ask for (out of range: the nearest), in one statement; null when there is none. */
export async function getPublishedPlan(slug: string, wanted: PlanFilters & { page?: number }, now: Date): Promise<PlanView | null> {
  const row = await db().plan.findFirst({ relationLoadStrategy: "join", where: { slug, ...published }, select: planSelect });
  return row && planView(row, wanted, now);
}

/** A plan as its public page will show it, for its Secretariat; throws NOT_FOUND for anybody else. */
export async function getPlanPreview(actor: Actor, planId: string, now: Date, page = 1): Promise<PlanView> {
  const asked = isId(planId) ? await db().plan.findUnique({ relationLoadStrategy: "join", where: { id: planId }, select: { ...planSelect, secretariatId: true } }) : null;
  if (!asked || !canDraft(actor, asked)) throw new DomainError("NOT_FOUND");
  return planView(asked, { ...parseFilters({}), page }, now);
}

function planView(row: PlanRow, { page = 1, ...wanted }: PlanFilters & { page?: number }, now: Date): PlanView {
  const lines = row.commitments.map((commitment) => commitmentLine(commitment, row.status, now));
  const choices = choicesAmong(kept(row.commitments).map(choosable));
  const filters = knownFilters(wanted, choices);
  const shown = isFiltered(filters) ? kept(lines).filter((line) => matchesFilters(line, filters)) : lines;
  const byPart = Map.groupBy(shown, ({ partId }) => partId);
  return {
    ...planLine(row, lines),
    introduction: row.introduction as Localized | null,
    sourceNote: row.sourceNote as Localized | null,
    consultation: consultationState(windowOf(row), row.status, now),
    amended: row.amendments[0]?.madeAt ? { count: row.amendments.length, at: row.amendments[0].madeAt } : null,
    legalActs: row.legalActs.map(legalActView),
    reports: row.reports.flatMap(reportLine),
    events: row._count.events,
    ...planPageOf({ loose: shown.filter(({ partId }) => partId === null), parts: nest(row.parts.map((part) => partView(part, byPart.get(part.id) ?? []))) }, page),
    shown: kept(shown).length,
    total: kept(lines).length,
    grades: kept(lines).map(({ judgement }) => judgement?.grade ?? null),
    filters, choices,
  };
}

/** What counts: without what an amendment has taken out. */
function kept<T extends { removedAt: Date | null }>(lines: readonly T[]): T[] {
  return lines.filter(({ removedAt }) => removedAt === null);
}

function planLine(row: PlanLineRow, all: readonly CommitmentLine[]): PlanLine {
  const lines = kept(all);
  const { slug, level, status, vocabulary, startsOn, endsOn } = row;
  const late = ({ standing }: { standing: { overdueMonths: number | null } }) => standing.overdueMonths !== null;
  return {
    slug, level, status, vocabulary, term: { startsOn, endsOn },
    title: row.title as Localized,
    locality: row.locality as Localized | null,
    secretariat: organisationRef(row.secretariat),
    commitments: countProgress(lines.map(({ standing }) => standing)),
    milestones: countProgress(lines.flatMap(({ milestones }) => milestones.map(({ standing }) => standing))),
    overdue: lines.filter((line) => [line, ...line.milestones].some(late)).length,
  };
}

function partView(row: PlanRow["parts"][number], commitments: CommitmentLine[]): PartView {
  return {
    ...row,
    title: row.title as Localized,
    description: row.description as Localized | null,
    note: row.note as Localized | null,
    commitments,
  };
}

function choosable({ thematicAreas, sdgs, milestones, ...own }: PlanRow["commitments"][number]) {
  const carriers = [own, ...milestones].flatMap(({ leadOrganisation, partnerships }) => [leadOrganisation, ...partnerships.map(({ organisation }) => organisation)]);
  return {
    agencies: carriers.map(organisationRef),
    areas: thematicAreas.map((area) => ({ ...area, label: area.label as Localized })), sdgs: sdgs.map((sdg) => ({ ...sdg, label: sdg.label as Localized })),
  };
}
