import type { Localized } from "#lib/record/localized/schema.ts";
import { standingOf, type Standing } from "#lib/plans/milestones/rules.ts";
import { organisationRef, organisationSelect, type OrganisationRef } from "#lib/organisations/queries.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import type { Progress } from "#lib/reporting/schema.ts";
import { gradeSelect, gradeView, type Grade } from "#lib/assessments/voices/queries.ts";
import { newestFirst } from "#lib/assessments/voices/rules.ts";
import { linesPageSize } from "./schema.ts";

/** The Secretariat's newest published judgement. */
export interface Judgement {
  grade: Grade;
  publishedAt: Date;
  organisation: OrganisationRef;
}

/** A commitment or milestone on a list: where it stands, and how it was judged. */
export interface LineView {
  number: string;
  title: Localized | null;
  standing: Standing;
  judgement: Judgement | null;
  /** Slugs of all who lead it or take part in it. */
  agencies: string[];
}

export interface CommitmentLine extends LineView {
  slug: string;
  partId: string | null;
  lead: OrganisationRef;
  /** In plain words, written by a person. */
  plain: Localized | null;
  /** Codes of thematic areas. */
  areas: string[];
  sdgs: number[];
  /** When it was taken out of the plan: it stays to be read, and is counted no more. Null: promised still. */
  removedAt: Date | null;
  /** All that are promised still, also nested ones, in the plan's order. */
  milestones: LineView[];
}

const kept = { removedAt: null } as const;
const partnerships = { select: { organisation: organisationSelect } } as const;
const judged = {
  where: { status: "published", voice: "secretariat" },
  select: { publishedAt: true, grade: gradeSelect, organisation: organisationSelect, period: { select: { endsOn: true } } },
} as const;
const reported = { where: { status: "accepted" }, select: { progress: true, acceptedAt: true, period: { select: { endsOn: true } } } } as const;

const milestoneLineSelect = {
  number: true, title: true, endsOn: true, leadOrganisation: organisationSelect, partnerships, updates: reported, assessments: judged,
} as const satisfies Prisma.MilestoneSelect;

/** What {@link commitmentLine} needs of a row. */
export const commitmentLineSelect = {
  ...milestoneLineSelect,
  slug: true, partId: true, removedAt: true, plainSummary: true,
  updates: { ...reported, where: { ...reported.where, milestoneId: null } },
  assessments: { ...judged, where: { ...judged.where, milestoneId: null } },
  thematicAreas: { select: { code: true } },
  sdgs: { select: { number: true } },
  milestones: { where: kept, orderBy: { position: "asc" }, select: milestoneLineSelect },
} as const satisfies Prisma.CommitmentSelect;

type MilestoneRow = Prisma.MilestoneGetPayload<{ select: typeof milestoneLineSelect }>;
type CommitmentRow = Prisma.CommitmentGetPayload<{ select: typeof commitmentLineSelect }>;

export function commitmentLine(row: CommitmentRow, planStatus: string, now: Date): CommitmentLine {
  return {
    ...line(row, { planStatus, commitmentEndsOn: null, removed: row.removedAt !== null }, now),
    removedAt: row.removedAt,
    slug: row.slug,
    partId: row.partId,
    lead: organisationRef(row.leadOrganisation),
    plain: row.plainSummary as Localized | null,
    areas: row.thematicAreas.map(({ code }) => code),
    sdgs: row.sdgs.map(({ number }) => number),
    milestones: row.milestones.map((milestone) => line(milestone, { planStatus, commitmentEndsOn: row.endsOn }, now)),
  };
}

function line(row: MilestoneRow, around: { planStatus: string; commitmentEndsOn: string | null; removed?: boolean }, now: Date): LineView {
  const updates = row.updates.map(({ progress, acceptedAt, period }) => ({ progress: progress as Progress, acceptedAt: acceptedAt ?? new Date(0), period }));
  const organisations = [row.leadOrganisation, ...row.partnerships.map(({ organisation }) => organisation)];
  return {
    number: row.number,
    title: row.title as Localized | null,
    standing: standingOf({ endsOn: row.endsOn, ...around, updates }, now),
    judgement: judgementOf(row.assessments),
    agencies: [...new Set(organisations.map(({ slug }) => slug))],
  };
}

