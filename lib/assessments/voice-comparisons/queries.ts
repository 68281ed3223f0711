import { db, noSql, sql, type Prisma } from "#lib/platform/db/client.ts";
import type { Progress } from "#lib/reporting/schema.ts";
import { compare, type Outcome, type Pair } from "./rules.ts";
import type { PairKind } from "./schema.ts";

/** Which pairs: those of one plan and of periods with one address, by the last segments of their addresses; all without. */
export interface Scope {
  plan?: string | undefined;
  period?: string | undefined;
}

/** Pairs that are alike in everything that is compared. */
export interface Case {
  /** As {@link keyOf} makes it. */
  key: string;
  kind: PairKind;
  count: number;
  outcome: Outcome;
}

/** All that decides what two voices are to each other, in one text: thousands of pairs are a few dozen cases. */
export function keyOf(pair: Prisma.Sql): Prisma.Sql {
  return sql`concat_ws(' ', ${pair}."kind", COALESCE(${pair}."secretariatId"::text, '-'), COALESCE(${pair}."scaleCode", '-'), COALESCE(${pair}."progress", '-'),
    COALESCE(${pair}."ownGradeId"::text, '-'), COALESCE(${pair}."gradeId"::text, '-'), COALESCE(${pair}."completionCode", '-'), COALESCE(${pair}."verifiableCode", '-'))`;
}

/** Published judgements and accepted reports of published plans, as pairs of two voices on one subject in one period. */
export function pairsOf({ plan, period }: Scope): Prisma.Sql {
  const ofPlan = plan ? sql`AND "Plan"."slug" = ${plan}` : noSql;
  const ofPeriod = period ? sql`AND "ReportingPeriod"."slug" = ${period}` : noSql;
  return sql`
    shown AS (
      SELECT "ReportingPeriod"."id", "Plan"."secretariatId", "Plan"."scaleCode"
      FROM "ReportingPeriod" JOIN "Plan" ON "Plan"."id" = "ReportingPeriod"."planId" WHERE "Plan"."status" <> 'draft' ${ofPlan} ${ofPeriod}
    ), judged AS (
      SELECT one."id", one."voice", one."periodId", one."commitmentId", one."milestoneId", COALESCE(one."milestoneId", one."commitmentId") AS "subjectId", one."gradeId", one."completionCode", one."verifiableCode", shown."secretariatId", shown."scaleCode"
      FROM "Assessment" one JOIN shown ON shown."id" = one."periodId" WHERE one."status" = 'published'
    ), pairs AS (
      SELECT 'secretariat_independent' AS "kind", own."periodId", own."commitmentId", own."milestoneId", own."id" AS "firstId", other."id" AS "secondId", NULL AS "progress", own."gradeId" AS "ownGradeId",
        other."gradeId", other."completionCode", other."verifiableCode", own."secretariatId", own."scaleCode"
      FROM judged own JOIN judged other ON other."periodId" = own."periodId" AND other."subjectId" = own."subjectId"
      WHERE own."voice" = 'secretariat' AND other."voice" = 'independent'
      UNION ALL
      SELECT 'agency_' || judged."voice", said."periodId", said."commitmentId", said."milestoneId", said."id", judged."id", said."progress", NULL, judged."gradeId", judged."completionCode", judged."verifiableCode", NULL, NULL
      FROM "ProgressUpdate" said JOIN judged ON judged."periodId" = said."periodId" AND judged."subjectId" = COALESCE(said."milestoneId", said."commitmentId")
      WHERE said."status" = 'accepted' AND said."progress" IN ('completed', 'not_started', 'suspended')
    )`;
}

/** The newest crosswalk of every Secretariat and scale, one row a grade; of a grade that it reads as nothing, `completion` is null. */
export const newestReadings = sql`
  reading AS (
    SELECT newest."secretariatId", newest."scaleCode", entry->>'grade' AS "grade", entry->>'completion' AS "completion"
    FROM (SELECT DISTINCT ON ("secretariatId", "scaleCode") * FROM "Crosswalk" ORDER BY "secretariatId", "scaleCode", "number" DESC) newest,
      jsonb_array_elements(newest."entries") AS entry
  )`;

interface CaseRow {
  key: string;
  kind: PairKind;
  count: number;
  progress: Progress | null;
  verifiable: string | null;
  ownScale: string | null;
  ownRank: number;
  ownFulfilled: boolean;
  gradeScale: string | null;
  gradeRank: number;
  gradeFulfilled: boolean;
  completion: string | null;
  completionRank: number | null;
  isRead: boolean;
  readAs: string | null;
  readRank: number | null;
}

function countCases(scope: Scope): Promise<CaseRow[]> {
  return db().$queryRaw<CaseRow[]>`
    WITH ${pairsOf(scope)}, ${newestReadings}, cases AS (
      SELECT "kind", "progress", "ownGradeId", "gradeId", "completionCode", "verifiableCode", "secretariatId", "scaleCode", count(*)::int AS "count"
      FROM pairs GROUP BY "kind", "progress", "ownGradeId", "gradeId", "completionCode", "verifiableCode", "secretariatId", "scaleCode"
    )
    SELECT ${keyOf(sql`cases`)} AS "key", cases."kind", cases."count", cases."progress", cases."verifiableCode" AS "verifiable",
      own."scaleCode" AS "ownScale", own."rank" AS "ownRank", own."fulfilled" AS "ownFulfilled",
      given."scaleCode" AS "gradeScale", given."rank" AS "gradeRank", given."fulfilled" AS "gradeFulfilled",
      completion."code" AS "completion", completion."rank" AS "completionRank",
      reading."grade" IS NOT NULL AS "isRead", step."code" AS "readAs", step."rank" AS "readRank"
    FROM cases
    LEFT JOIN "FulfilmentGrade" own ON own."id" = cases."ownGradeId"
    LEFT JOIN "FulfilmentGrade" given ON given."id" = cases."gradeId"
    LEFT JOIN "IrmGrade" completion ON completion."code" = cases."completionCode"
    LEFT JOIN reading ON reading."secretariatId" = cases."secretariatId" AND reading."scaleCode" = own."scaleCode" AND reading."grade" = own."code"
    LEFT JOIN "IrmGrade" step ON step."code" = reading."completion"`;
}

function pairOf(row: CaseRow): Pair | null {
  const grade = row.gradeScale ? { scale: row.gradeScale, rank: row.gradeRank, fulfilled: row.gradeFulfilled } : null;
  const judged = { grade, completion: row.completion ? { code: row.completion, rank: row.completionRank } : null, verifiable: row.verifiable };
  if (row.kind !== "secretariat_independent") return row.progress && { kind: row.kind, progress: row.progress, judged };
  const reading = row.readAs ? { code: row.readAs, rank: row.readRank } : row.isRead ? null : undefined;
  return row.ownScale ? { kind: row.kind, grade: { scale: row.ownScale, rank: row.ownRank, fulfilled: row.ownFulfilled }, reading, judged } : null;
}

/** The cases among the pairs of a scope, each with what the two voices are to each other and how many pairs are like that. One statement. */
export async function listCases(scope: Scope): Promise<Case[]> {
  return (await countCases(scope)).flatMap((row) => {
    const pair = pairOf(row);
    return pair ? [{ key: row.key, kind: row.kind, count: row.count, outcome: compare(pair) }] : [];
  });
}
