import { lastSaid, linesOf, saidOf } from "#lib/figures/queries.ts";
import type { Counted } from "#lib/figures/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { db, sql } from "#lib/platform/db/client.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import type { StandingGroup } from "./rules.ts";

interface GroupRow extends Omit<StandingGroup, "lead"> {
  leadSlug: string | null;
  leadName: unknown;
}

/**
 * How many lines of a plan are alike in what a figure tells: by the part that holds them, and again by the agency that leads them.
 * One statement, as many rows as there are such groups. Dates are found by the last (first) day that belongs to them and keep their
 * precision; a term has passed as `isPast` says.
 */
export async function countStandings(plan: string, of: Counted, now: Date): Promise<StandingGroup[]> {
  const today = dayOf(now);
  const rows = await db().$queryRaw<GroupRow[]>`
    WITH ${linesOf(plan, of)}, reported AS (
      SELECT line."id", ${lastSaid(sql`said."acceptedAt"`, sql`said."progress"`)} AS "progress"
      FROM line JOIN "ProgressUpdate" said ON ${saidOf(of)} JOIN "ReportingPeriod" period ON period."id" = said."periodId"
      WHERE said."status" = 'accepted' GROUP BY line."id"
    ), judged AS (
      SELECT line."id", ${lastSaid(sql`said."publishedAt"`, sql`COALESCE(said."gradeId"::text, '')`)} AS "gradeId"
      FROM line JOIN "Assessment" said ON ${saidOf(of)} JOIN "ReportingPeriod" period ON period."id" = said."periodId"
      WHERE said."status" = 'published' AND said."voice" = 'secretariat' GROUP BY line."id"
    ), dated AS (
      SELECT line."partId", line."leadId", reported."progress", NULLIF(judged."gradeId", '') AS "gradeId",
        CASE WHEN line."due" IS NULL THEN 'none' WHEN left(${today}, length(line."due")) > line."due" THEN 'past' ELSE 'running' END AS "term",
        line."startsOn" || left('-01-01', 10 - length(line."startsOn")) || line."startsOn" AS "startKey",
        line."due" || CASE length(line."due") WHEN 4 THEN '-12-31' WHEN 7 THEN '-31' ELSE '' END || line."due" AS "dueKey"
      FROM line LEFT JOIN reported ON reported."id" = line."id" LEFT JOIN judged ON judged."id" = line."id"
    ), grouped AS (
      SELECT CASE WHEN GROUPING("partId") = 0 THEN 'part' ELSE 'agency' END AS "by", "partId", "leadId", "progress", "gradeId", "term", count(*)::int AS "count",
        substr(min("startKey" COLLATE "C"), 11) AS "firstStart", substr(min("dueKey" COLLATE "C"), 11) AS "firstDue", substr(max("dueKey" COLLATE "C"), 11) AS "lastDue"
      FROM dated GROUP BY GROUPING SETS (("partId", "progress", "gradeId", "term"), ("leadId", "progress", "gradeId", "term"))
    )
    SELECT grouped."by", grouped."partId"::text, grouped."progress", grouped."gradeId", grouped."term", grouped."count", grouped."firstStart", grouped."firstDue", grouped."lastDue",
      "Organisation"."slug" AS "leadSlug", "Organisation"."name" AS "leadName"
    FROM grouped LEFT JOIN "Organisation" ON "Organisation"."id" = grouped."leadId"`;
  return rows.map(({ leadSlug, leadName, ...row }) => ({ ...row, lead: leadSlug === null ? null : { slug: leadSlug, name: leadName as Localized } }));
}
