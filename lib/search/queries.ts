import type { Localized } from "#lib/localized/schema.ts";
import { db, noSql, sql, type Prisma } from "#lib/platform/db/client.ts";
import { dayOf } from "#lib/terms/rules.ts";
import { asTsquery, askedWords, fold, type AskedWord } from "./rules.ts";
import { facetNames, isNarrowed, searchPageSize, type FacetName, type Search, type SearchKind } from "./schema.ts";

/** More than these are counted as "more than": nobody reads them, and the database would fetch every one. */
const mostCounted = { commitment: 1_000, comment: 500, other: 500 } as const;
/** Shown of each kind when all are asked for. */
const shownOfEach = { commitment: 10, other: 3 } as const;
/** So many choices of one facet are offered, those with the most first. */
const mostChoices = 40;

/** Something found; `id` is its subject's. */
export interface Hit {
  kind: SearchKind;
  id: string;
  path: string;
  /** A comment's is that of what it is about. */
  title: Localized | null;
  summary: Localized | null;
  at: Date | null;
}

/** How many were found; `more`: there are more than were counted. */
export interface Count {
  count: number;
  more: boolean;
}

/** What the commitments that were found have in common, by facet, the most frequent first, and how many are overdue. */
export type FacetCounts = Record<FacetName, { value: string; count: number }[]> & { overdue: number };

export interface Found {
  /** The beginnings by which things were found: what is highlighted. */
  stems: string[];
  /** How the words were taken: as typed, as words spelled alike, or some of them only. */
  taken: "typed" | "alike" | "any";
  counts: Record<SearchKind, Count>;
  hits: Hit[];
  facets: FacetCounts;
}

/** What answers a question in public, the best first; null when nothing is asked. */
export async function findPublic(search: Search, now: Date): Promise<Found | null> {
  const words = askedWords(search.question);
  if (words.length === 0) return search.question === "" && (isNarrowed(search) || search.kind) ? attempt(search, null, [], "typed", now) : null;
  const typed = await attempt(search, asTsquery(words), words, "typed", now);
  if (total(typed) > 0) return typed;
  const corrected = await spelledAlike(words);
  const alike = corrected && (await attempt(search, asTsquery(corrected), corrected, "alike", now));
  if (alike && total(alike) > 0) return alike;
  const any = corrected ?? words;
  return any.length > 1 ? attempt(search, asTsquery(any, "any"), any, "any", now) : typed;
}

const total = ({ counts }: Found) => Object.values(counts).reduce((sum, { count }) => sum + count, 0);

async function attempt(search: Search, query: string | null, words: readonly AskedWord[], taken: Found["taken"], now: Date): Promise<Found> {
  const [commitments, others, comments] = await Promise.all([findCommitments(search, query, now), findOthers(search, query), findComments(search, query)]);
  const counts = { ...commitments.counts, ...others.counts, ...comments.counts } as Found["counts"];
  return { stems: words.flatMap(({ stems }) => stems), taken, counts, hits: [...commitments.hits, ...others.hits, ...comments.hits], facets: commitments.facets };
}

/** Words of the index that are spelled like those that stand nowhere in it; null when there are none. Three for each at most. */
async function spelledAlike(words: readonly AskedWord[]): Promise<AskedWord[] | null> {
  let changed = false;
  const corrected = await Promise.all(words.map(async (asked) => {
    const [own = ""] = asked.stems;
    const known = await db().$queryRaw<{ word: string; isOwn: boolean }[]>`
      (SELECT "word", true AS "isOwn" FROM "SearchWord" WHERE "word" LIKE ${`${own.replaceAll(/[\\%_]/g, "")}%`} LIMIT 1)
      UNION ALL (SELECT "word", false FROM "SearchWord" WHERE "word" % ${fold(asked.typed)} ORDER BY similarity("word", ${fold(asked.typed)}) DESC, "word" LIMIT 3)`;
    const alike = known.filter(({ isOwn }) => !isOwn);
    if (alike.length === 0 || known.some(({ isOwn }) => isOwn)) return asked;
    changed = true;
    return { typed: asked.typed, stems: alike.map(({ word }) => word) };
  }));
  return changed ? corrected : null;
}

const matches = (query: string | null) => (query === null ? noSql : sql`AND "words" @@ ${query}::tsquery`);
const inHead = (query: string | null) => (query === null ? noSql : sql`AND "head" @@ ${query}::tsquery`);
const rank = (query: string | null) => (query === null ? sql`0::real` : sql`ts_rank("head", ${query}::tsquery)`);

/** The facets asked for, as the index keeps them. */
function wantedFacets({ facets }: Search, names: readonly FacetName[] = facetNames): Prisma.Sql {
  const wanted = names.flatMap((name) => (facets[name] ? [`${name}:${facets[name]}`] : []));
  return wanted.length > 0 ? sql`AND "facets" @> ${wanted}::text[]` : noSql;
}

interface CommitmentRow {
  total: number;
  overdue: number;
  facets: { facet: string; count: number }[] | null;
  hits: Hit[] | null;
}

