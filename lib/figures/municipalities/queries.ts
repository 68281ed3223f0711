import { eventsIn } from "#lib/news/feed-scopes/queries.ts";
import { commitmentLine, commitmentLineSelect, type CommitmentLine } from "#lib/plans/lines/queries.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { organisationOfKind, organisationOfKindSelect, organisationRef, organisationSelect, type OrganisationOfKind, type OrganisationRef } from "#lib/organisations/queries.ts";
import { pageOf, type PageOf } from "#lib/record/pages/rules.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { eventLineSelect, publicEventLine, type PublicEventLine } from "#lib/process/queries.ts";
import { listRecommendationsToBodiesOf, type RecommendationLine } from "#lib/process/published-recommendations/queries.ts";
import type { PublishedReportLine } from "#lib/reports/queries.ts";
import type { ReportKind, ReportStage } from "#lib/reports/snapshots/schema.ts";
import { concerns, tallyOf } from "#lib/record/tallies/queries.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import type { Term } from "#lib/record/terms/schema.ts";
import { standingFrom, type StandingRow } from "./rules.ts";
import type { ListedMunicipality, MunicipalityStanding } from "./schema.ts";

/** Every municipality with what the public can read of it, in the order of the list; in one statement. */
export async function listMunicipalities(): Promise<ListedMunicipality[]> {
  const rows = await db().$queryRaw<ListedMunicipality[]>`
    WITH public AS MATERIALIZED (
      SELECT concern."municipalitySlug", count(*)::int AS "commitments" FROM ${concerns} concern
      JOIN "Commitment" commitment ON commitment."id" = concern."commitmentId" JOIN "Plan" plan ON plan."id" = commitment."planId" WHERE plan."status" <> 'draft' GROUP BY 1
    ), own AS MATERIALIZED (SELECT "municipalitySlug", count(*)::int AS "plans" FROM "Plan" WHERE "status" <> 'draft' GROUP BY 1)
    SELECT place."slug", place."name", place."region", COALESCE(own."plans", 0) AS "plans", COALESCE(public."commitments", 0) AS "commitments"
    FROM "Municipality" place LEFT JOIN own ON own."municipalitySlug" = place."slug" LEFT JOIN public ON public."municipalitySlug" = place."slug" ORDER BY place."position", place."slug"`;
  return rows;
}

export interface MunicipalityHead {
  slug: string;
  name: Localized;
  region: Localized | null;
  /** Those that are of it, whatever a plan says of them. */
  bodies: OrganisationOfKind[];
}

/** More bodies than any municipality has; a limit for what a page can become. */
const mostBodies = 200;

/** A municipality by the last segment of its address, in one statement; null when there is none. */
export async function getMunicipality(slug: string): Promise<MunicipalityHead | null> {
  const organisations = { orderBy: [{ slug: "asc" }], take: mostBodies, ...organisationOfKindSelect } satisfies Prisma.Municipality$organisationsArgs;
  const row = await db().municipality.findUnique({ relationLoadStrategy: "join", where: { slug }, select: { slug: true, name: true, region: true, organisations } });
  return row && { slug: row.slug, name: row.name as Localized, region: row.region as Localized | null, bodies: row.organisations.map(organisationOfKind) };
}

/** A commitment with the plan that it is of. */
export interface PlacedCommitment {
  plan: { slug: string; title: Localized; vocabulary: string; status: string };
  line: CommitmentLine;
}

/** A plan that is the municipality's own, or that says something of it. */
export interface MunicipalityPlan {
  slug: string;
  title: Localized;
  level: string;
  status: string;
  term: Term;
  secretariat: OrganisationRef;
  own: boolean;
}

export interface MunicipalityPage {
  standing: MunicipalityStanding;
  /** Those of one page, in the order of their plans, the newest term first. */
  commitments: PlacedCommitment[];
  /** From 1. */
  page: number;
  pages: number;
  /** Its own first. */
  plans: MunicipalityPlan[];
  /** Of these plans, the newest first. */
  reports: PublishedReportLine[];
  events: PublicEventLine[];
  recommendations: RecommendationLine[];
}

const pageSize = 30;
const mostPlans = 30;
const mostReports = 20;
const mostEvents = 10;
const published = { status: { not: "draft" } } as const satisfies Prisma.PlanWhereInput;

/** What is promised there still: of its plans, or what its bodies lead or take part in, also with a milestone alone. The same as `concerns` of lib/tallies. */
function commitmentsOf(municipalitySlug: string): Prisma.CommitmentWhereInput {
  const body = { municipalitySlug };
  const carried = [{ leadOrganisation: body }, { partnerships: { some: { organisation: body } } }];
  return { removedAt: null, OR: [{ plan: body }, ...carried, { milestones: { some: { removedAt: null, OR: carried } } }] };
}

