import type { Prisma } from "#lib/platform/db/client.ts";
import { evidence, evidenceView, maybe, organisation, organisationView, said } from "#lib/reports/snapshot-subjects/queries.ts";
import type { SnapshotEvent, SnapshotRecommendation } from "#lib/reports/snapshots/schema.ts";

/** What is read of the public events that begin in a period (so not of those of which no day is stated); `more` narrows whose they are. Days are calendar days, both included. */
export function eventsOf(period: { startsOn: string; endsOn: string }, more: Prisma.ProcessEventWhereInput = {}) {
  return {
    where: { status: { in: ["published", "cancelled"] }, startsOn: { gte: period.startsOn, lte: period.endsOn }, ...more },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    include: {
      group: { select: { name: true, publishedAt: true } }, evidence,
      attendance: { orderBy: [{ position: "asc" }, { id: "asc" }], include: { organisation } }, decisions: { orderBy: { number: "asc" } },
      recommendations: { orderBy: { number: "asc" }, include: { addressee: organisation, evidence } },
    },
  } satisfies Prisma.ProcessEventFindManyArgs;
}

type EventRow = Prisma.ProcessEventGetPayload<ReturnType<typeof eventsOf>>;

/** An event as it is frozen; a working group that is not public is not named. */
export function eventView(row: EventRow): SnapshotEvent {
  const { id, slug, startsOn, endsOn, url, presentsResults } = row;
  if (!startsOn) throw new Error(`event ${id} of a period has no day`);
  const texts = { summary: maybe(row.summary), agenda: maybe(row.agenda), minutes: maybe(row.minutes), place: maybe(row.place) };
  const cancelled = { cancelled: row.status === "cancelled", cancelReason: row.status === "cancelled" ? maybe(row.cancelReason) : null };
  return {
    id, slug, kind: row.kind as SnapshotEvent["kind"], title: said(row.title), group: row.group?.publishedAt ? said(row.group.name) : null,
    startsOn, endsOn, ...cancelled, presentsResults, url, ...texts,
    attendance: row.attendance.map((there) => ({
      sector: there.sector as SnapshotEvent["attendance"][number]["sector"], organisation: there.organisation && organisationView(there.organisation), name: maybe(there.name), people: there.people,
    })),
    decisions: row.decisions.map(({ number, text }) => ({ number, text: said(text) })),
    recommendations: row.recommendations.map(recommendationView), evidence: row.evidence.map(evidenceView),
  };
}

function recommendationView(row: EventRow["recommendations"][number]): SnapshotRecommendation {
  const { id, number, dueOn, disposition, respondedAt, fulfilledOn } = row;
  const response = disposition && respondedAt ? { disposition: disposition as NonNullable<SnapshotRecommendation["response"]>["disposition"], text: said(row.response), respondedAt: respondedAt.toISOString() } : null;
  const fulfilment = fulfilledOn ? { on: fulfilledOn, text: maybe(row.fulfilment), evidence: row.evidence.map(evidenceView) } : null;
  return { id, number, text: said(row.text), addressee: organisationView(row.addressee), dueOn, response, fulfilment };
}