const window = (search: Search, kind: SearchKind, first: number) =>
  search.kind === kind ? sql`LIMIT ${searchPageSize} OFFSET ${(search.page - 1) * searchPageSize}` : sql`LIMIT ${search.kind ? 0 : first}`;

/** Those with the words in their title come first, also where there are too many to look at all. */
async function findCommitments(search: Search, query: string | null, now: Date): Promise<Pick<Found, "hits" | "facets"> & { counts: Partial<Found["counts"]> }> {
  const today = dayOf(now);
  const narrowed = sql`${wantedFacets(search)} ${search.overdue ? sql`AND "dueOn" < ${today}::date` : noSql}`;
  const columns = sql`"subjectId", "at", "facets", "dueOn", ${rank(query)} AS "rank"`;
  const [row] = await db().$queryRaw<CommitmentRow[]>`
    WITH found AS MATERIALIZED (SELECT ${columns} FROM "SearchDocument" WHERE "kind" = 'commitment' ${matches(query)} ${narrowed} LIMIT ${mostCounted.commitment + 1}),
    titled AS (SELECT ${columns} FROM "SearchDocument" WHERE "kind" = 'commitment' AND (SELECT count(*) FROM found) > ${mostCounted.commitment} ${inHead(query)} ${narrowed} LIMIT 300),
    page AS (SELECT * FROM (SELECT "subjectId", "at", "rank" FROM found UNION SELECT "subjectId", "at", "rank" FROM titled) one
      ORDER BY "rank" DESC, "at" DESC NULLS LAST, "subjectId" DESC ${window(search, "commitment", shownOfEach.commitment)}),
    counted AS (SELECT facet, count(*)::int AS count, row_number() OVER (PARTITION BY split_part(facet, ':', 1) ORDER BY count(*) DESC, facet) AS place FROM found, unnest("facets") facet GROUP BY facet)
    SELECT (SELECT count(*)::int FROM found) AS "total", (SELECT count(*)::int FROM found WHERE "dueOn" < ${today}::date) AS "overdue",
      (SELECT jsonb_agg(jsonb_build_object('facet', facet, 'count', count) ORDER BY place) FROM counted WHERE place <= ${mostChoices}) AS "facets",
      (SELECT jsonb_agg(jsonb_build_object('kind', 'commitment', 'id', d."subjectId", 'path', d."path", 'title', d."title", 'summary', d."summary", 'at', d."at") ORDER BY page."rank" DESC, page."at" DESC NULLS LAST, page."subjectId" DESC)
        FROM page JOIN "SearchDocument" d ON d."kind" = 'commitment' AND d."subjectId" = page."subjectId") AS "hits"`;
  return { hits: (row?.hits ?? []).map(withDate), facets: facetCounts(row), counts: { commitment: capped(row?.total ?? 0, mostCounted.commitment) } };
}

/** JSON has no dates of its own; the database's are in universal time. */
const withDate = (hit: Hit): Hit => ({ ...hit, at: hit.at ? new Date(`${String(hit.at)}Z`) : null });

const capped = (count: number, most: number): Count => ({ count: Math.min(count, most), more: count > most });

function facetCounts(row: CommitmentRow | undefined): FacetCounts {
  const of = (name: FacetName) => (row?.facets ?? []).filter(({ facet }) => facet.startsWith(`${name}:`)).map(({ facet, count }) => ({ value: facet.slice(name.length + 1), count }));
  return { ...(Object.fromEntries(facetNames.map((name) => [name, of(name)])) as Record<FacetName, { value: string; count: number }[]>), overdue: row?.overdue ?? 0 };
}

/** Plan and level are of everything that belongs to a plan; by all else only commitments can be narrowed. */
const othersAsked = ({ facets, overdue, kind }: Search) => !overdue && kind !== "commitment" && facetNames.every((name) => name === "plan" || name === "level" || facets[name] === null);

type OtherRow = Hit & { total: number };

async function findOthers(search: Search, query: string | null): Promise<Pick<Found, "hits"> & { counts: Partial<Found["counts"]> }> {
  const kinds = ["plan", "report", "organisation", "event", "recommendation"] as const;
  const from = search.kind ? (search.page - 1) * searchPageSize : 0;
  const rows = othersAsked(search) ? await db().$queryRaw<OtherRow[]>`
    WITH found AS (SELECT "kind", "subjectId", "at", ${rank(query)} AS "rank" FROM "SearchDocument" WHERE "kind" NOT IN ('commitment', 'comment') ${matches(query)} ${wantedFacets(search, ["plan", "level"])} LIMIT ${mostCounted.other * kinds.length}),
    placed AS (SELECT *, count(*) OVER (PARTITION BY "kind")::int AS "total", row_number() OVER (PARTITION BY "kind" ORDER BY "rank" DESC, "at" DESC NULLS LAST, "subjectId" DESC) AS "place" FROM found)
    SELECT d."kind", d."subjectId" AS "id", d."path", d."title", d."summary", d."at", placed."total" FROM placed JOIN "SearchDocument" d USING ("kind", "subjectId")
    WHERE placed."place" = 1 OR placed."place" BETWEEN ${from + 1} AND ${from + (search.kind ? searchPageSize : shownOfEach.other)} ORDER BY placed."place"` : [];
  const counts = Object.fromEntries(kinds.map((kind) => [kind, capped(rows.find((row) => row.kind === kind)?.total ?? 0, mostCounted.other)]));
  const shown = rows.filter(({ kind }, index) => (search.kind === null || kind === search.kind) && (from === 0 || rows.findIndex((row) => row.kind === kind) !== index));
  return { hits: shown.map(({ total: _, ...hit }) => hit), counts };
}

