import type { Localized } from "#lib/record/localized/schema.ts";
import { organisationRef, organisationSelect, type OrganisationRef } from "#lib/organisations/queries.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { eventLineSelect, publicEvent, publicEventLine, type NamedLink, type PublicEventLine } from "#lib/process/queries.ts";
import type { GroupKind, MemberRole, Sector } from "#lib/process/schema.ts";
import type { Term } from "#lib/record/terms/schema.ts";

/** A working group or forum on the list. */
export interface GroupLine {
  slug: string;
  kind: GroupKind;
  name: Localized;
  secretariat: OrganisationRef;
  members: number;
  /** Meetings and other events on record, cancelled ones not counted. */
  events: number;
  recommendations: number;
  /** The day of its newest event that has begun; null: none is stated. */
  lastMetOn: string | null;
}

export interface GroupMember {
  sector: Sector;
  role: MemberRole;
  organisation: OrganisationRef | null;
  name: Localized | null;
}

/** A group as its page shows it. */
export interface GroupView {
  slug: string;
  kind: GroupKind;
  name: Localized;
  mandate: Localized | null;
  sourceNote: Localized | null;
  term: Term;
  secretariat: OrganisationRef;
  plan: NamedLink | null;
  editedAt: Date | null;
  members: GroupMember[];
  /** The newest first; those of which no day is stated come last. */
  events: PublicEventLine[];
}

const held = { status: "published" } as const;
const newestFirst = [{ startsOn: { sort: "desc", nulls: "last" } }, { id: "desc" }] satisfies Prisma.ProcessEventOrderByWithRelationInput[];

/** Every public group, those that are a forum first; `today` is the day in Tbilisi. */
export async function listPublishedGroups(today: string): Promise<GroupLine[]> {
  const rows = await db().workingGroup.findMany({
    relationLoadStrategy: "join",
    where: { publishedAt: { not: null } },
    orderBy: [{ kind: "asc" }, { slug: "asc" }],
    select: {
      slug: true, kind: true, name: true, secretariat: organisationSelect, _count: { select: { members: true } },
      events: { where: held, select: { startsOn: true, _count: { select: { recommendations: { where: { publishedAt: { not: null } } } } } } },
    },
  });
  return rows.map(({ slug, kind, name, secretariat, events, _count }) => ({
    slug, kind: kind as GroupKind, name: name as Localized, secretariat: organisationRef(secretariat), members: _count.members, events: events.length,
    recommendations: events.reduce((sum, event) => sum + event._count.recommendations, 0),
    lastMetOn: events.flatMap(({ startsOn }) => (startsOn && startsOn <= today ? [startsOn] : [])).sort().at(-1) ?? null,
  }));
}

const groupSelect = {
  slug: true, kind: true, name: true, mandate: true, sourceNote: true, startsOn: true, endsOn: true, editedAt: true, secretariat: organisationSelect,
  plan: { select: { slug: true, title: true, status: true } },
  members: { orderBy: [{ position: "asc" }, { id: "asc" }], select: { sector: true, role: true, organisation: organisationSelect, name: true } },
  events: { where: publicEvent, orderBy: newestFirst, select: eventLineSelect },
} satisfies Prisma.WorkingGroupSelect;

/** A public group by its address; null when there is none. */
export async function getPublishedGroup(slug: string): Promise<GroupView | null> {
  const row = await db().workingGroup.findFirst({ relationLoadStrategy: "join", where: { slug, publishedAt: { not: null } }, select: groupSelect });
  return row && groupView(row);
}

function groupView(row: Prisma.WorkingGroupGetPayload<{ select: typeof groupSelect }>): GroupView {
  const { slug, startsOn, endsOn, editedAt, plan } = row;
  return {
    slug, editedAt, term: { startsOn, endsOn }, kind: row.kind as GroupKind, name: row.name as Localized, mandate: row.mandate as Localized | null, sourceNote: row.sourceNote as Localized | null,
    secretariat: organisationRef(row.secretariat), plan: plan && plan.status !== "draft" ? { path: `/plans/${plan.slug}`, name: plan.title as Localized } : null,
    members: row.members.map(({ sector, role, organisation, name }) => ({ sector: sector as Sector, role: role as MemberRole, organisation: organisation && organisationRef(organisation), name: name as Localized | null })),
    events: row.events.map(publicEventLine),
  };
}