/** All that the page of a municipality tells beside its head, in five statements, however much there is. */
export async function getMunicipalityPage(slug: string, asked: number, now: Date): Promise<MunicipalityPage> {
  const standing = await getStanding(slug, now);
  const { page, pages, window } = pageOf(standing.total, pageSize, asked);
  const [commitments, { plans, reports }, events, recommendations] = [await listCommitments(slug, window, now), await listPlans(slug), await listEvents(slug), await listRecommendationsToBodiesOf(slug, now)];
  return { standing, commitments, page, pages, plans, reports, events, recommendations };
}

async function getStanding(municipality: string, now: Date): Promise<MunicipalityStanding> {
  const rows = await db().$queryRaw<StandingRow[]>`
    WITH ${tallyOf({ of: "commitments", binding: false, municipality, periods: null }, dayOf(now))}
    SELECT tally."progress", grade."id"::text AS "gradeId", grade."label", grade."rank", (SELECT count(*)::int FROM "FulfilmentGrade" step WHERE step."scaleCode" = grade."scaleCode") AS "of",
      count(*)::int AS "count", (count(*) FILTER (WHERE tally."overdue"))::int AS "overdue"
    FROM tally LEFT JOIN "FulfilmentGrade" grade ON grade."id" = tally."gradeId" GROUP BY tally."progress", grade."id"`;
  return standingFrom(rows);
}

async function listCommitments(slug: string, window: PageOf["window"], now: Date): Promise<PlacedCommitment[]> {
  const rows = await db().commitment.findMany({
    relationLoadStrategy: "join",
    where: { ...commitmentsOf(slug), AND: { plan: published } },
    orderBy: [{ plan: { startsOn: "desc" } }, { plan: { slug: "asc" } }, { position: "asc" }, { id: "asc" }],
    select: { ...commitmentLineSelect, plan: { select: { slug: true, title: true, vocabulary: true, status: true } } },
    ...window,
  });
  return rows.map(({ plan, ...row }) => ({ plan: { ...plan, title: plan.title as Localized }, line: commitmentLine(row, plan.status, now) }));
}

const newestVersion = { orderBy: { number: "desc" }, take: 1, select: { title: true, stage: true, publishedAt: true } } satisfies Prisma.Report$versionsArgs;
const planSelect = {
  slug: true, title: true, level: true, status: true, startsOn: true, endsOn: true, municipalitySlug: true, secretariat: organisationSelect,
  reports: { where: { status: { not: "draft" } }, orderBy: { savedAt: "desc" }, take: mostReports, select: { slug: true, kind: true, versions: newestVersion } },
} satisfies Prisma.PlanSelect;

async function listPlans(municipalitySlug: string): Promise<Pick<MunicipalityPage, "plans" | "reports">> {
  const where = { ...published, OR: [{ municipalitySlug }, { commitments: { some: commitmentsOf(municipalitySlug) } }] } satisfies Prisma.PlanWhereInput;
  const rows = await db().plan.findMany({ relationLoadStrategy: "join", where, orderBy: [{ startsOn: "desc" }, { slug: "asc" }], take: mostPlans, select: planSelect });
  const plans = rows.map(({ slug, title, level, status, startsOn, endsOn, secretariat, ...row }) => ({
    slug, level, status, title: title as Localized, term: { startsOn, endsOn }, secretariat: organisationRef(secretariat), own: row.municipalitySlug === municipalitySlug,
  }));
  const reports = rows.flatMap((plan) => plan.reports.flatMap(({ slug, kind, versions: [newest] }): PublishedReportLine[] => {
    if (!newest) return [];
    return [{ slug, title: newest.title as Localized, planTitle: plan.title as Localized, kind: kind as ReportKind, stage: newest.stage as ReportStage, publishedAt: newest.publishedAt }];
  }));
  return {
    plans: plans.sort((a, b) => Number(b.own) - Number(a.own)),
    reports: reports.sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime()).slice(0, mostReports),
  };
}

async function listEvents(municipality: string): Promise<PublicEventLine[]> {
  const orderBy = [{ startsOn: { sort: "desc", nulls: "last" } }, { id: "desc" }] satisfies Prisma.ProcessEventOrderByWithRelationInput[];
  const rows = await db().processEvent.findMany({ relationLoadStrategy: "join", where: eventsIn({ municipality }), orderBy, take: mostEvents, select: eventLineSelect });
  return rows.map(publicEventLine);
}
