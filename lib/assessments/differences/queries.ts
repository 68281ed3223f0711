import { pagesOf } from "#lib/record/pages/rules.ts";
import { keyOf, listCases, newestReadings, pairsOf } from "#lib/assessments/voice-comparisons/queries.ts";
import { casesOfPage, placeOf, seriousness, type Difference } from "#lib/assessments/voice-comparisons/rules.ts";
import { uncomparedReasons, type PairKind, type UncomparedReason } from "#lib/assessments/voice-comparisons/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import type { OrganisationRef } from "#lib/organisations/queries.ts";
import { db, sql, type Prisma } from "#lib/platform/db/client.ts";
import type { Progress } from "#lib/reporting/schema.ts";
import { differencesPageSize, type DifferenceFilter } from "./schema.ts";

/** A voice on a line: the agency's progress, or what an assessor judged by the plan's scale, by IRM's, or both. */
export interface VoiceOnLine {
  organisation: OrganisationRef;
  at: Date;
  progress: Progress | null;
  /** `of`: how many grades the scale has. */
  grade: { label: Localized; rank: number; of: number } | null;
  completion: Localized | null;
  verifiable: Localized | null;
}

/** Two voices that differ on one commitment or milestone in one period. */
export interface DifferenceLine {
  kind: PairKind;
  difference: Difference;
  /** Place in the table of seriousness; 0 is the most serious. */
  place: number;
  plan: { slug: string; title: Localized; vocabulary: string };
  period: { slug: string; label: Localized };
  commitment: { slug: string; number: string; title: Localized | null };
  /** Null: the commitment as a whole. */
  milestone: { number: string; title: Localized | null } | null;
  first: VoiceOnLine;
  second: VoiceOnLine;
  /** What the Secretariat's grade reads as on IRM's scale, where that is what was compared. */
  readAs: Localized | null;
}

export interface DifferencePage {
  /** Of this page, the most serious first, then in the order of plans, periods and commitments. */
  lines: DifferenceLine[];
  total: number;
  pages: number;
  /** How many differences have which place in the table of seriousness; only those that there are. */
  counts: { place: number; count: number }[];
  /** Pairs of the Secretariat's and an independent judgement that were held against each other, and in how many both say the same. */
  compared: number;
  alike: number;
  /** Pairs that could not be compared, by the reason; only those that there are. */
  uncompared: { reason: UncomparedReason; count: number }[];
}

/** Where the voices differ, the most serious first; two statements however many there are. A page beyond the last one is empty. */
export async function listDifferences(filter: DifferenceFilter): Promise<DifferencePage> {
  const cases = await listCases(filter);
  const found = cases.flatMap(({ key, count, outcome }) => (outcome.is === "different" ? [{ key, count, difference: outcome.difference, place: placeOf(outcome.difference) }] : []));
  const sum = (of: readonly { count: number }[]) => of.reduce((total, { count }) => total + count, 0);
  const judgements = cases.filter(({ kind }) => kind === "secretariat_independent");
  const uncompared = uncomparedReasons.map((reason) => ({ reason, count: sum(judgements.filter(({ outcome }) => outcome.is === "uncompared" && outcome.reason === reason)) }));
  const total = sum(found);
  return {
    lines: await readLines(filter, ...casesOfPage(found, filter.page, differencesPageSize)),
    total,
    pages: pagesOf(total, differencesPageSize),
    counts: seriousness.map((_, place) => ({ place, count: sum(found.filter((one) => one.place === place)) })).filter(({ count }) => count > 0),
    compared: sum(judgements.filter(({ outcome }) => outcome.is !== "uncompared")),
    alike: sum(judgements.filter(({ outcome }) => outcome.is === "alike")),
    uncompared: uncompared.filter(({ count }) => count > 0),
  };
}

interface LineRow {
  key: string;
  kind: PairKind;
  place: number;
  plan: DifferenceLine["plan"];
  period: DifferenceLine["period"];
  commitment: DifferenceLine["commitment"];
  milestone: DifferenceLine["milestone"];
  firstAt: Date;
  first: Omit<VoiceOnLine, "at">;
  secondAt: Date;
  second: Omit<VoiceOnLine, "at">;
  readAs: Localized | null;
}

/** Which pairs stand on the page, in their order: the most serious first, then as plans, periods and commitments stand. */
function pageOf(found: readonly { key: string; place: number }[], skipped: number): Prisma.Sql {
  return sql`
    page AS (
      SELECT pairs.*, found."key", found."place", "ReportingPeriod"."planId", row_number() OVER (ORDER BY found."place", "Plan"."startsOn" DESC, "Plan"."slug", "ReportingPeriod"."endsOn" DESC, "PlanPart"."position" NULLS FIRST,
          "Commitment"."position", "Commitment"."id", "Milestone"."position" NULLS FIRST, pairs."kind", pairs."secondId") AS "line"
      FROM pairs
      JOIN unnest(${found.map(({ key }) => key)}::text[], ${found.map(({ place }) => place)}::int[]) AS found("key", "place") ON found."key" = ${keyOf(sql`pairs`)}
      JOIN "ReportingPeriod" ON "ReportingPeriod"."id" = pairs."periodId"
      JOIN "Plan" ON "Plan"."id" = "ReportingPeriod"."planId"
      JOIN "Commitment" ON "Commitment"."id" = pairs."commitmentId"
      LEFT JOIN "PlanPart" ON "PlanPart"."id" = "Commitment"."partId"
      LEFT JOIN "Milestone" ON "Milestone"."id" = pairs."milestoneId"
      ORDER BY "line" LIMIT ${differencesPageSize} OFFSET ${skipped}
    )`;
}

