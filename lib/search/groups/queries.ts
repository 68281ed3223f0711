import { db, noSql, sql, type Prisma } from "#lib/platform/db/client.ts";
import { capped, matches, rank, wantedFacets, wantedOverdue, window, withDate } from "#lib/search/queries.ts";
import { facetNames, searchKinds, searchPageSize, type Count, type Hit, type Search, type SearchKind } from "#lib/search/schema.ts";

/** Every group but the commitments. */
export type GroupKind = Exclude<SearchKind, "commitment">;

/** Of each, more are counted as "more than". */
const mostOfEach = 500;
/** The same of files and comments, each of which is asked whether it is public. */
const mostAsked = 200;
/** Shown of each kind when all are asked for. */
const shownOfEach = 3;

interface GroupRow {
  kind: GroupKind;
  total: number;
  hits: Hit[] | null;
}

/** What belongs to a plan is narrowed by these alone; by all else only what a commitment is made of. */
const planFacets = ["plan", "level", "municipality"] as const;
const isOfPlans = ({ facets, overdue }: Search) => !overdue && facetNames.every((name) => planFacets.some((one) => one === name) || facets[name] === null);

const best = sql`"rank" DESC, "at" DESC NULLS LAST, "subjectId" DESC`;
const columns = (kind: Prisma.Sql, path: Prisma.Sql, title: Prisma.Sql, summary: Prisma.Sql, about: Prisma.Sql) =>
  sql`jsonb_build_object('kind', ${kind}, 'id', page."subjectId", 'path', ${path}, 'title', ${title}, 'summary', ${summary}, 'at', page."at", 'about', ${about})`;

/** Milestones, or results, with the commitment that they are part of. */
function partsOf(kind: "milestone" | "result", table: Prisma.Sql, search: Search, query: string | null, now: Date): Prisma.Sql {
  return sql`(WITH found AS MATERIALIZED (SELECT "subjectId", "at", ${rank(query)} AS "rank" FROM ${table} WHERE true ${matches(query)} ${wantedFacets(search)} ${wantedOverdue(search, now)} LIMIT ${mostOfEach + 1}),
    page AS (SELECT * FROM found ORDER BY ${best} ${window(search, kind, shownOfEach)})
    SELECT ${kind}::text AS "kind", (SELECT count(*)::int FROM found) AS "total",
      (SELECT jsonb_agg(${columns(sql`${kind}::text`, sql`d."path"`, sql`d."title"`, sql`d."summary"`, sql`c."title"`)} ORDER BY page."rank" DESC, page."at" DESC NULLS LAST, page."subjectId" DESC)
        FROM page JOIN ${table} d ON d."kind" = ${kind} AND d."subjectId" = page."subjectId" LEFT JOIN "SearchedCommitment" c ON c."kind" = 'commitment' AND c."subjectId" = d."commitmentId") AS "hits")`;
}

/** Texts of files, as far as anybody may open them; the newest of those that were looked at. */
function evidence(search: Search, query: string | null): Prisma.Sql {
  const lang = sql`CASE WHEN left(t."text", 5000) ~ '[ა-ჰ]' THEN 'ka' ELSE 'en' END`;
  const name = sql`jsonb_build_object(CASE WHEN t."fileName" ~ '[ა-ჰ]' THEN 'ka' ELSE 'en' END, t."fileName")`;
  // Whether a file is public is asked of each: without the OFFSET everything that is found would be joined to all files first.
  return sql`(WITH looked AS MATERIALIZED (SELECT "evidenceId" FROM "EvidenceText" WHERE true ${matches(query)} LIMIT ${mostAsked * 3}),
    found AS MATERIALIZED (SELECT v."evidenceId" AS "subjectId", v."at" FROM looked CROSS JOIN LATERAL (SELECT * FROM "PublicEvidenceText" t WHERE t."evidenceId" = looked."evidenceId" OFFSET 0) v WHERE true ${wantedFacets(search)} LIMIT ${mostAsked + 1}),
    page AS (SELECT * FROM found ORDER BY "at" DESC NULLS LAST, "subjectId" DESC ${window(search, "evidence", shownOfEach)})
    SELECT 'evidence' AS "kind", (SELECT count(*)::int FROM found) AS "total",
      (SELECT jsonb_agg(${columns(sql`'evidence'`, sql`t."path"`, sql`COALESCE(t."title", ${name})`, sql`jsonb_build_object(${lang}, left(t."text", 100000))`, sql`t."about"`)} ORDER BY page."at" DESC NULLS LAST, page."subjectId" DESC)
        FROM page CROSS JOIN LATERAL (SELECT * FROM "PublicEvidenceText" one WHERE one."evidenceId" = page."subjectId" OFFSET 0) t) AS "hits")`;
}

