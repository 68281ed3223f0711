import { linesOf } from "#lib/figures/queries.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import type { BudgetGroup } from "./rules.ts";

type GroupRow = Omit<BudgetGroup, "source"> & { source: unknown };

/**
 * The budget lines of a plan's commitments and, apart from them, of its milestones: how many and what amount, by funding source, by the
 * years of the term, by programme code; and how many subjects state what at all. One statement, as many rows as there are such groups.
 * A milestone that states no end of its own term has the commitment's.
 */
export async function countBudget(plan: string): Promise<BudgetGroup[]> {
  const rows = await db().$queryRaw<GroupRow[]>`
    WITH ${linesOf(plan, "milestones")}, subject AS (
      SELECT 'milestones' AS "of", line."id",
        CASE WHEN milestone."startsOn" IS NULL AND milestone."endsOn" IS NULL THEN commitment."startsOn" ELSE milestone."startsOn" END AS "startsOn",
        CASE WHEN milestone."startsOn" IS NULL AND milestone."endsOn" IS NULL THEN commitment."endsOn" ELSE milestone."endsOn" END AS "endsOn"
      FROM line JOIN "Milestone" milestone ON milestone."id" = line."id" JOIN "Commitment" commitment ON commitment."id" = line."commitmentId"
      UNION ALL
      SELECT 'commitments', commitment."id", commitment."startsOn", commitment."endsOn"
      FROM "Commitment" commitment JOIN "Plan" ON "Plan"."id" = commitment."planId" WHERE "Plan"."slug" = ${plan} AND "Plan"."status" <> 'draft' AND commitment."removedAt" IS NULL
    ), carried AS (
      SELECT subject.*, budget."fundingSourceCode", budget."programmeCode", budget."amount", budget."currency", budget."noAdditionalCost" FROM subject JOIN "BudgetLine" budget ON budget."milestoneId" = subject."id"
      UNION ALL
      SELECT subject.*, budget."fundingSourceCode", budget."programmeCode", budget."amount", budget."currency", budget."noAdditionalCost" FROM subject JOIN "BudgetLine" budget ON budget."commitmentId" = subject."id"
    ), stated AS (
      SELECT "of", "id", "fundingSourceCode" AS "source", "programmeCode" AS "programme", "amount", "currency",
        CASE WHEN "amount" IS NOT NULL THEN 'amount' WHEN "noAdditionalCost" THEN 'no_cost' ELSE 'no_amount' END AS "states",
        NULLIF(concat_ws('–', left("startsOn", 4), NULLIF(left("endsOn", 4), COALESCE(left("startsOn", 4), ''))), '') AS "years"
      FROM carried
    ), per_subject AS (
      SELECT subject."of", subject."id", COALESCE(min(CASE stated."states" WHEN 'amount' THEN '1 amount' WHEN 'no_cost' THEN '2 no_cost' WHEN 'no_amount' THEN '3 no_amount' END), '4 nothing') AS "states"
      FROM subject LEFT JOIN stated ON stated."id" = subject."id" GROUP BY subject."of", subject."id"
    )
    SELECT 'subjects' AS "by", "of", substr("states", 3) AS "states", NULL AS "source", NULL AS "years", NULL AS "programme", NULL AS "currency", count(*)::int AS "count", NULL AS "amount"
    FROM per_subject GROUP BY "of", "states"
    UNION ALL
    SELECT "by", "of", "states", "FundingSource"."label", "years", "programme", "currency", "count", "amount"
    FROM (
      SELECT CASE WHEN GROUPING("source") = 0 THEN 'sources' WHEN GROUPING("years") = 0 THEN 'years' ELSE 'programmes' END AS "by", "of", "states", "source", "years", "programme", "currency", count(*)::int AS "count", sum("amount")::text AS "amount"
      FROM stated GROUP BY GROUPING SETS (("of", "states", "currency", "source"), ("of", "states", "currency", "years"), ("of", "states", "currency", "programme"))
    ) sums LEFT JOIN "FundingSource" ON "FundingSource"."code" = sums."source"`;
  return rows.map((row) => ({ ...row, source: row.source as Localized | null }));
}
