import { db, noSql, sql, type Prisma } from "#lib/platform/db/client.ts";
import { concerns, isOfUnit, tallyOf, unitOf } from "#lib/record/tallies/queries.ts";
import type { TallyScope } from "#lib/record/tallies/schema.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import { sharedReads } from "#lib/platform/shared-reads.ts";
import { scopeOf } from "./rules.ts";
import type { ComparedKind, ComparedRow, Comparison, ComparisonChoices, GradeCount } from "./schema.ts";

/** Plans to choose from; the page of any other leads here as well. */
const mostPlans = 200;

/** To whose row something belongs, which names its commitment, plan, leader and period: `key`, the id or slug of that. */
function keysOf(by: ComparedKind, row: Prisma.Sql): Prisma.Sql {
  if (by === "agencies") return sql`CROSS JOIN LATERAL (SELECT ${row}."leaderId"::text AS "key") keyed`;
  if (by === "plans") return sql`CROSS JOIN LATERAL (SELECT ${row}."planId"::text AS "key") keyed`;
  if (by === "periods") return sql`CROSS JOIN LATERAL (SELECT ${row}."periodId"::text AS "key") keyed`;
  return sql`JOIN (SELECT "municipalitySlug" AS "key", "commitmentId" FROM ${concerns} concern) keyed ON keyed."commitmentId" = ${row}."commitmentId"`;
}

const names: Record<ComparedKind, Prisma.Sql> = {
  agencies: sql`SELECT "id"::text AS "key", "slug", "name", '' AS "place" FROM "Organisation"`,
  plans: sql`SELECT "id"::text AS "key", "slug", "title" AS "name", (9999 - left("startsOn", 4)::int)::text || "slug" AS "place" FROM "Plan"`,
  periods: sql`SELECT "id"::text AS "key", "slug", "label" AS "name", "endsOn" || "startsOn" AS "place" FROM "ReportingPeriod"`,
  municipalities: sql`SELECT "slug" AS "key", "slug", "name", '' AS "place" FROM "Municipality"`,
};

interface TallyRow extends Pick<ComparedRow, "slug" | "name" | "place" | "total" | "progress" | "overdue" | "grades"> {
  key: string;
}

async function listTallies(by: ComparedKind, scope: TallyScope, today: string): Promise<TallyRow[]> {
  return db().$queryRaw<TallyRow[]>`
    WITH ${tallyOf(scope, today)}, counted AS (
      SELECT keyed."key", tally."scale", tally."grade", COALESCE(tally."progress", 'not_reported') AS "progress", count(*) AS "count", count(*) FILTER (WHERE tally."overdue") AS "overdue"
      FROM tally ${keysOf(by, sql`tally`)} WHERE keyed."key" IS NOT NULL GROUP BY 1, 2, 3, 4
    ), by_grade AS (
      SELECT "key", jsonb_agg(jsonb_build_object('scale', "scale", 'grade', "grade", 'count', "count")) AS "grades" FROM (SELECT "key", "scale", "grade", sum("count") AS "count" FROM counted GROUP BY 1, 2, 3) one GROUP BY "key"
    ), by_progress AS (
      SELECT "key", jsonb_object_agg("progress", "count") AS "progress", sum("count")::int AS "total", sum("overdue")::int AS "overdue"
      FROM (SELECT "key", "progress", sum("count") AS "count", sum("overdue") AS "overdue" FROM counted GROUP BY 1, 2) one GROUP BY "key"
    )
    SELECT by_progress."key", named."slug", named."name", named."place", "total", "progress", "overdue", "grades"
    FROM by_progress JOIN by_grade USING ("key") JOIN (${names[by]}) named USING ("key")`;
}

