import { addressesOf, labelOf, labelSelect, municipalitySelect, namedOf, planRefOf, planRefSelect, publicOrganisation, publicPlan } from "#lib/record/publication/queries.ts";
import { byId, filterValues, instantSort, saidText, textOf, textSort, type Resource } from "#lib/record/publication/schema.ts";
import { changeRecord, municipalityRecord, organisationRecord, periodRecord } from "#lib/open-data/plans/schema.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";

const { slug, code, id, since } = filterValues;
const ofPlan = { schema: slug, where: (value: string) => ({ plan: { slug: value } }) };

export const periods: Resource = {
  name: "periods", record: periodRecord, key: "id",
  sorts: { ...byId, startsOn: textSort, endsOn: textSort },
  filters: { plan: ofPlan, status: { schema: code, where: (status) => ({ status }) } },
  read: async ({ where, orderBy, take }) => {
    const select = { id: true, slug: true, label: true, kind: true, startsOn: true, endsOn: true, dueOn: true, status: true, plan: planRefSelect } as const;
    const rows = await db().reportingPeriod.findMany({ relationLoadStrategy: "join", where: { AND: [{ plan: publicPlan }, where] }, orderBy, take, select });
    return rows.map(({ plan, ...row }) => ({ ...row, plan: planRefOf(plan), label: saidText(row.label) }));
  },
};

export const organisations: Resource = {
  name: "organisations", record: organisationRecord, key: "slug",
  sorts: { ...byId, slug: textSort },
  filters: { kind: { schema: code, where: (kindCode) => ({ kindCode }) }, municipality: { schema: slug, where: (municipalitySlug) => ({ municipalitySlug }) } },
  read: async ({ where, orderBy, take }) => {
    const select = { id: true, slug: true, name: true, kind: labelSelect, municipality: municipalitySelect } as const;
    const rows = await db().organisation.findMany({ relationLoadStrategy: "join", where: { AND: [publicOrganisation, where] }, orderBy, take, select });
    return rows.map(({ id: own, kind, municipality, ...row }) => ({ id: own, ...namedOf(row), kind: labelOf(kind), municipality: municipality && namedOf(municipality), url: addressesOf(`/organisations/${row.slug}`) }));
  },
};

/** All of them, whether a plan names one or not: it is a list of the country. */
export const municipalities: Resource = {
  name: "municipalities", record: municipalityRecord, key: "slug", identity: "slug",
  sorts: byId, filters: {},
  read: async ({ where, orderBy, take }) => {
    const rows = await db().municipality.findMany({ where, orderBy, take, select: { slug: true, name: true, region: true } });
    return rows.map(({ slug: own, name, region }) => ({ id: own, slug: own, name: saidText(name), region: textOf(region), url: addressesOf(`/municipalities/${own}`) }));
  },
};

const changeSelect = {
  id: true, at: true, entity: true, entityId: true, operation: true, number: true, title: true, field: true, before: true, after: true, plan: planRefSelect, amendment: { select: { number: true, reason: true } },
} as const satisfies Prisma.PlanChangeSelect;

/** What changed in plans since the public could read them, as their histories tell it. */
export const changes: Resource = {
  name: "changes", record: changeRecord, key: "id",
  sorts: { ...byId, at: instantSort },
  filters: { plan: ofPlan, commitment: { schema: id, where: (commitmentId) => ({ commitmentId }) }, since: { schema: since, where: (value) => ({ at: { gte: new Date(value) } }) } },
  read: async ({ where, orderBy, take }) => {
    const made = { OR: [{ amendmentId: null }, { amendment: { is: { status: "made" } } }] };
    const rows = await db().planChange.findMany({ relationLoadStrategy: "join", where: { AND: [{ plan: publicPlan }, made, where] }, orderBy, take, select: changeSelect });
    return rows.map(({ plan, amendment, ...row }) => ({
      ...row, at: row.at.toISOString(), title: textOf(row.title), plan: planRefOf(plan), amendment: amendment && { number: amendment.number, reason: textOf(amendment.reason) },
    }));
  },
};
