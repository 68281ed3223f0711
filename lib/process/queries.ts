import type { Disposition } from "#lib/record/dispositions/schema.ts";
import { evidenceSelect, evidenceView, type EvidenceView } from "#lib/evidence/queries.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { organisationRef, organisationSelect, type OrganisationRef } from "#lib/organisations/queries.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { daysWaiting, groupPath, recommendationPath, recommendationState } from "./rules.ts";
import type { EventKind, RecommendationState, Sector } from "./schema.ts";

/** Something that is named and led to; `path` is without the language. */
export interface NamedLink {
  path: string;
  name: Localized;
}

/** What the public reads of a recommendation. Who works for the addressee is not part of it. */
export interface PublicRecommendation {
  number: number;
  path: string;
  text: Localized;
  addressee: OrganisationRef;
  /** Partial date by whose end it should be done; null: not stated. */
  dueOn: string | null;
  state: RecommendationState;
  /** Whole days from when the addressee was told until the response, or until now while there is none. */
  days: number;
  publishedAt: Date;
  response: { disposition: Disposition; text: Localized; respondedAt: Date } | null;
  fulfilment: { on: string; text: Localized | null; evidence: EvidenceView[] } | null;
}

/** Evidence that was not taken out again, in the order in which it came. */
const proof = { where: { removedAt: null }, orderBy: [{ uploadedAt: "asc" }, { id: "asc" }], select: evidenceSelect } satisfies Prisma.ProcessEvent$evidenceArgs;

/** What {@link publicRecommendation} needs of a row. Ask for `publishedAt: { not: null }` and a public event. */
export const recommendationSelect = {
  number: true, text: true, addressee: organisationSelect, dueOn: true, disposition: true, response: true, respondedAt: true, fulfilledOn: true, fulfilment: true, publishedAt: true, evidence: proof,
} satisfies Prisma.RecommendationSelect;

type RecommendationRow = Prisma.RecommendationGetPayload<{ select: typeof recommendationSelect }>;

/** A row of {@link recommendationSelect} as {@link PublicRecommendation}. */
export function publicRecommendation(row: RecommendationRow, eventSlug: string, now: Date): PublicRecommendation {
  const { number, dueOn, respondedAt, fulfilledOn } = row;
  const publishedAt = row.publishedAt ?? now;
  return {
    number, dueOn, publishedAt, path: recommendationPath({ slug: eventSlug }, number), text: row.text as Localized, addressee: organisationRef(row.addressee),
    state: recommendationState(row), days: daysWaiting({ publishedAt, respondedAt }, now),
    response: respondedAt ? { disposition: row.disposition as Disposition, text: row.response as Localized, respondedAt } : null,
    fulfilment: fulfilledOn ? { on: fulfilledOn, text: row.fulfilment as Localized | null, evidence: row.evidence.map(evidenceView) } : null,
  };
}

/** An event on a public list. */
export interface PublicEventLine {
  slug: string;
  kind: EventKind;
  title: Localized;
  cancelled: boolean;
  /** Calendar days; startsOn null: no source states the day. */
  startsOn: string | null;
  endsOn: string | null;
  place: Localized | null;
  presentsResults: boolean;
  secretariat: OrganisationRef;
  group: NamedLink | null;
  decisions: number;
  recommendations: number;
}

/** What the public may read of. */
export const publicEvent = { status: { in: ["published", "cancelled"] } } satisfies Prisma.ProcessEventWhereInput;
const asked = { publishedAt: { not: null } } as const;

/** What {@link publicEventLine} needs of a row. */
export const eventLineSelect = {
  slug: true, kind: true, title: true, status: true, startsOn: true, endsOn: true, place: true, presentsResults: true, secretariat: organisationSelect,
  group: { select: { slug: true, name: true, publishedAt: true } },
  _count: { select: { decisions: true, recommendations: { where: asked } } },
} satisfies Prisma.ProcessEventSelect;

type EventLineRow = Prisma.ProcessEventGetPayload<{ select: typeof eventLineSelect }>;

/** A row of {@link eventLineSelect} as {@link PublicEventLine}; a group that is not public is not named. */
export function publicEventLine(row: EventLineRow): PublicEventLine {
  const { slug, startsOn, endsOn, presentsResults, group, _count } = row;
  return {
    slug, startsOn, endsOn, presentsResults, kind: row.kind as EventKind, title: row.title as Localized, cancelled: row.status === "cancelled", place: row.place as Localized | null,
    secretariat: organisationRef(row.secretariat), group: group?.publishedAt ? { path: groupPath(group.slug), name: group.name as Localized } : null, ..._count,
  };
}

/** Who came; `people` null: how many is not stated. */
export interface PublicAttendance {
  sector: Sector;
  organisation: OrganisationRef | null;
  name: Localized | null;
  people: number | null;
}

/** An event as its page shows it. */
export interface PublicEvent extends Omit<PublicEventLine, "decisions" | "recommendations"> {
  plan: NamedLink | null;
  url: string | null;
  summary: Localized | null;
  agenda: Localized | null;
  minutes: Localized | null;
  cancelReason: Localized | null;
  cancelledAt: Date | null;
  sourceNote: Localized | null;
  publishedAt: Date | null;
  /** The last change since it is public. */
  editedAt: Date | null;
  attendance: PublicAttendance[];
  decisions: { number: number; text: Localized }[];
  recommendations: PublicRecommendation[];
  documents: EvidenceView[];
}

const eventSelect = {
  ...eventLineSelect,
  url: true, summary: true, agenda: true, minutes: true, cancelReason: true, cancelledAt: true, sourceNote: true, publishedAt: true, editedAt: true,
  plan: { select: { slug: true, title: true, status: true } },
  attendance: { orderBy: [{ position: "asc" }, { id: "asc" }], select: { sector: true, organisation: organisationSelect, name: true, people: true } },
  decisions: { orderBy: { number: "asc" }, select: { number: true, text: true } },
  recommendations: { where: asked, orderBy: { number: "asc" }, select: recommendationSelect },
  evidence: proof,
} satisfies Prisma.ProcessEventSelect;

type EventRow = Prisma.ProcessEventGetPayload<{ select: typeof eventSelect }>;

/** A public event by its address, in one statement; null when there is none. */
export async function getPublishedEvent(slug: string, now: Date): Promise<PublicEvent | null> {
  const row = await db().processEvent.findFirst({ relationLoadStrategy: "join", where: { slug, ...publicEvent }, select: eventSelect });
  return row && eventView(row, now);
}

function eventView(row: EventRow, now: Date): PublicEvent {
  const { plan, url, publishedAt, editedAt, cancelledAt } = row;
  const texts = { summary: row.summary as Localized | null, agenda: row.agenda as Localized | null, minutes: row.minutes as Localized | null, sourceNote: row.sourceNote as Localized | null };
  return {
    ...publicEventLine(row), ...texts, url, publishedAt, editedAt, cancelledAt, cancelReason: row.cancelReason as Localized | null,
    plan: plan && plan.status !== "draft" ? { path: `/plans/${plan.slug}`, name: plan.title as Localized } : null,
    attendance: row.attendance.map(({ sector, organisation, name, people }) => ({ sector: sector as Sector, organisation: organisation && organisationRef(organisation), name: name as Localized | null, people })),
    decisions: row.decisions.map(({ number, text }) => ({ number, text: text as Localized })),
    recommendations: row.recommendations.map((recommendation) => publicRecommendation(recommendation, row.slug, now)),
    documents: row.evidence.map(evidenceView),
  };
}
