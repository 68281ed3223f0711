import type { Localized } from "#lib/record/localized/schema.ts";
import { pageOf } from "#lib/record/pages/rules.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { publicRecommendation, recommendationSelect, type NamedLink, type PublicRecommendation } from "#lib/process/queries.ts";
import { eventPath, groupPath } from "#lib/process/rules.ts";
import type { RecommendationState } from "#lib/process/schema.ts";

/** A recommendation on a list, with the meeting that made it. */
export interface RecommendationLine extends PublicRecommendation {
  event: NamedLink & { startsOn: string | null };
  /** The working group or forum that met; null: none, or not public. */
  group: NamedLink | null;
}

export type RecommendationCounts = Record<RecommendationState, number>;

/** A page of all recommendations. */
export interface RecommendationList {
  items: RecommendationLine[];
  counts: RecommendationCounts;
  state: RecommendationState | null;
  /** From 1. */
  page: number;
  pages: number;
}

const pageSize = 30;
/** What a cancelled meeting asked for is asked by nobody. */
const shown = { publishedAt: { not: null }, event: { status: "published" } } satisfies Prisma.RecommendationWhereInput;

const lineSelect = {
  ...recommendationSelect,
  event: { select: { slug: true, title: true, startsOn: true, group: { select: { slug: true, name: true, publishedAt: true } } } },
} satisfies Prisma.RecommendationSelect;

type LineRow = Prisma.RecommendationGetPayload<{ select: typeof lineSelect }>;

function lineOf({ event, ...row }: LineRow, now: Date): RecommendationLine {
  const { group } = event;
  return {
    ...publicRecommendation(row, event.slug, now),
    event: { path: eventPath(event.slug), name: event.title as Localized, startsOn: event.startsOn },
    group: group?.publishedAt ? { path: groupPath(group.slug), name: group.name as Localized } : null,
  };
}

const inState = {
  waiting: { respondedAt: null },
  answered: { respondedAt: { not: null }, fulfilledOn: null },
  fulfilled: { fulfilledOn: { not: null } },
} satisfies Record<RecommendationState, Prisma.RecommendationWhereInput>;

async function countStates(where: Prisma.RecommendationWhereInput): Promise<RecommendationCounts> {
  const count = (state: RecommendationState) => db().recommendation.count({ where: { ...where, ...inState[state] } });
  return { waiting: await count("waiting"), answered: await count("answered"), fulfilled: await count("fulfilled") };
}

/** All recommendations, or those in one state, 30 a page (out of range: the nearest): what waits longest first, then the newest. */
export async function listPublishedRecommendations(state: RecommendationState | null, page: number, now: Date): Promise<RecommendationList> {
  const counts = await countStates(shown);
  const total = state ? counts[state] : counts.waiting + counts.answered + counts.fulfilled;
  const { page: current, pages, window } = pageOf(total, pageSize, page);
  const orderBy = [{ publishedAt: state === "waiting" ? "asc" : "desc" }, { id: "asc" }] satisfies Prisma.RecommendationOrderByWithRelationInput[];
  const where = { ...shown, ...(state ? inState[state] : {}) };
  const rows = await db().recommendation.findMany({ relationLoadStrategy: "join", where, orderBy, select: lineSelect, ...window });
  return { items: rows.map((row) => lineOf(row, now)), counts, state, page: current, pages };
}

/** How many of an organisation's recommendations a page about something else shows; all are on the list. */
const most = 200;
/** As `most`, where they are one thing among others. */
const mostBesides = 10;

/** What meetings recommend to an organisation, the newest first. */
export async function listRecommendationsTo(organisationSlug: string, now: Date): Promise<RecommendationLine[]> {
  const rows = await db().recommendation.findMany({ relationLoadStrategy: "join", where: { ...shown, addressee: { slug: organisationSlug } }, orderBy: [{ publishedAt: "desc" }, { id: "asc" }], select: lineSelect, take: most });
  return rows.map((row) => lineOf(row, now));
}

/** What meetings recommend to the bodies of a municipality, the newest first; those of each body are on its page. */
export async function listRecommendationsToBodiesOf(municipalitySlug: string, now: Date): Promise<RecommendationLine[]> {
  const where = { ...shown, addressee: { municipalitySlug } } satisfies Prisma.RecommendationWhereInput;
  const rows = await db().recommendation.findMany({ relationLoadStrategy: "join", where, orderBy: [{ publishedAt: "desc" }, { id: "asc" }], select: lineSelect, take: mostBesides });
  return rows.map((row) => lineOf(row, now));
}

/** What a group's meetings recommend, the newest first, and how many there are in each state. */
export async function listRecommendationsOf(groupSlug: string, now: Date): Promise<{ items: RecommendationLine[]; counts: RecommendationCounts }> {
  const where = { ...shown, event: { status: "published", group: { slug: groupSlug } } };
  const rows = await db().recommendation.findMany({ relationLoadStrategy: "join", where, orderBy: [{ publishedAt: "desc" }, { id: "asc" }], select: lineSelect, take: most });
  return { items: rows.map((row) => lineOf(row, now)), counts: await countStates(where) };
}