function judgementOf(rows: MilestoneRow["assessments"]): Judgement | null {
  const [newest] = newestFirst(rows.map((row) => ({ ...row, publishedAt: row.publishedAt ?? new Date(0) })), ({ publishedAt }) => publishedAt);
  return newest?.grade ? { grade: gradeView(newest.grade), publishedAt: newest.publishedAt, organisation: organisationRef(newest.organisation) } : null;
}

/** What an organisation has to do with the commitments of one plan. */
export interface PlanShare {
  plan: { slug: string; title: Localized; vocabulary: string; status: string };
  leads: CommitmentLine[];
  /** Led by others; `numbers` of the milestones it leads or takes part in, empty when it takes part in the whole. */
  takesPart: (CommitmentLine & { numbers: string[] })[];
}

/** A page of the commitments of published plans that name an organisation, by plan, the newest term first, and how many there are; two statements. */
export async function listCommitmentsOf(organisationSlug: string, now: Date, page = 1): Promise<{ shares: PlanShare[]; total: number }> {
  const organisation = { slug: organisationSlug };
  const named = [{ leadOrganisation: organisation }, { partnerships: { some: { organisation } } }];
  const where = { ...kept, plan: { status: { not: "draft" } }, OR: [...named, { milestones: { some: { ...kept, OR: named } } }] } satisfies Prisma.CommitmentWhereInput;
  const [total, rows] = await Promise.all([
    db().commitment.count({ where }),
    db().commitment.findMany({
      relationLoadStrategy: "join", where, orderBy: [{ plan: { startsOn: "desc" } }, { plan: { slug: "asc" } }, { position: "asc" }, { id: "asc" }], skip: (page - 1) * linesPageSize, take: linesPageSize,
      select: { ...commitmentLineSelect, partnerships, plan: { select: { slug: true, title: true, vocabulary: true, status: true } } },
    }),
  ]);
  const shares = [...Map.groupBy(rows, ({ plan }) => plan.slug).values()].flatMap((members) => {
    const plan = members[0]?.plan;
    return plan ? [shareOf({ ...plan, title: plan.title as Localized }, members.map((row) => ({ whole: row.partnerships.some((one) => one.organisation.slug === organisationSlug), ...commitmentLine(row, plan.status, now) })), organisationSlug)] : [];
  });
  return { shares, total };
}

function shareOf(plan: PlanShare["plan"], lines: readonly (CommitmentLine & { whole: boolean })[], slug: string): PlanShare {
  return {
    plan,
    leads: lines.filter(({ lead }) => lead.slug === slug),
    takesPart: lines.filter(({ lead }) => lead.slug !== slug).map(({ whole, ...line }) => ({ ...line, numbers: whole ? [] : line.milestones.filter(({ agencies }) => agencies.includes(slug)).map(({ number }) => number) })),
  };
}

/** A published report of the plan, by its newest version; the title is that version's. */
export interface ReportLine {
  slug: string;
  title: Localized;
  kind: string;
  status: string;
  version: number;
  stage: string;
  publishedAt: Date;
}

/** What {@link reportLine} needs of a plan. */
export const reportLineSelect = {
  where: { status: { not: "draft" } },
  orderBy: { savedAt: "desc" },
  select: {
    slug: true, kind: true, status: true,
    versions: { orderBy: { number: "desc" }, take: 1, select: { number: true, stage: true, title: true, publishedAt: true } },
  },
} as const satisfies Prisma.Plan$reportsArgs;

/** Of a report with a published version one line, else none. */
export function reportLine({ slug, kind, status, versions: [newest] }: Prisma.ReportGetPayload<typeof reportLineSelect>): ReportLine[] {
  if (!newest) return [];
  return [{ slug, title: newest.title as Localized, kind, status, version: newest.number, stage: newest.stage, publishedAt: newest.publishedAt }];
}
