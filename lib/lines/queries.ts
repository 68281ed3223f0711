import type { Localized } from "#lib/localized/schema.ts";
import { standingOf, type Standing } from "#lib/milestones/rules.ts";
import { organisationRef, organisationSelect, type OrganisationRef } from "#lib/organisations/queries.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import type { Progress } from "#lib/reporting/schema.ts";
import { gradeSelect, gradeView, type Grade } from "#lib/voices/queries.ts";
import { newestFirst } from "#lib/voices/rules.ts";

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
  slug: true, partId: true, removedAt: true,
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

/** The commitments of published plans that name an organisation, by plan, the newest term first; in one statement. */
export async function listCommitmentsOf(organisationSlug: string, now: Date): Promise<PlanShare[]> {
  const organisation = { slug: organisationSlug };
  const named = [{ leadOrganisation: organisation }, { partnerships: { some: { organisation } } }];
  const where = { ...kept, OR: [...named, { milestones: { some: { ...kept, OR: named } } }] } satisfies Prisma.CommitmentWhereInput;
  const plans = await db().plan.findMany({
    relationLoadStrategy: "join",
    where: { status: { not: "draft" }, commitments: { some: where } },
    orderBy: [{ startsOn: "desc" }, { slug: "asc" }],
    select: {
      slug: true, title: true, vocabulary: true, status: true,
      commitments: { where, orderBy: [{ position: "asc" }, { id: "asc" }], select: { ...commitmentLineSelect, partnerships } },
    },
  });
  return plans.map(({ commitments, title, ...plan }) => {
    const lines = commitments.map((row) => ({ whole: row.partnerships.some((partnership) => partnership.organisation.slug === organisationSlug), ...commitmentLine(row, plan.status, now) }));
    return {
      plan: { ...plan, title: title as Localized },
      leads: lines.filter(({ lead }) => lead.slug === organisationSlug),
      takesPart: lines
        .filter(({ lead }) => lead.slug !== organisationSlug)
        .map(({ whole, ...line }) => ({ ...line, numbers: whole ? [] : line.milestones.filter(({ agencies }) => agencies.includes(organisationSlug)).map(({ number }) => number) })),
    };
  });
}
