import { lastSaid, linesOf, saidOf } from "#lib/figures/queries.ts";
import type { Counted } from "#lib/figures/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { db, sql } from "#lib/platform/db/client.ts";
import type { Progress } from "#lib/reporting/schema.ts";
import type { Change, Judged, Step } from "./rules.ts";

type SaidRow = { axis: "progress"; endsOn: string; before: Progress | null; after: Progress; count: number } | ({ axis: "fulfilment"; organisationName: unknown } & Omit<Judged, "organisation"> & { organisationSlug: string });

/**
 * What was said of a plan's lines, period by period, in one statement: how many went from which progress to which by the end of which
 * period (also those that stayed), and how many each assessor judged how. As few rows as there are such cases.
 */
export async function countSaid(plan: string, of: Counted): Promise<{ steps: Step[]; judged: Judged[] }> {
  const rows = await db().$queryRaw<SaidRow[]>`
    WITH ${linesOf(plan, of)}, told AS (
      SELECT line."id", period."endsOn", ${lastSaid(sql`said."acceptedAt"`, sql`said."progress"`)} AS "progress"
      FROM line JOIN "ProgressUpdate" said ON ${saidOf(of)} JOIN "ReportingPeriod" period ON period."id" = said."periodId"
      WHERE said."status" = 'accepted' GROUP BY line."id", period."endsOn"
    ), steps AS (
      SELECT "endsOn", lag("progress") OVER (PARTITION BY "id" ORDER BY "endsOn") AS "before", "progress" AS "after" FROM told
    ), judged AS (
      SELECT said."periodId", said."organisationId", said."voice", said."gradeId", count(*)::int AS "count"
      FROM line JOIN "Assessment" said ON ${saidOf(of)} WHERE said."status" = 'published' GROUP BY said."periodId", said."organisationId", said."voice", said."gradeId"
    )
    SELECT 'progress' AS "axis", "endsOn", "before", "after", count(*)::int AS "count", NULL AS "period", NULL AS "voice", NULL AS "gradeId", NULL AS "organisationSlug", NULL AS "organisationName"
    FROM steps GROUP BY "endsOn", "before", "after"
    UNION ALL
    SELECT 'fulfilment', period."endsOn", NULL, NULL, judged."count", period."slug", judged."voice", judged."gradeId"::text, "Organisation"."slug", "Organisation"."name"
    FROM judged JOIN "ReportingPeriod" period ON period."id" = judged."periodId" JOIN "Organisation" ON "Organisation"."id" = judged."organisationId"`;
  return {
    steps: rows.flatMap((row) => (row.axis === "progress" ? [{ endsOn: row.endsOn, before: row.before, after: row.after, count: row.count }] : [])),
    judged: rows.flatMap((row) => {
      if (row.axis !== "fulfilment") return [];
      const { period, endsOn, voice, gradeId, count, organisationSlug, organisationName } = row;
      return [{ period, endsOn, voice, gradeId, count, organisation: { slug: organisationSlug, name: organisationName as Localized } }];
    }),
  };
}

interface ChangeRow {
  axis: "progress" | "fulfilment";
  number: string;
  title: unknown;
  commitment: string;
  commitmentNumber: string;
  assessor: unknown;
  before: string | null;
  after: string;
  beforeLabel: unknown;
  afterLabel: unknown;
  total: number;
}

/** A page (from 1) of what stands otherwise at the end of one period than at the end of an earlier one, and how much that is in all. */
export interface ChangePage {
  changes: Change[];
  total: number;
}

/**
 * Which lines stand otherwise by the end of the day `to` than by the end of `from` (null: than before anything was said), in the order
 * of the plan: by what was last reported, and by what each assessor last judged. One statement.
 */
export async function listChanges(plan: string, of: Counted, between: { from: string | null; to: string }, { page, size }: { page: number; size: number }): Promise<ChangePage> {
  const { from, to } = between;
  const earlier = sql`FILTER (WHERE period."endsOn" <= ${from ?? ""})`;
  const judgement = sql`COALESCE(said."gradeId"::text, said."completionCode", '')`;
  const rows = await db().$queryRaw<ChangeRow[]>`
    WITH ${linesOf(plan, of)}, told AS (
      SELECT line."id", 'progress' AS "axis", NULL::uuid AS "assessorId", ${lastSaid(sql`said."acceptedAt"`, sql`said."progress"`)} AS "after", ${lastSaid(sql`said."acceptedAt"`, sql`said."progress"`, earlier)} AS "before"
      FROM line JOIN "ProgressUpdate" said ON ${saidOf(of)} JOIN "ReportingPeriod" period ON period."id" = said."periodId"
      WHERE said."status" = 'accepted' AND period."endsOn" <= ${to} GROUP BY line."id"
      UNION ALL
      SELECT line."id", 'fulfilment', said."organisationId", ${lastSaid(sql`said."publishedAt"`, judgement)}, ${lastSaid(sql`said."publishedAt"`, judgement, earlier)}
      FROM line JOIN "Assessment" said ON ${saidOf(of)} JOIN "ReportingPeriod" period ON period."id" = said."periodId"
      WHERE said."status" = 'published' AND period."endsOn" <= ${to} GROUP BY line."id", said."organisationId"
    ), changed AS (
      SELECT *, count(*) OVER ()::int AS "total" FROM told WHERE "after" IS DISTINCT FROM "before"
    )
    SELECT changed."axis", changed."before", changed."after", changed."total", COALESCE(milestone."number", commitment."number") AS "number", COALESCE(milestone."title", commitment."title") AS "title",
      commitment."slug" AS "commitment", commitment."number" AS "commitmentNumber", "Organisation"."name" AS "assessor",
      COALESCE(old."label", oldStep."label") AS "beforeLabel", COALESCE(new."label", newStep."label") AS "afterLabel"
    FROM changed JOIN line ON line."id" = changed."id" JOIN "Commitment" commitment ON commitment."id" = line."commitmentId"
    LEFT JOIN "PlanPart" part ON part."id" = commitment."partId" LEFT JOIN "Milestone" milestone ON milestone."id" = line."id"
    LEFT JOIN "Organisation" ON "Organisation"."id" = changed."assessorId"
    LEFT JOIN "FulfilmentGrade" old ON old."id"::text = changed."before" LEFT JOIN "IrmGrade" oldStep ON oldStep."code" = changed."before"
    LEFT JOIN "FulfilmentGrade" new ON new."id"::text = changed."after" LEFT JOIN "IrmGrade" newStep ON newStep."code" = changed."after"
    ORDER BY part."position" NULLS FIRST, commitment."position", commitment."id", milestone."position", line."id", changed."axis" DESC, "Organisation"."slug"
    LIMIT ${size} OFFSET ${(page - 1) * size}`;
  return { total: rows[0]?.total ?? 0, changes: rows.map(changeOf) };
}

function changeOf(row: ChangeRow): Change {
  const { number, commitment, commitmentNumber } = row;
  const line = { number, commitment, commitmentNumber, title: row.title as Localized | null };
  if (row.axis === "progress") return { ...line, axis: "progress", before: row.before as Progress | null, after: row.after as Progress };
  return { ...line, axis: "fulfilment", assessor: row.assessor as Localized, before: row.beforeLabel as Localized | null, after: row.afterLabel as Localized };
}
