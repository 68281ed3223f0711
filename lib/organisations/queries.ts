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

const kept = { removedAt: null } as const;
const published = { ...kept, plan: { status: { not: "draft" } } } as const;

/** Every organisation that a published plan names with a commitment or milestone. */
export async function listPublishedOrganisations(): Promise<ListedOrganisation[]> {
  const plan = { plan: { select: { slug: true, title: true } } } as const;
  const commitmentOf = { commitmentId: true, commitment: { select: plan }, milestone: { select: { commitmentId: true, commitment: { select: plan } } } } as const;
  const rows = await db().organisation.findMany({
    relationLoadStrategy: "join",
    select: {
      ...organisationOfKindSelect.select,
      commitments: { where: published, select: { id: true, ...plan } },
      milestones: { where: { ...kept, commitment: published }, select: { commitmentId: true, commitment: { select: plan } } },
      partnerships: { where: { OR: [{ commitment: published }, { milestone: { ...kept, commitment: published } }] }, select: commitmentOf },
    },
  });
  return rows
    .map((row) => {
      const led = new Set(row.commitments.map(({ id }) => id));
      const others = [...row.milestones, ...row.partnerships.map(({ commitmentId, milestone }) => ({ commitmentId: commitmentId ?? milestone?.commitmentId ?? "" }))];
      const partOf = new Set(others.map(({ commitmentId }) => commitmentId).filter((id) => id && !led.has(id)));
      const named = [...row.commitments, ...row.milestones.map(({ commitment }) => commitment), ...row.partnerships.map(({ commitment, milestone }) => commitment ?? milestone?.commitment)];
      return { ...organisationOfKind(row), leads: led.size, takesPart: partOf.size, plans: plansOf(named.flatMap((one) => (one ? [one.plan] : []))) };
    })
    .filter(({ leads, takesPart }) => leads + takesPart > 0);
}

function plansOf(plans: { slug: string; title: unknown }[]): Localized[] {
  const bySlug = new Map(plans.map(({ slug, title }) => [slug, title as Localized]));
  return [...bySlug].sort(([a], [b]) => a.localeCompare(b)).map(([, title]) => title);
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
