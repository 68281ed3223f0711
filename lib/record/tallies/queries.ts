import { noSql, sql, type Prisma } from "#lib/platform/db/client.ts";
import type { TallyScope } from "./schema.ts";

/** Stands for "now" where a period is named. */
const now = sql`'00000000-0000-0000-0000-000000000000'::uuid`;

function plans({ binding, plan, level, year }: TallyScope): Prisma.Sql {
  return sql`
    SELECT "id", "slug", "scaleCode", "municipalitySlug" FROM "Plan"
    WHERE ${binding ? sql`"status" IN ('adopted', 'closed')` : sql`"status" <> 'draft'`}
      ${plan ? sql`AND "slug" = ${plan}` : noSql} ${level ? sql`AND "level" = ${level}` : noSql}
      ${year ? sql`AND left("startsOn", 4) <= ${year} AND left("endsOn", 4) >= ${year}` : noSql}`;
}

/** From when it is looked: now, or the last day of each period that has begun. */
function views({ periods }: TallyScope, today: string): Prisma.Sql {
  if (!periods) return sql`SELECT ${now} AS "periodId", "id" AS "planId", '0000-01-01' AS "startsOn", '9999-12-31' AS "endsOn", ${today} AS "day" FROM plan`;
  return sql`
    SELECT period."id" AS "periodId", period."planId", period."startsOn", period."endsOn", least(${today}, period."endsOn") AS "day" FROM "ReportingPeriod" period JOIN plan ON plan."id" = period."planId"
    WHERE period."status" <> 'upcoming' ${periods.slug ? sql`AND period."slug" = ${periods.slug}` : noSql}`;
}

/** Which commitment concerns which municipality, once: `municipalitySlug`, `commitmentId`. What no longer is promised concerns none; drafts are for the caller to leave out. */
export const concerns = sql`(
  SELECT plan."municipalitySlug", commitment."id" AS "commitmentId" FROM "Commitment" commitment JOIN "Plan" plan ON plan."id" = commitment."planId"
  WHERE commitment."removedAt" IS NULL AND plan."municipalitySlug" IS NOT NULL
  UNION SELECT body."municipalitySlug", commitment."id" FROM "Organisation" body JOIN "Commitment" commitment ON commitment."leadOrganisationId" = body."id"
  WHERE commitment."removedAt" IS NULL AND body."municipalitySlug" IS NOT NULL
  UNION SELECT body."municipalitySlug", commitment."id" FROM "Organisation" body JOIN "Partnership" part ON part."organisationId" = body."id" JOIN "Commitment" commitment ON commitment."id" = part."commitmentId"
  WHERE commitment."removedAt" IS NULL AND body."municipalitySlug" IS NOT NULL
  UNION SELECT body."municipalitySlug", commitment."id" FROM "Organisation" body JOIN "Milestone" milestone ON milestone."leadOrganisationId" = body."id" JOIN "Commitment" commitment ON commitment."id" = milestone."commitmentId"
  WHERE commitment."removedAt" IS NULL AND milestone."removedAt" IS NULL AND body."municipalitySlug" IS NOT NULL
  UNION SELECT body."municipalitySlug", commitment."id" FROM "Organisation" body JOIN "Partnership" part ON part."organisationId" = body."id" JOIN "Milestone" milestone ON milestone."id" = part."milestoneId" JOIN "Commitment" commitment ON commitment."id" = milestone."commitmentId"
  WHERE commitment."removedAt" IS NULL AND milestone."removedAt" IS NULL AND body."municipalitySlug" IS NOT NULL
)`;

function units({ of, area, sdg, municipality, leader }: TallyScope): Prisma.Sql {
  const led = (row: Prisma.Sql) => (leader ? sql`AND ${row}."leadOrganisationId" = (SELECT "id" FROM "Organisation" WHERE "slug" = ${leader})` : noSql);
  const topic = sql`
    ${municipality ? sql`AND commitment."id" IN (SELECT concern."commitmentId" FROM ${concerns} concern WHERE concern."municipalitySlug" = ${municipality})` : noSql}
    ${area ? sql`AND EXISTS (SELECT FROM "_CommitmentToThematicArea" link WHERE link."A" = commitment."id" AND link."B" = ${area})` : noSql}
    ${sdg ? sql`AND EXISTS (SELECT FROM "_CommitmentToSdg" link WHERE link."A" = commitment."id" AND link."B" = ${sdg})` : noSql}`;
  if (of === "commitments") {
    return sql`
      SELECT commitment."id" AS "unitId", commitment."id" AS "commitmentId", commitment."planId", commitment."leadOrganisationId" AS "leaderId", commitment."endsOn" AS "due"
      FROM "Commitment" commitment JOIN plan ON plan."id" = commitment."planId" WHERE commitment."removedAt" IS NULL ${topic} ${led(sql`commitment`)}`;
  }
  return sql`
    SELECT milestone."id" AS "unitId", commitment."id" AS "commitmentId", commitment."planId", milestone."leadOrganisationId" AS "leaderId", COALESCE(milestone."endsOn", commitment."endsOn") AS "due"
    FROM "Milestone" milestone JOIN "Commitment" commitment ON commitment."id" = milestone."commitmentId" JOIN plan ON plan."id" = commitment."planId"
    WHERE milestone."removedAt" IS NULL AND commitment."removedAt" IS NULL ${topic} ${led(sql`milestone`)}`;
}

