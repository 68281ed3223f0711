import { organisationsOf } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";
import type { Disposition } from "#lib/record/dispositions/schema.ts";
import { evidenceSelect, evidenceView, type EvidenceView } from "#lib/evidence/queries.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { organisationRef, organisationSelect, type OrganisationRef } from "#lib/organisations/queries.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { isId } from "#lib/platform/ids.ts";
import { canAnswerRecommendation, canOpenRecommendation, canRecordProcess } from "#lib/process/policy.ts";
import { daysWaiting, recommendationState } from "#lib/process/rules.ts";
import type { EventKind, RecommendationState } from "#lib/process/schema.ts";
import { isOverdue, isPromised } from "./rules.ts";

/** A recommendation on a list of the workspace. */
export interface RecommendationLineView {
  id: string;
  number: number;
  text: Localized;
  addressee: OrganisationRef;
  dueOn: string | null;
  /** Its term has passed and it is not fulfilled; a declined one has no term to keep. */
  overdue: boolean;
  state: RecommendationState;
  disposition: Disposition | null;
  /** Whole days without a response, or until it came. */
  days: number;
  event: { id: string; title: Localized; startsOn: string | null };
}

/** One recommendation with all that was said of it. */
export interface RecommendationView extends RecommendationLineView {
  version: number;
  addresseeId: string;
  publishedAt: Date | null;
  response: { text: Localized; respondedAt: Date } | null;
  fulfilment: { on: string; text: Localized | null; evidence: EvidenceView[] } | null;
  event: RecommendationLineView["event"] & { slug: string; kind: EventKind; status: string };
  /** What the actor may do: nobody but the addressee answers. */
  mayAnswer: boolean;
  mayOpenEvent: boolean;
}

const lineSelect = {
  id: true, number: true, text: true, addresseeId: true, addressee: organisationSelect, dueOn: true, disposition: true, respondedAt: true, fulfilledOn: true, publishedAt: true,
  event: { select: { id: true, slug: true, kind: true, title: true, startsOn: true, status: true, secretariatId: true } },
} satisfies Prisma.RecommendationSelect;

type LineRow = Prisma.RecommendationGetPayload<{ select: typeof lineSelect }>;

function lineOf(row: LineRow, now: Date): RecommendationLineView {
  return {
    id: row.id, number: row.number, text: row.text as Localized, addressee: organisationRef(row.addressee), dueOn: row.dueOn, overdue: isOverdue(row, now), state: recommendationState(row),
    disposition: row.disposition as Disposition | null, days: row.publishedAt ? daysWaiting({ publishedAt: row.publishedAt, respondedAt: row.respondedAt }, now) : 0,
    event: { id: row.event.id, title: row.event.title as Localized, startsOn: row.event.startsOn },
  };
}

const open = { publishedAt: { not: null }, fulfilledOn: null, event: { status: "published" } } as const;
const oldestFirst = [{ publishedAt: "asc" }, { number: "asc" }] satisfies Prisma.RecommendationOrderByWithRelationInput[];

/**
 * What meetings ask of the organisations that the actor answers for: without a response, the longest waiting first, and
 * accepted but not yet fulfilled.
 */
export async function listOwnRecommendations(actor: Actor, now: Date): Promise<{ waiting: RecommendationLineView[]; promised: RecommendationLineView[] }> {
  const asked = [...new Set([...organisationsOf(actor, "coordinator"), ...organisationsOf(actor, "secretariat")])];
  if (asked.length === 0 || actor.link) return { waiting: [], promised: [] };
  const rows = (await db().recommendation.findMany({ where: { ...open, addresseeId: { in: asked } }, select: lineSelect, orderBy: oldestFirst })).filter((row) => canAnswerRecommendation(actor, row));
  return { waiting: rows.filter(({ respondedAt }) => !respondedAt).map((row) => lineOf(row, now)), promised: rows.filter(isPromised).map((row) => lineOf(row, now)) };
}

/** Recommendations of the actor's Secretariats that nobody has answered, the longest waiting first. */
export async function listUnansweredRecommendations(actor: Actor, now: Date): Promise<RecommendationLineView[]> {
  const where = { ...open, respondedAt: null, event: { status: "published", secretariatId: { in: organisationsOf(actor, "secretariat") } } };
  const rows = await db().recommendation.findMany({ where, select: lineSelect, orderBy: oldestFirst });
  return rows.map((row) => lineOf(row, now));
}

/** One recommendation for who answers it or recorded it; null for everybody else. */
export async function getRecommendation(actor: Actor, id: string, now: Date): Promise<RecommendationView | null> {
  if (!isId(id)) return null;
  const evidence = { where: { removedAt: null }, orderBy: { uploadedAt: "asc" }, select: evidenceSelect } as const;
  const row = await db().recommendation.findUnique({ where: { id }, select: { ...lineSelect, version: true, response: true, fulfilment: true, evidence } });
  if (!row || !canOpenRecommendation(actor, row)) return null;
  const { event, respondedAt, fulfilledOn } = row;
  const line = lineOf(row, now);
  return {
    ...line, version: row.version, addresseeId: row.addresseeId, publishedAt: row.publishedAt,
    event: { ...line.event, slug: event.slug, kind: event.kind as EventKind, status: event.status },
    response: respondedAt ? { text: row.response as Localized, respondedAt } : null,
    fulfilment: fulfilledOn ? { on: fulfilledOn, text: row.fulfilment as Localized | null, evidence: row.evidence.map(evidenceView) } : null,
    mayAnswer: canAnswerRecommendation(actor, row), mayOpenEvent: canRecordProcess(actor, event),
  };
}
