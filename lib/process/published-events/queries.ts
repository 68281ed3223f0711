import type { Localized } from "#lib/record/localized/schema.ts";
import { organisationRef, organisationSelect, type OrganisationRef } from "#lib/organisations/queries.ts";
import { pageOf } from "#lib/record/pages/rules.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { eventLineSelect, publicEvent, publicEventLine, type PublicEventLine } from "#lib/process/queries.ts";
import type { EventKind } from "#lib/process/schema.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import type { EventFilters } from "./schema.ts";

/** What the filters can choose from: what has public events. */
export interface EventChoices {
  kinds: EventKind[];
  secretariats: OrganisationRef[];
  plans: { slug: string; title: Localized }[];
}

/** A page of the log. */
export interface EventLog {
  /** Not begun yet, the soonest first; on the first page alone. */
  upcoming: PublicEventLine[];
  /** The newest first; those of which no day is stated come last. */
  past: PublicEventLine[];
  /** How many there are that are not upcoming. */
  total: number;
  /** From 1. */
  page: number;
  pages: number;
  /** The filters that were understood. */
  filters: EventFilters;
  choices: EventChoices;
}

const pageSize = 30;
/** More announcements than anybody makes; a limit for what a page can become. */
const mostUpcoming = 100;
const soonestFirst = [{ startsOn: "asc" }, { id: "asc" }] satisfies Prisma.ProcessEventOrderByWithRelationInput[];
const newestFirst = [{ startsOn: { sort: "desc", nulls: "last" } }, { id: "desc" }] satisfies Prisma.ProcessEventOrderByWithRelationInput[];

/** The public events that the filters ask for, 30 a page (out of range: the nearest). A plan or Secretariat that is not known is not asked for. */
export async function listPublishedEvents(wanted: EventFilters, page: number, now: Date): Promise<EventLog> {
  const choices = await listChoices();
  const filters = knownFilters(wanted, choices);
  const { kind, secretariat, plan } = filters;
  const where = { ...publicEvent, ...(kind ? { kind } : {}), ...(secretariat ? { secretariat: { slug: secretariat } } : {}), ...(plan ? { plan: { slug: plan } } : {}) };
  const today = dayOf(now);
  const before = { ...where, OR: [{ startsOn: null }, { startsOn: { lte: today } }] } satisfies Prisma.ProcessEventWhereInput;
  const total = await db().processEvent.count({ where: before });
  const { page: current, pages, window } = pageOf(total, pageSize, page);
  const past = await db().processEvent.findMany({ relationLoadStrategy: "join", where: before, orderBy: newestFirst, select: eventLineSelect, ...window });
  const upcoming = current === 1 ? await db().processEvent.findMany({ relationLoadStrategy: "join", where: { ...where, startsOn: { gt: today } }, orderBy: soonestFirst, select: eventLineSelect, take: mostUpcoming }) : [];
  return { upcoming: upcoming.map(publicEventLine), past: past.map(publicEventLine), total, page: current, pages, filters, choices };
}

async function listChoices(): Promise<EventChoices> {
  const kinds = await db().processEvent.groupBy({ by: ["kind"], where: publicEvent, orderBy: { kind: "asc" } });
  const secretariats = await db().organisation.findMany({ where: { events: { some: publicEvent } }, orderBy: { slug: "asc" }, ...organisationSelect });
  const plans = await db().plan.findMany({ where: { status: { not: "draft" }, events: { some: publicEvent } }, orderBy: [{ startsOn: "desc" }, { slug: "asc" }], select: { slug: true, title: true } });
  return { kinds: kinds.map(({ kind }) => kind as EventKind), secretariats: secretariats.map(organisationRef), plans: plans.map(({ slug, title }) => ({ slug, title: title as Localized })) };
}

function knownFilters({ kind, secretariat, plan }: EventFilters, choices: EventChoices): EventFilters {
  return {
    kind,
    secretariat: choices.secretariats.some(({ slug }) => slug === secretariat) ? secretariat : null,
    plan: choices.plans.some(({ slug }) => slug === plan) ? plan : null,
  };
}

/** How many public events belong to an organisation's process. */
export async function countEventsOf(organisationSlug: string): Promise<number> {
  return db().processEvent.count({ where: { ...publicEvent, secretariat: { slug: organisationSlug } } });
}
