import type { Localized } from "#lib/record/localized/schema.ts";
import { db, noSql, sql, type Prisma } from "#lib/platform/db/client.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import { facetNames, searchPageSize, type Count, type FacetName, type Hit, type Search, type SearchKind } from "./schema.ts";

/** More commitments than these are counted as "more than": nobody reads them, and the database would fetch every one. */
const mostCommitments = 1_000;
const shownCommitments = 10;
/** So many choices of one facet are offered, those with the most first. */
const mostChoices = 40;

/** What the commitments that were found have in common, by facet, the most frequent first, and how many are overdue. */
export type FacetCounts = Record<FacetName, { value: string; count: number }[]> & { overdue: number };

/** The words; none: whatever the facets leave. */
export const matches = (query: string | null): Prisma.Sql => (query === null ? noSql : sql`AND "words" @@ ${query}::tsquery`);
export const rank = (query: string | null): Prisma.Sql => (query === null ? sql`0::real` : sql`ts_rank("head", ${query}::tsquery)`);

/** The facets asked for, as the index keeps them. */
export function wantedFacets({ facets }: Search, names: readonly FacetName[] = facetNames): Prisma.Sql {
  const wanted = names.flatMap((name) => (facets[name] ? [`${name}:${facets[name]}`] : []));
  return wanted.length > 0 ? sql`AND "facets" @> ${wanted}::text[]` : noSql;
}

export const wantedOverdue = ({ overdue }: Search, now: Date): Prisma.Sql => (overdue ? sql`AND "dueOn" < ${dayOf(now)}::date` : noSql);

/** Of the only kind asked for, a page; of each of all kinds, the first. */
export const window = (search: Search, kind: SearchKind, first: number): Prisma.Sql =>
  search.kind === kind ? sql`LIMIT ${searchPageSize} OFFSET ${(search.page - 1) * searchPageSize}` : sql`LIMIT ${search.kind ? 0 : first}`;

/** JSON has no dates of its own; the database's are in universal time. */
export const withDate = (hit: Hit): Hit => ({ ...hit, at: hit.at ? new Date(`${String(hit.at)}Z`) : null });

/** @param most what was looked at, but for one more */
export const capped = (count: number, most: number): Count => ({ count: Math.min(count, most), more: count > most });

interface CommitmentRow {
  total: number;
  overdue: number;
  facets: { facet: string; count: number }[] | null;
  hits: Hit[] | null;
}

/** Commitments with the words in their title come first, also where there are too many to look at all. @param query a `tsquery` */
export async function findCommitments(search: Search, query: string | null, now: Date): Promise<{ count: Count; hits: Hit[]; facets: FacetCounts }> {
  const today = dayOf(now);
  const narrowed = sql`${wantedFacets(search)} ${wantedOverdue(search, now)}`;
  const columns = sql`"subjectId", "at", "facets", "dueOn", ${rank(query)} AS "rank"`;
  const titled = query === null ? sql`false` : sql`"head" @@ ${query}::tsquery`;
  const [row] = await db().$queryRaw<CommitmentRow[]>`
    WITH found AS MATERIALIZED (SELECT ${columns} FROM "SearchedCommitment" WHERE true ${matches(query)} ${narrowed} LIMIT ${mostCommitments + 1}),
    titled AS (SELECT ${columns} FROM "SearchedCommitment" WHERE (SELECT count(*) FROM found) > ${mostCommitments} AND ${titled} ${narrowed} LIMIT 300),
    page AS (SELECT * FROM (SELECT "subjectId", "at", "rank" FROM found UNION SELECT "subjectId", "at", "rank" FROM titled) one
      ORDER BY "rank" DESC, "at" DESC NULLS LAST, "subjectId" DESC ${window(search, "commitment", shownCommitments)}),
    counted AS (SELECT facet, count(*)::int AS count, row_number() OVER (PARTITION BY split_part(facet, ':', 1) ORDER BY count(*) DESC, facet) AS place FROM found, unnest("facets") facet GROUP BY facet)
    SELECT (SELECT count(*)::int FROM found) AS "total", (SELECT count(*)::int FROM found WHERE "dueOn" < ${today}::date) AS "overdue",
      (SELECT jsonb_agg(jsonb_build_object('facet', facet, 'count', count) ORDER BY place) FROM counted WHERE place <= ${mostChoices}) AS "facets",
      (SELECT jsonb_agg(jsonb_build_object('kind', 'commitment', 'id', d."subjectId", 'path', d."path", 'title', d."title", 'summary', d."summary", 'at', d."at") ORDER BY page."rank" DESC, page."at" DESC NULLS LAST, page."subjectId" DESC)
        FROM page JOIN "SearchedCommitment" d ON d."kind" = 'commitment' AND d."subjectId" = page."subjectId") AS "hits"`;
  return { count: capped(row?.total ?? 0, mostCommitments), hits: (row?.hits ?? []).map(withDate), facets: facetCounts(row) };
}

function facetCounts(row: CommitmentRow | undefined): FacetCounts {
  const of = (name: FacetName) => (row?.facets ?? []).filter(({ facet }) => facet.startsWith(`${name}:`)).map(({ facet, count }) => ({ value: facet.slice(name.length + 1), count }));
  return { ...(Object.fromEntries(facetNames.map((name) => [name, of(name)])) as Record<FacetName, { value: string; count: number }[]>), overdue: row?.overdue ?? 0 };
}

/** What the choices of the facets are called; grades by their code, whatever scale they are of. */
export async function facetLabels(facets: FacetCounts): Promise<Map<string, Localized>> {
  const values = (name: FacetName) => facets[name].map(({ value }) => value);
  const rows = await db().$queryRaw<{ facet: string; label: Localized }[]>`
    SELECT 'plan:' || "slug" AS facet, "title" AS label FROM "Plan" WHERE "slug" = ANY (${values("plan")}) AND "status" <> 'draft'
    UNION ALL SELECT 'agency:' || "slug", "name" FROM "Organisation" WHERE "slug" = ANY (${values("agency")})
    UNION ALL SELECT 'municipality:' || "slug", "name" FROM "Municipality" WHERE "slug" = ANY (${values("municipality")})
    UNION ALL SELECT 'area:' || "code", "label" FROM "ThematicArea"
    UNION ALL SELECT 'sdg:' || "number", "label" FROM "Sdg"
    UNION ALL SELECT * FROM (SELECT DISTINCT ON ("code") 'fulfilment:' || "code", "label" FROM "FulfilmentGrade" ORDER BY "code", "scaleCode") grade`;
  return new Map(rows.map(({ facet, label }) => [facet, label]));
}
