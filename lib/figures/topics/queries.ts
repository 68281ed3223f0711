import { commitmentsIn } from "#lib/news/feed-scopes/queries.ts";
import type { FeedScope } from "#lib/news/feed-scopes/schema.ts";
import { commitmentLine, commitmentLineSelect, type CommitmentLine } from "#lib/plans/lines/queries.ts";
import { linesPageSize } from "#lib/plans/lines/schema.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { db } from "#lib/platform/db/client.ts";

/** A thematic area or goal on the list of topics. */
export interface TopicLine {
  /** The last part of its address. */
  key: string;
  label: Localized;
  /** Commitments of public plans, and the plans that they are in. */
  commitments: number;
  plans: number;
}

/** Thematic areas in their order and goals by their numbers, with what public plans have of each; two statements. */
export async function listTopics(): Promise<{ areas: TopicLine[]; sdgs: TopicLine[] }> {
  const [areas, sdgs] = await Promise.all([
    db().$queryRaw<TopicLine[]>`
      SELECT area."code" AS "key", area."label", count(plan."id")::int AS "commitments", count(DISTINCT plan."id")::int AS "plans"
      FROM "ThematicArea" area LEFT JOIN "_CommitmentToThematicArea" link ON link."B" = area."code" LEFT JOIN "Commitment" commitment ON commitment."id" = link."A" AND commitment."removedAt" IS NULL
      LEFT JOIN "Plan" plan ON plan."id" = commitment."planId" AND plan."status" <> 'draft' GROUP BY area."code" ORDER BY area."position", area."code"`,
    db().$queryRaw<TopicLine[]>`
      SELECT goal."number"::text AS "key", goal."label", count(plan."id")::int AS "commitments", count(DISTINCT plan."id")::int AS "plans"
      FROM "Sdg" goal LEFT JOIN "_CommitmentToSdg" link ON link."B" = goal."number" LEFT JOIN "Commitment" commitment ON commitment."id" = link."A" AND commitment."removedAt" IS NULL
      LEFT JOIN "Plan" plan ON plan."id" = commitment."planId" AND plan."status" <> 'draft' GROUP BY goal."number" ORDER BY goal."number"`,
  ]);
  return { areas, sdgs };
}

/** Commitments of one plan on a page of a topic. */
export interface PlanGroup {
  plan: { slug: string; title: Localized; vocabulary: string; status: string };
  lines: CommitmentLine[];
}

/** One page of a topic's commitments by plan, the newest term first; one statement. Those that an amendment took out are left out. */
export async function listTopicCommitments(scope: FeedScope, page: number, now: Date): Promise<PlanGroup[]> {
  const rows = await db().commitment.findMany({
    relationLoadStrategy: "join",
    where: { AND: [{ removedAt: null }, commitmentsIn(scope)] },
    orderBy: [{ plan: { startsOn: "desc" } }, { plan: { slug: "asc" } }, { position: "asc" }, { id: "asc" }],
    skip: (page - 1) * linesPageSize, take: linesPageSize,
    select: { ...commitmentLineSelect, plan: { select: { slug: true, title: true, vocabulary: true, status: true } } },
  });
  const groups = Map.groupBy(rows, ({ plan }) => plan.slug);
  return [...groups.values()].flatMap((members) => {
    const plan = members[0]?.plan;
    return plan ? [{ plan: { ...plan, title: plan.title as Localized }, lines: members.map((row) => commitmentLine(row, plan.status, now)) }] : [];
  });
}