/** What independent assessors judge; the newest of each. */
async function listIndependent(by: ComparedKind, scope: TallyScope, today: string): Promise<Map<string, GradeCount[]>> {
  const rows = await db().$queryRaw<{ key: string; counts: GradeCount[] }[]>`
    WITH ${tallyOf(scope, today)}, voice AS (
      SELECT DISTINCT ON ("view"."periodId", unit."unitId", given."organisationId") "view"."periodId", unit."commitmentId", unit."planId", unit."leaderId", given."gradeId"
      FROM "view" JOIN "ReportingPeriod" period ON period."planId" = "view"."planId" ${scope.periods ? sql`AND period."id" = "view"."periodId"` : noSql}
      JOIN "Assessment" given ON given."periodId" = period."id" AND given."status" = 'published' AND given."voice" = 'independent' AND ${isOfUnit(scope, sql`given`)}
      JOIN unit ON unit."unitId" = ${unitOf(scope, sql`given`)}
      ORDER BY "view"."periodId", unit."unitId", given."organisationId", period."endsOn" DESC, given."publishedAt" DESC
    ), counted AS (
      SELECT keyed."key", grade."scaleCode" AS "scale", grade."code" AS "grade", count(*) AS "count"
      FROM voice ${keysOf(by, sql`voice`)} LEFT JOIN "FulfilmentGrade" grade ON grade."id" = voice."gradeId" WHERE keyed."key" IS NOT NULL GROUP BY 1, 2, 3
    )
    SELECT "key", jsonb_agg(jsonb_build_object('scale', "scale", 'grade', "grade", 'count', "count")) AS "counts" FROM counted GROUP BY "key"`;
  return new Map(rows.map(({ key, counts }) => [key, counts]));
}

type Answers = Pick<ComparedRow, "comments" | "answered" | "medianDays">;

const dayIn = (instant: Prisma.Sql) => sql`(${instant} AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Tbilisi')::date`;

/** Published comments on commitments – and on reports, which are of a whole plan – and how long their answers took, as lib/comments/rules.ts counts days. */
async function listAnswers(by: ComparedKind, scope: TallyScope, today: string): Promise<Map<string, Answers>> {
  const { area, sdg } = scope;
  const topic = sql`
    ${area ? sql`AND EXISTS (SELECT FROM "_CommitmentToThematicArea" link WHERE link."A" = commitment."id" AND link."B" = ${area})` : noSql}
    ${sdg ? sql`AND EXISTS (SELECT FROM "_CommitmentToSdg" link WHERE link."A" = commitment."id" AND link."B" = ${sdg})` : noSql}`;
  const onReports = area || sdg || by === "agencies" || by === "municipalities" ? noSql : sql`UNION ALL SELECT one."id", one."confirmedAt", one."publishedAt", NULL, report."planId", NULL FROM "Comment" one JOIN "Report" report ON report."id" = one."reportId" WHERE one."status" = 'published'`;
  const rows = await db().$queryRaw<(Answers & { key: string })[]>`
    WITH ${tallyOf(scope, today)}, remark AS (
      SELECT one."id", one."confirmedAt", one."publishedAt", commitment."id" AS "commitmentId", commitment."planId", commitment."leadOrganisationId" AS "leaderId"
      FROM "Comment" one JOIN "Commitment" commitment ON commitment."id" = one."commitmentId" WHERE one."status" = 'published' ${topic}
      ${onReports}
    ), seen AS (
      SELECT remark."commitmentId", remark."planId", remark."leaderId", "view"."periodId", ${dayIn(sql`COALESCE(remark."confirmedAt", remark."publishedAt")`)} AS "asked", ${dayIn(sql`given."publishedAt"`)} AS "answered", "view"."startsOn", "view"."endsOn"
      FROM remark JOIN "view" ON "view"."planId" = remark."planId" LEFT JOIN "Response" given ON given."commentId" = remark."id" AND given."status" = 'published'
    )
    SELECT keyed."key", count(*)::int AS "comments", count(seen."answered")::int AS "answered",
      percentile_cont(0.5) WITHIN GROUP (ORDER BY greatest(0, seen."answered" - seen."asked")) FILTER (WHERE seen."answered" IS NOT NULL) AS "medianDays"
    FROM seen ${keysOf(by, sql`seen`)}
    WHERE keyed."key" IS NOT NULL ${scope.periods ? sql`AND seen."asked"::text BETWEEN seen."startsOn" AND seen."endsOn"` : noSql} GROUP BY keyed."key"`;
  return new Map(rows.map(({ key, ...answers }) => [key, answers]));
}

/** Pieces of evidence in accepted reports on what is counted. */
async function listEvidence(by: ComparedKind, scope: TallyScope, today: string): Promise<Map<string, number>> {
  const rows = await db().$queryRaw<{ key: string; count: number }[]>`
    WITH ${tallyOf(scope, today)}, shown AS (
      SELECT "view"."periodId", unit."commitmentId", unit."planId", unit."leaderId"
      FROM "view" JOIN "ReportingPeriod" period ON period."planId" = "view"."planId" ${scope.periods ? sql`AND period."id" = "view"."periodId"` : noSql}
      JOIN "ProgressUpdate" said ON said."periodId" = period."id" AND said."status" = 'accepted' AND ${isOfUnit(scope, sql`said`)}
      JOIN unit ON unit."unitId" = ${unitOf(scope, sql`said`)} JOIN "Evidence" piece ON piece."updateId" = said."id" AND piece."removedAt" IS NULL
    )
    SELECT keyed."key", count(*)::int AS "count" FROM shown ${keysOf(by, sql`shown`)} WHERE keyed."key" IS NOT NULL GROUP BY keyed."key"`;
  return new Map(rows.map(({ key, count }) => [key, count]));
}