/** The newest of those that were looked at; a comment is named by what it is about. */
async function findComments(search: Search, query: string | null): Promise<Pick<Found, "hits"> & { counts: Partial<Found["counts"]> }> {
  if (!othersAsked(search)) return { hits: [], counts: { comment: capped(0, 1) } };
  // By the plan's id: comments have no index of facets, for they would be a million of two.
  const ofPlan = search.facets.plan ? sql`AND "planId" = (SELECT "id" FROM "Plan" WHERE "slug" = ${search.facets.plan})` : noSql;
  const rows = await db().$queryRaw<OtherRow[]>`
    WITH found AS MATERIALIZED (SELECT "subjectId", "at" FROM "SearchDocument" WHERE "kind" = 'comment' ${matches(query)} ${ofPlan} ${wantedFacets(search, ["level"])} LIMIT ${mostCounted.comment + 1}),
    page AS (SELECT *, (SELECT count(*)::int FROM found) AS "total" FROM found ORDER BY "at" DESC NULLS LAST, "subjectId" DESC ${search.kind && search.kind !== "comment" ? sql`LIMIT 1` : window(search, "comment", shownOfEach.other)})
    SELECT d."kind", d."subjectId" AS "id", d."path", about."title", d."summary", d."at", page."total"
    FROM page JOIN "SearchDocument" d ON d."kind" = 'comment' AND d."subjectId" = page."subjectId" JOIN "Comment" m ON m."id" = d."subjectId"
    LEFT JOIN "SearchDocument" about ON about."kind" = CASE WHEN m."commitmentId" IS NULL THEN 'report' ELSE 'commitment' END AND about."subjectId" = COALESCE(m."commitmentId", m."reportId")
    ORDER BY page."at" DESC NULLS LAST, page."subjectId" DESC`;
  const hits = search.kind === null || search.kind === "comment" ? rows.map(({ total: _, ...hit }) => hit) : [];
  return { hits, counts: { comment: capped(rows[0]?.total ?? 0, mostCounted.comment) } };
}

/** What the choices of the facets are called; grades by their code, whatever scale they are of. */
export async function facetLabels(facets: FacetCounts): Promise<Map<string, Localized>> {
  const values = (name: FacetName) => facets[name].map(({ value }) => value);
  const rows = await db().$queryRaw<{ facet: string; label: Localized }[]>`
    SELECT 'plan:' || "slug" AS facet, "title" AS label FROM "Plan" WHERE "slug" = ANY (${values("plan")}) AND "status" <> 'draft'
    UNION ALL SELECT 'agency:' || "slug", "name" FROM "Organisation" WHERE "slug" = ANY (${values("agency")})
    UNION ALL SELECT 'area:' || "code", "label" FROM "ThematicArea"
    UNION ALL SELECT 'sdg:' || "number", "label" FROM "Sdg"
    UNION ALL SELECT * FROM (SELECT DISTINCT ON ("code") 'fulfilment:' || "code", "label" FROM "FulfilmentGrade" ORDER BY "code", "scaleCode") grade`;
  return new Map(rows.map(({ facet, label }) => [facet, label]));
}

/** A thing that what is being typed may lead to. */
export interface Suggestion {
  kind: SearchKind;
  path: string;
  title: Localized;
}

/** Titles that hold the words typed so far, the last one perhaps not whole; eight at most. */
export async function suggest(question: string): Promise<Suggestion[]> {
  const words = askedWords(question);
  const last = words.at(-1);
  if (!last || fold(question).replaceAll(" ", "").length < 2) return [];
  const beginnings = words.map((word) => (word === last ? { ...word, stems: [...new Set([...word.stems, fold(word.typed).split(" ").at(-1) ?? ""])].filter(Boolean) } : word));
  const query = asTsquery(beginnings, "title");
  return db().$queryRaw<Suggestion[]>`
    WITH found AS MATERIALIZED (SELECT "kind", "subjectId", "at", ts_rank("head", ${query}::tsquery) AS "rank" FROM "SearchDocument" WHERE "kind" <> 'comment' AND "head" @@ ${query}::tsquery LIMIT 300),
    best AS (SELECT * FROM found ORDER BY "rank" DESC, "at" DESC NULLS LAST, "subjectId" DESC LIMIT 8)
    SELECT "kind", d."path", d."title" FROM best JOIN "SearchDocument" d USING ("kind", "subjectId") WHERE d."title" IS NOT NULL ORDER BY best."rank" DESC, best."at" DESC NULLS LAST, best."subjectId" DESC`;
}