/** What of reports and judgements is about the kind of thing that is counted. */
export function isOfUnit({ of }: TallyScope, row: Prisma.Sql): Prisma.Sql {
  return of === "commitments" ? sql`${row}."milestoneId" IS NULL` : sql`${row}."milestoneId" IS NOT NULL`;
}

/** The id of what is counted, in a row of reports or judgements. */
export function unitOf({ of }: TallyScope, row: Prisma.Sql): Prisma.Sql {
  return of === "commitments" ? sql`${row}."commitmentId"` : sql`${row}."milestoneId"`;
}

/**
 * The newest accepted report up to the day of a view, as lib/assessments/voices/rules.ts tells the newest; `own`: it is of the period that is looked at.
 */
function reports(scope: TallyScope): Prisma.Sql {
  return sql`
    SELECT DISTINCT ON ("view"."periodId", ${unitOf(scope, sql`said`)}) "view"."periodId", ${unitOf(scope, sql`said`)} AS "unitId", said."progress", ${scope.periods ? sql`period."id" = "view"."periodId"` : sql`true`} AS "own"
    FROM "view" JOIN "ReportingPeriod" period ON period."planId" = "view"."planId" AND period."endsOn" <= "view"."endsOn"
    JOIN "ProgressUpdate" said ON said."periodId" = period."id" AND said."status" = 'accepted' AND ${isOfUnit(scope, sql`said`)}
    ORDER BY "view"."periodId", ${unitOf(scope, sql`said`)}, ${scope.periods ? sql`period."id" = "view"."periodId" DESC,` : noSql} period."endsOn" DESC, said."acceptedAt" DESC`;
}

/** The Secretariat's newest published judgement, or that of the period. */
function judgements(scope: TallyScope): Prisma.Sql {
  return sql`
    SELECT DISTINCT ON ("view"."periodId", ${unitOf(scope, sql`given`)}) "view"."periodId", ${unitOf(scope, sql`given`)} AS "unitId", given."gradeId"
    FROM "view" JOIN "ReportingPeriod" period ON period."planId" = "view"."planId" ${scope.periods ? sql`AND period."id" = "view"."periodId"` : noSql}
    JOIN "Assessment" given ON given."periodId" = period."id" AND given."status" = 'published' AND given."voice" = 'secretariat' AND ${isOfUnit(scope, sql`given`)}
    ORDER BY "view"."periodId", ${unitOf(scope, sql`given`)}, period."endsOn" DESC, given."publishedAt" DESC`;
}

/**
 * The beginning of a WITH: `plan`, `view`, `unit`, and `tally` – one row for everything that is counted and every view: periodId, unitId,
 * commitmentId, planId, leaderId, progress (null: no accepted report), overdue, gradeId (null: not assessed), grade (its code), scale (of the grade, else of the plan).
 * `today` is the day in Tbilisi. Overdue is what lib/reporting/rules.ts calls so.
 */
export function tallyOf(scope: TallyScope, today: string): Prisma.Sql {
  return sql`
    plan AS MATERIALIZED (${plans(scope)}), "view" AS MATERIALIZED (${views(scope, today)}), unit AS MATERIALIZED (${units(scope)}),
    report AS MATERIALIZED (${reports(scope)}), judgement AS MATERIALIZED (${judgements(scope)}),
    tally AS (
      SELECT "view"."periodId", unit."unitId", unit."commitmentId", unit."planId", unit."leaderId", CASE WHEN report."own" THEN report."progress" END AS "progress",
        (unit."due" < left("view"."day", length(unit."due")) AND COALESCE(report."progress", '') NOT IN ('completed', 'withdrawn')) IS TRUE AS "overdue",
        grade."id" AS "gradeId", grade."code" AS "grade", COALESCE(grade."scaleCode", plan."scaleCode") AS "scale"
      FROM unit JOIN plan ON plan."id" = unit."planId" JOIN "view" ON "view"."planId" = unit."planId"
      LEFT JOIN report ON report."unitId" = unit."unitId" AND report."periodId" = "view"."periodId"
      LEFT JOIN judgement ON judgement."unitId" = unit."unitId" AND judgement."periodId" = "view"."periodId"
      LEFT JOIN "FulfilmentGrade" grade ON grade."id" = judgement."gradeId"
    )`;
}