/** The newest of those comments that were looked at. A comment is public while what it is about is found, and named by it; e-mail addresses that people wrote are not shown by a search. */
function comments(search: Search, query: string | null): Prisma.Sql {
  const chosen = planFacets.some((name) => search.facets[name] !== null);
  const ofPlans = chosen ? sql`AND "planId" = ANY (ARRAY(SELECT "subjectId" FROM "SearchedOther" WHERE "kind" = 'plan' ${wantedFacets(search, planFacets)}))` : noSql;
  // Of one plan its comments are read and asked for the words, not all comments with the words for the plan.
  const words = query !== null && search.facets.plan ? sql`AND ("words" @@ ${query}::tsquery) IS TRUE` : matches(query);
  const newest = query === null ? sql`ORDER BY "at" DESC` : noSql;
  return sql`(WITH looked AS MATERIALIZED (SELECT "subjectId", "commitmentId", "at", "path" FROM "SearchedComment" WHERE true ${words} ${ofPlans} ${newest} LIMIT ${mostAsked * 2}),
    found AS MATERIALIZED (SELECT k."subjectId", k."at", about."path" || k."path" AS "path", about."title" FROM looked k CROSS JOIN LATERAL (
        SELECT "path", "title" FROM "SearchedCommitment" WHERE "kind" = 'commitment' AND "subjectId" = k."commitmentId"
        UNION ALL SELECT "path", "title" FROM "SearchedOther" WHERE k."commitmentId" IS NULL AND "kind" = 'report' AND "subjectId" = (SELECT "reportId" FROM "Comment" WHERE "id" = k."subjectId")) about
      LIMIT ${mostAsked + 1}),
    page AS (SELECT * FROM found ORDER BY "at" DESC NULLS LAST, "subjectId" DESC ${window(search, "comment", shownOfEach)})
    SELECT 'comment' AS "kind", (SELECT count(*)::int FROM found) AS "total",
      (SELECT jsonb_agg(${columns(sql`'comment'`, sql`page."path"`, sql`page."title"`, sql`jsonb_build_object(m."locale", regexp_replace(m."body", '[^[:space:]<>(),;]*@[^[:space:]<>(),;]+', '…', 'g'))`, sql`NULL`)} ORDER BY page."at" DESC NULLS LAST, page."subjectId" DESC)
        FROM page JOIN "Comment" m ON m."id" = page."subjectId") AS "hits")`;
}

/** Plans, reports, organisations and the process; there are few of them. */
function others(search: Search, query: string | null): Prisma.Sql {
  const from = search.kind ? (search.page - 1) * searchPageSize : 0;
  const to = from + (search.kind ? searchPageSize : shownOfEach);
  const only = search.kind ? sql`AND "kind" = ${search.kind}` : noSql;
  return sql`(WITH found AS MATERIALIZED (SELECT "kind", "subjectId", "at", ${rank(query)} AS "rank" FROM "SearchedOther" WHERE true ${only} ${matches(query)} ${wantedFacets(search, planFacets)} AND ("kind" <> 'organisation' OR search_is_named("subjectId")) LIMIT ${mostOfEach * 5 + 1}),
    page AS (SELECT *, count(*) OVER (PARTITION BY "kind")::int AS "total", row_number() OVER (PARTITION BY "kind" ORDER BY ${best}) AS "place" FROM found)
    SELECT page."kind", max(page."total") AS "total",
      jsonb_agg(${columns(sql`page."kind"`, sql`d."path"`, sql`d."title"`, sql`d."summary"`, sql`NULL`)} ORDER BY page."place") FILTER (WHERE d."subjectId" IS NOT NULL) AS "hits"
    FROM page LEFT JOIN "SearchedOther" d ON d."kind" = page."kind" AND d."subjectId" = page."subjectId" AND page."place" BETWEEN ${from + 1} AND ${to} GROUP BY page."kind")`;
}

/** Which of the groups can hold anything of what is asked. */
function asked(search: Search, query: string | null, now: Date): Prisma.Sql[] {
  const wanted = (kind: SearchKind) => search.kind === null || search.kind === kind;
  const ofPlans = isOfPlans(search);
  return [
    ...(wanted("milestone") ? [partsOf("milestone", sql`"SearchedMilestone"`, search, query, now)] : []),
    // A result has no term of its own that could be past.
    ...(wanted("result") && !search.overdue ? [partsOf("result", sql`"SearchedResult"`, search, query, now)] : []),
    // What somebody wrote or filed is looked for by its words, or by itself.
    ...(wanted("evidence") && !search.overdue && (query || search.kind) ? [evidence(search, query)] : []),
    ...(wanted("comment") && ofPlans && (query || search.kind) ? [comments(search, query)] : []),
    ...((["plan", "report", "organisation", "event", "recommendation"] as const).some(wanted) && ofPlans ? [others(search, query)] : []),
  ];
}

/** What was found but for the commitments, in one statement. @param query a `tsquery` */
export async function findGroups(search: Search, query: string | null, now: Date): Promise<{ counts: Record<GroupKind, Count>; hits: Hit[] }> {
  const groups = asked(search, query, now);
  const rows = groups.length > 0 ? await db().$queryRaw<GroupRow[]>(groups.reduce((all, group) => sql`${all} UNION ALL ${group}`)) : [];
  const counts = Object.fromEntries(searchKinds.flatMap((kind) => (kind === "commitment" ? [] : [[kind, capped(rows.find((row) => row.kind === kind)?.total ?? 0, kind === "evidence" || kind === "comment" ? mostAsked : mostOfEach)]]))) as Record<GroupKind, Count>;
  return { counts, hits: rows.flatMap(({ hits }) => hits ?? []).map(withDate) };
}
