import type { Actor } from "#lib/record/actors/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { canManageOrganisations } from "#lib/organisations/policy.ts";
import { publicOrganisation } from "#lib/record/publication/queries.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";

/** An organisation as pages name and link it. */
export interface OrganisationRef {
  slug: string;
  name: Localized;
}

/** As {@link OrganisationRef}, with its kind: public body, civil society… */
export interface OrganisationOfKind extends OrganisationRef {
  kind: { code: string; label: Localized };
}

/** What {@link organisationRef} needs of a row. */
export const organisationSelect = { select: { slug: true, name: true } } as const;

/** What {@link organisationOfKind} needs of a row. */
export const organisationOfKindSelect = { select: { slug: true, name: true, kind: { select: { code: true, label: true } } } } as const;

export function organisationRef(row: { slug: string; name: unknown }): OrganisationRef {
  return { slug: row.slug, name: row.name as Localized };
}

export function organisationOfKind(row: { slug: string; name: unknown; kind: { code: string; label: unknown } }): OrganisationOfKind {
  return { ...organisationRef(row), kind: { code: row.kind.code, label: row.kind.label as Localized } };
}

/** A plan that an organisation collects, assesses and answers for, with its newest published reports. */
export interface PlanInCharge {
  slug: string;
  title: Localized;
  status: string;
  term: { startsOn: string; endsOn: string };
  reports: { slug: string; title: Localized; stage: string; publishedAt: Date }[];
}

/** How many plans, and of each how many reports, a page names; the rest is found on theirs. */
const [mostPlans, mostReports] = [20, 5];

const inCharge = {
  where: { status: { not: "draft" } }, orderBy: [{ startsOn: "desc" }, { slug: "asc" }], take: mostPlans,
  select: {
    slug: true, title: true, status: true, startsOn: true, endsOn: true,
    reports: {
      where: { versions: { some: {} } }, orderBy: { savedAt: "desc" }, take: mostReports,
      select: { slug: true, versions: { orderBy: { number: "desc" }, take: 1, select: { title: true, stage: true, publishedAt: true } } },
    },
  },
} as const satisfies Prisma.Organisation$plansArgs;

/** An organisation by the last segment of its address, with the plans that it is in charge of; one statement. Null when there is none that anything public names. */
export async function getPublishedOrganisation(slug: string): Promise<(OrganisationOfKind & { plans: PlanInCharge[] }) | null> {
  const row = await db().organisation.findFirst({ relationLoadStrategy: "join", where: { slug, ...publicOrganisation }, select: { ...organisationOfKindSelect.select, plans: inCharge } });
  return row && { ...organisationOfKind(row), plans: row.plans.map(planInCharge) };
}

function planInCharge({ reports, title, startsOn, endsOn, ...plan }: Prisma.PlanGetPayload<typeof inCharge>): PlanInCharge {
  const published = reports.flatMap(({ slug, versions: [newest] }) => (newest ? [{ slug, title: newest.title as Localized, stage: newest.stage, publishedAt: newest.publishedAt }] : []));
  return { ...plan, title: title as Localized, term: { startsOn, endsOn }, reports: published };
}

export interface ListedOrganisation extends OrganisationOfKind {
  /** Commitments of published plans that it leads. */
  leads: number;
  /** Commitments of published plans in which it takes part otherwise, itself or with a milestone. */
  takesPart: number;
  /** The plans that name it, in the order of their addresses: an office called "Service" is one of some town. */
  plans: Localized[];
}

/** Every organisation that a published plan names with a commitment or milestone, counted where the record is; one statement. */
export async function listPublishedOrganisations(): Promise<ListedOrganisation[]> {
  return db().$queryRaw<ListedOrganisation[]>`
    WITH commitment AS (
      SELECT c."id", c."leadOrganisationId", c."planId" FROM "Commitment" c JOIN "Plan" ON "Plan"."id" = c."planId" WHERE "Plan"."status" <> 'draft' AND c."removedAt" IS NULL
    ), milestone AS (
      SELECT m."id", m."leadOrganisationId", m."commitmentId" FROM "Milestone" m JOIN commitment ON commitment."id" = m."commitmentId" WHERE m."removedAt" IS NULL
    ), named AS (
      SELECT "leadOrganisationId" AS "organisationId", "id" AS "commitmentId", true AS "leads" FROM commitment
      UNION ALL SELECT "leadOrganisationId", "commitmentId", false FROM milestone
      UNION ALL SELECT p."organisationId", p."commitmentId", false FROM "Partnership" p JOIN commitment ON commitment."id" = p."commitmentId"
      UNION ALL SELECT p."organisationId", milestone."commitmentId", false FROM "Partnership" p JOIN milestone ON milestone."id" = p."milestoneId"
    ), part AS (
      SELECT "organisationId", "commitmentId", bool_or("leads") AS "leads" FROM named GROUP BY 1, 2
    ), share AS (
      SELECT part."organisationId", commitment."planId", count(*) FILTER (WHERE part."leads") AS "leads", count(*) FILTER (WHERE NOT part."leads") AS "takesPart"
      FROM part JOIN commitment ON commitment."id" = part."commitmentId" GROUP BY 1, 2
    )
    SELECT organisation."slug", organisation."name", jsonb_build_object('code', kind."code", 'label', kind."label") AS "kind",
      sum(share."leads")::int AS "leads", sum(share."takesPart")::int AS "takesPart", jsonb_agg(plan."title" ORDER BY plan."slug") AS "plans"
    FROM share JOIN "Plan" plan ON plan."id" = share."planId" JOIN "Organisation" organisation ON organisation."id" = share."organisationId" JOIN "OrganisationKind" kind ON kind."code" = organisation."kindCode"
    GROUP BY organisation."id", kind."code"
    ORDER BY organisation."slug"`;
}

export interface AdministeredOrganisation extends OrganisationOfKind {
  id: string;
  version: number;
  /** The municipality that it is a body of; null: of none, or nobody has said so yet. */
  municipalitySlug: string | null;
  /** How many people have a role in it. */
  people: number;
}

/** Every organisation with those who have a role in it, for an administrator; NOT_FOUND for anybody else. */
export async function listAdministeredOrganisations(actor: Actor, organisationId?: string): Promise<AdministeredOrganisation[]> {
  if (!canManageOrganisations(actor)) throw new DomainError("NOT_FOUND");
  const rows = await db().organisation.findMany({
    ...(organisationId ? { where: { id: organisationId } } : {}),
    select: { id: true, version: true, municipalitySlug: true, ...organisationOfKindSelect.select, memberships: { distinct: ["accountId"], select: { accountId: true } } },
    orderBy: { slug: "asc" },
  });
  return rows.map((row) => ({ ...organisationOfKind(row), id: row.id, version: row.version, municipalitySlug: row.municipalitySlug, people: row.memberships.length }));
}

/** The kinds an organisation can be of, in the order of the list. */
export async function listOrganisationKinds(): Promise<{ code: string; label: Localized }[]> {
  const rows = await db().organisationKind.findMany({ orderBy: [{ position: "asc" }, { code: "asc" }] });
  return rows.map(({ code, label }) => ({ code, label: label as Localized }));
}
