import { noSql, sql, type Prisma } from "#lib/platform/db/client.ts";
import type { Counted } from "./schema.ts";

/**
 * `line`: what is promised still of a published plan, commitments as wholes or milestones; `due` is the own end, else the
 * commitment's; `startsOn` is the commitment's where no own term is stated at all. Begins a WITH list.
 */
export function linesOf(plan: string, of: Counted): Prisma.Sql {
  const published = sql`"Plan"."slug" = ${plan} AND "Plan"."status" <> 'draft' AND commitment."removedAt" IS NULL`;
  if (of === "commitments") {
    return sql`line AS (
      SELECT commitment."id", commitment."id" AS "commitmentId", commitment."partId", commitment."leadOrganisationId" AS "leadId", commitment."startsOn", commitment."endsOn" AS "due"
      FROM "Commitment" commitment JOIN "Plan" ON "Plan"."id" = commitment."planId" WHERE ${published}
    )`;
  }
  return sql`line AS (
    SELECT milestone."id", commitment."id" AS "commitmentId", commitment."partId", milestone."leadOrganisationId" AS "leadId",
      CASE WHEN milestone."startsOn" IS NULL AND milestone."endsOn" IS NULL THEN commitment."startsOn" ELSE milestone."startsOn" END AS "startsOn", COALESCE(milestone."endsOn", commitment."endsOn") AS "due"
    FROM "Milestone" milestone JOIN "Commitment" commitment ON commitment."id" = milestone."commitmentId" JOIN "Plan" ON "Plan"."id" = commitment."planId"
    WHERE ${published} AND milestone."removedAt" IS NULL
  )`;
}

/** Joins what was said (`ProgressUpdate`, `Assessment`; as `said`) to its line: of the milestone, or of the commitment as a whole. */
export function saidOf(of: Counted): Prisma.Sql {
  return of === "commitments" ? sql`said."commitmentId" = line."id" AND said."milestoneId" IS NULL` : sql`said."milestoneId" = line."id"`;
}

/**
 * What was said last of each group, an aggregate: of the latest period, within one the latest. It is the largest of texts that begin with both, so
 * that what was said until another day is read in the same pass (`until`: a FILTER). Needs `period` beside the instant `at`; `value` is never null.
 */
export function lastSaid(at: Prisma.Sql, value: Prisma.Sql, until: Prisma.Sql = noSql): Prisma.Sql {
  return sql`substr(max((period."endsOn" || to_char(${at}, 'YYYYMMDDHH24MISSUS') || ${value}) COLLATE "C") ${until}, 31)`;
}
