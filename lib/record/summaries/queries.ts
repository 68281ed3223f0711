import type { Localized } from "#lib/record/localized/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { tallyOf } from "#lib/record/tallies/queries.ts";
import type { TallyScope } from "#lib/record/tallies/schema.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import type { Share, Summary } from "./schema.ts";

/** How many agencies and plans a summary names. */
const most = 20;

interface Row extends Share {
  part: "all" | "grade" | "agency" | "plan";
  slug: string | null;
  name: Localized | null;
  /** How many there are of this part. */
  among: number;
  scale: string | null;
  grade: string | null;
  rank: number | null;
  of: number | null;
}

/** Where everything in a scope stands, in one statement. */
export async function getSummary(scope: TallyScope, now: Date): Promise<Summary> {
  const rows = await db().$queryRaw<Row[]>`
    WITH ${tallyOf(scope, dayOf(now))}, grouped AS (
      SELECT CASE WHEN GROUPING("leaderId") = 0 THEN 'agency' WHEN GROUPING("planId") = 0 THEN 'plan' WHEN GROUPING("scale") = 0 THEN 'grade' ELSE 'all' END AS "part", "leaderId", "planId", "scale", "grade",
        count(*)::int AS "total", (count(*) FILTER (WHERE "overdue"))::int AS "overdue",
        jsonb_build_object(
          'not_started', count(*) FILTER (WHERE "progress" = 'not_started'), 'in_progress', count(*) FILTER (WHERE "progress" = 'in_progress'), 'completed', count(*) FILTER (WHERE "progress" = 'completed'),
          'suspended', count(*) FILTER (WHERE "progress" = 'suspended'), 'withdrawn', count(*) FILTER (WHERE "progress" = 'withdrawn'), 'not_reported', count(*) FILTER (WHERE "progress" IS NULL)) AS "progress"
      FROM tally GROUP BY GROUPING SETS (("leaderId"), ("planId"), ("scale", "grade"), ())
    ), placed AS (
      SELECT *, row_number() OVER (PARTITION BY "part" ORDER BY "total" DESC, "leaderId", "planId") AS "place", (count(*) OVER (PARTITION BY "part"))::int AS "among" FROM grouped
    )
    SELECT placed."part", placed."among", placed."total", placed."overdue", placed."progress", placed."scale", placed."grade", step."rank",
      (SELECT count(*)::int FROM "FulfilmentGrade" other WHERE other."scaleCode" = placed."scale") AS "of", COALESCE(agency."slug", plan."slug") AS "slug", COALESCE(agency."name", shown."title", step."label") AS "name"
    FROM placed LEFT JOIN "Organisation" agency ON agency."id" = placed."leaderId" LEFT JOIN plan ON plan."id" = placed."planId" LEFT JOIN "Plan" shown ON shown."id" = placed."planId"
    LEFT JOIN "FulfilmentGrade" step ON step."scaleCode" = placed."scale" AND step."code" = placed."grade"
    WHERE placed."part" IN ('all', 'grade') OR placed."place" <= ${most} ORDER BY placed."part", placed."scale", step."rank" DESC NULLS LAST, placed."place"`;
  return summaryOf(rows);
}

const nothing: Share = { total: 0, progress: {}, overdue: 0 };

function summaryOf(rows: readonly Row[]): Summary {
  const parts = (part: Row["part"]) => rows.filter((row) => row.part === part);
  const named = (part: Row["part"]) => parts(part).map(({ slug, name, total, progress, overdue }) => ({ slug: slug ?? "", name: name ?? {}, total, progress, overdue }));
  const { total, progress, overdue } = parts("all")[0] ?? nothing;
  return {
    total, progress, overdue, agencies: named("agency"), plans: named("plan"), agencyCount: parts("agency")[0]?.among ?? 0, planCount: parts("plan")[0]?.among ?? 0,
    grades: parts("grade").flatMap(({ scale, grade, name, rank, of, total: count }) => (scale && grade && name && rank !== null ? [{ scale, grade, label: name, rank, of: of ?? 0, count }] : [])),
    unjudged: parts("grade").reduce((sum, row) => sum + (row.grade === null ? row.total : 0), 0),
  };
}