const unanswered: Answers = { comments: 0, answered: 0, medianDays: null };

/** One takes the database up to seconds, and its addresses are without end. */
const oneByOne = sharedReads<ComparedRow[]>({ atOnce: 1, mayWait: 4 });

/** Everything that is counted of everybody, in no order; four statements, however much there is. Throws DomainError UNAVAILABLE when too much is compared at once. */
export async function listCompared(comparison: Comparison, now: Date): Promise<ComparedRow[]> {
  const { by } = comparison;
  const [scope, today] = [scopeOf(comparison), dayOf(now)];
  return oneByOne(JSON.stringify([by, scope, today]), () => readCompared(by, scope, today));
}

async function readCompared(by: ComparedKind, scope: TallyScope, today: string): Promise<ComparedRow[]> {
  const [tallies, independent, answers, evidence] = await Promise.all([listTallies(by, scope, today), listIndependent(by, scope, today), listAnswers(by, scope, today), listEvidence(by, scope, today)]);
  return tallies.map(({ key, ...row }) => ({ ...row, independent: independent.get(key) ?? [], ...(answers.get(key) ?? unanswered), evidence: evidence.get(key) ?? 0 }));
}

interface ChoiceRow extends Omit<ComparisonChoices, "years"> {
  terms: { from: number; to: number }[];
}

/** What a comparison can be narrowed to, in one statement; `plan` is among the plans whatever its age. */
export async function getComparisonChoices(plan: string | undefined): Promise<ComparisonChoices> {
  const [found] = await db().$queryRaw<ChoiceRow[]>`
    WITH binding AS (SELECT * FROM "Plan" WHERE "status" IN ('adopted', 'closed')),
    newest AS (SELECT "id", "slug", "title", "startsOn" FROM binding ORDER BY "slug" = ${plan ?? ""} DESC, "startsOn" DESC, "slug" LIMIT ${mostPlans})
    SELECT
      (SELECT COALESCE(jsonb_agg(jsonb_build_object('slug', newest."slug", 'title', newest."title", 'periods', (
        SELECT COALESCE(jsonb_agg(jsonb_build_object('slug', period."slug", 'label', period."label") ORDER BY period."endsOn" DESC), '[]') FROM "ReportingPeriod" period WHERE period."planId" = newest."id" AND period."status" <> 'upcoming'
      )) ORDER BY newest."startsOn" DESC, newest."slug"), '[]') FROM newest) AS "plans",
      (SELECT COALESCE(jsonb_agg(DISTINCT jsonb_build_object('from', left("startsOn", 4)::int, 'to', left("endsOn", 4)::int)), '[]') FROM binding) AS "terms",
      (SELECT COALESCE(jsonb_agg(jsonb_build_object('code', "code", 'label', "label") ORDER BY "position", "code"), '[]') FROM "ThematicArea") AS "areas",
      (SELECT COALESCE(jsonb_agg(jsonb_build_object('number', "number", 'label', "label") ORDER BY "number"), '[]') FROM "Sdg") AS "sdgs",
      (SELECT COALESCE(jsonb_agg(jsonb_build_object('code', scale."code", 'label', scale."label", 'grades', (
        SELECT COALESCE(jsonb_agg(jsonb_build_object('code', grade."code", 'label', grade."label", 'rank', grade."rank") ORDER BY grade."rank" DESC), '[]') FROM "FulfilmentGrade" grade WHERE grade."scaleCode" = scale."code"
      )) ORDER BY scale."code"), '[]') FROM "FulfilmentScale" scale) AS "scales"`;
  const { terms = [], ...choices } = found ?? { plans: [], areas: [], sdgs: [], scales: [] };
  return { ...choices, years: yearsOf(terms) };
}

/** Every year of any of the terms, the last first; terms as long as a mistyped year makes them are cut. */
function yearsOf(terms: readonly { from: number; to: number }[]): string[] {
  const years = new Set(terms.flatMap(({ from, to }) => Array.from({ length: Math.min(30, to - from + 1) }, (_, index) => from + index)));
  return [...years].sort((a, b) => b - a).map(String);
}