/** The lines of one page, cut out of those cases first; what it shows of each line is read after. One statement. */
async function readLines(filter: DifferenceFilter, found: readonly { key: string; place: number; difference: Difference }[], skipped: number): Promise<DifferenceLine[]> {
  if (found.length === 0) return [];
  const rows = await db().$queryRaw<LineRow[]>`
    WITH ${pairsOf(filter)}, ${newestReadings}, ${pageOf(found, skipped)}
    SELECT page."key", page."kind", page."place",
      jsonb_build_object('slug', plan."slug", 'title', plan."title", 'vocabulary', plan."vocabulary") AS "plan",
      jsonb_build_object('slug', period."slug", 'label', period."label") AS "period",
      jsonb_build_object('slug', commitment."slug", 'number', commitment."number", 'title', commitment."title") AS "commitment",
      CASE WHEN milestone."id" IS NOT NULL THEN jsonb_build_object('number', milestone."number", 'title', milestone."title") END AS "milestone",
      COALESCE(said."acceptedAt", own."publishedAt") AS "firstAt",
      ${voice(sql`speaker`, sql`page."progress"`, sql`own`)} AS "first",
      given."publishedAt" AS "secondAt",
      ${voice(sql`assessor`, sql`NULL::text`, sql`given`)} AS "second",
      step."label" AS "readAs"
    FROM page
    JOIN "Plan" plan ON plan."id" = page."planId"
    JOIN "ReportingPeriod" period ON period."id" = page."periodId"
    JOIN "Commitment" commitment ON commitment."id" = page."commitmentId"
    LEFT JOIN "Milestone" milestone ON milestone."id" = page."milestoneId"
    LEFT JOIN "ProgressUpdate" said ON said."id" = page."firstId"
    LEFT JOIN "Assessment" own ON own."id" = page."firstId"
    JOIN "Assessment" given ON given."id" = page."secondId"
    JOIN "Organisation" speaker ON speaker."id" = COALESCE(said."organisationId", own."organisationId")
    JOIN "Organisation" assessor ON assessor."id" = given."organisationId"
    LEFT JOIN "FulfilmentGrade" grade ON grade."id" = page."ownGradeId"
    LEFT JOIN reading ON reading."secretariatId" = page."secretariatId" AND reading."scaleCode" = grade."scaleCode" AND reading."grade" = grade."code"
    LEFT JOIN "IrmGrade" step ON step."code" = reading."completion"
    ORDER BY page."line"`;
  const differenceOf = new Map(found.map(({ key, difference }) => [key, difference]));
  return rows.flatMap(({ key, firstAt, secondAt, first, second, readAs, ...row }) => {
    const difference = differenceOf.get(key);
    if (!difference) return [];
    return [{ ...row, difference, first: { ...first, at: firstAt }, second: { ...second, at: secondAt }, readAs: difference.by === "crosswalk" ? readAs : null }];
  });
}

/** A voice as JSON, from the row of its organisation and that of its assessment, which an agency has not. */
function voice(organisation: Prisma.Sql, progress: Prisma.Sql, assessment: Prisma.Sql): Prisma.Sql {
  return sql`jsonb_build_object(
    'organisation', jsonb_build_object('slug', ${organisation}."slug", 'name', ${organisation}."name"), 'progress', ${progress},
    'grade', (SELECT jsonb_build_object('label', one."label", 'rank', one."rank", 'of', (SELECT count(*) FROM "FulfilmentGrade" other WHERE other."scaleCode" = one."scaleCode"))
      FROM "FulfilmentGrade" one WHERE one."id" = ${assessment}."gradeId"),
    'completion', (SELECT one."label" FROM "IrmGrade" one WHERE one."code" = ${assessment}."completionCode"),
    'verifiable', (SELECT one."label" FROM "IrmGrade" one WHERE one."code" = ${assessment}."verifiableCode"))`;
}

/** Published plans in which an assessor has published something, with those periods: what the page can be narrowed to. */
export async function listComparablePlans(): Promise<{ slug: string; title: Localized; periods: { slug: string; label: Localized }[] }[]> {
  const assessed = { assessments: { some: { status: "published" } } } as const;
  const rows = await db().plan.findMany({
    relationLoadStrategy: "join",
    where: { status: { not: "draft" }, periods: { some: assessed } },
    orderBy: [{ startsOn: "desc" }, { slug: "asc" }],
    select: { slug: true, title: true, periods: { where: assessed, orderBy: { endsOn: "desc" }, select: { slug: true, label: true } } },
  });
  return rows.map(({ slug, title, periods }) => ({ slug, title: title as Localized, periods: periods.map((one) => ({ slug: one.slug, label: one.label as Localized })) }));
}
