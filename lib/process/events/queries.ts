import { z } from "zod";
import { organisationsOf } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";
import { evidenceSelect, evidenceView, type EvidenceView } from "#lib/evidence/queries.ts";
import type { Localized } from "#lib/record/localized/schema.ts";
import { organisationRef, organisationSelect } from "#lib/organisations/queries.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { isId } from "#lib/platform/ids.ts";
import { canRecordProcess } from "#lib/process/policy.ts";
import { isMinutesMissing, minutesDue, recommendationState } from "#lib/process/rules.ts";
import type { EventKind, EventStatus, RecommendationState, Sector } from "#lib/process/schema.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import { stated, type EventContent, type StandingRecommendation } from "./rules.ts";

/** An event as it is recorded, for its form and for the commands that change it. */
export interface EventRecord {
  id: string;
  secretariatId: string;
  slug: string;
  status: EventStatus;
  version: number;
  publishedAt: Date | null;
  editedAt: Date | null;
  cancelReason: Localized | null;
  savedAt: Date;
  savedBy: string;
  /** Of these, `recommendations` are all there are, answered ones too. */
  content: EventContent;
  recommendations: (StandingRecommendation & { state: RecommendationState; addressee: Localized })[];
  group: { publishedAt: Date | null } | null;
  evidence: EvidenceView[];
}

const recordSelect = {
  id: true, secretariatId: true, slug: true, status: true, version: true, publishedAt: true, editedAt: true, cancelReason: true, savedAt: true, actorName: true,
  kind: true, planId: true, groupId: true, title: true, startsOn: true, endsOn: true, place: true, url: true, summary: true, agenda: true, minutes: true, presentsResults: true,
  group: { select: { publishedAt: true } },
  attendance: { orderBy: [{ position: "asc" }, { id: "asc" }], select: { organisationId: true, name: true, sector: true, people: true } },
  decisions: { orderBy: { number: "asc" }, select: { text: true } },
  recommendations: { orderBy: { number: "asc" }, select: { id: true, number: true, text: true, addresseeId: true, addressee: organisationSelect, dueOn: true, respondedAt: true, fulfilledOn: true } },
  evidence: { where: { removedAt: null }, orderBy: { uploadedAt: "asc" }, select: evidenceSelect },
} satisfies Prisma.ProcessEventSelect;

type RecordRow = Prisma.ProcessEventGetPayload<{ select: typeof recordSelect }>;

/** An event without asking who wants it: for commands, which ask. Null: there is none. */
export async function findEventRecord(id: string): Promise<EventRecord | null> {
  const row = isId(id) ? await db().processEvent.findUnique({ where: { id }, select: recordSelect }) : null;
  return row && recordOf(row);
}

/** An event for the people who write it; null for everybody else. */
export async function getEventForEditing(actor: Actor, id: string): Promise<EventRecord | null> {
  const record = await findEventRecord(id);
  return record && canRecordProcess(actor, record) ? record : null;
}

const numbersSchema = z.object({ recommendations: z.array(z.object({ number: z.int() })) }).transform(({ recommendations }) => recommendations.map(({ number }) => number)).catch([]);

/** Every number that a recommendation of a public event had before one of its edits, as the trail tells it. */
export async function listNumbersGiven(eventId: string): Promise<number[]> {
  const edits = await db().auditEvent.findMany({ where: { entity: "event", entityId: eventId, action: "event.changed" }, select: { before: true } });
  return edits.flatMap(({ before }) => numbersSchema.parse(before));
}

function recordOf(row: RecordRow): EventRecord {
  const recommendations = row.recommendations.map(({ id, number, text, addresseeId, addressee, dueOn, respondedAt, fulfilledOn }) => ({
    id, number, text: stated(text) ?? {}, addresseeId, dueOn, answered: respondedAt !== null, state: recommendationState({ respondedAt, fulfilledOn }), addressee: organisationRef(addressee).name,
  }));
  const { id, secretariatId, slug, version, publishedAt, editedAt, savedAt, group } = row;
  return {
    id, secretariatId, slug, version, publishedAt, editedAt, savedAt, group, recommendations, status: row.status as EventStatus, savedBy: row.actorName,
    cancelReason: stated(row.cancelReason), evidence: row.evidence.map(evidenceView), content: contentOf(row, recommendations),
  };
}

function contentOf(row: RecordRow, recommendations: readonly StandingRecommendation[]): EventContent {
  return {
    kind: row.kind as EventKind, planId: row.planId, groupId: row.groupId, title: stated(row.title) ?? {}, startsOn: row.startsOn, endsOn: row.endsOn, place: stated(row.place), url: row.url,
    summary: stated(row.summary), agenda: stated(row.agenda), minutes: stated(row.minutes), presentsResults: row.presentsResults,
    attendance: row.attendance.map(({ organisationId, name, sector, people }) => ({ organisationId, name: stated(name), sector: sector as Sector, people })),
    decisions: row.decisions.map(({ text }) => ({ text: stated(text) ?? {} })),
    recommendations: recommendations.map(({ id, number, text, addresseeId, dueOn }) => ({ id, number, text, addresseeId, dueOn })),
  };
}

/** An event on the list of the workspace. */
export interface EventLine {
  id: string;
  kind: EventKind;
  status: EventStatus;
  title: Localized;
  startsOn: string | null;
  endsOn: string | null;
  group: Localized | null;
  savedAt: Date;
  /** The last day on which its minutes would be in time; null unless they are missing. */
  minutesDue: string | null;
  recommendations: number;
  /** Of these, without a response. */
  waiting: number;
}

const lineSelect = {
  id: true, kind: true, status: true, title: true, startsOn: true, endsOn: true, minutes: true, savedAt: true, group: { select: { name: true } },
  recommendations: { select: { respondedAt: true } }, _count: { select: { evidence: { where: { removedAt: null } } } },
} satisfies Prisma.ProcessEventSelect;

/** The events of the actor's Secretariats, newest first, those without a day last; of one kind when asked. */
export async function listEvents(actor: Actor, { kind }: { kind?: EventKind | undefined }, now: Date): Promise<EventLine[]> {
  const rows = await db().processEvent.findMany({
    where: { secretariatId: { in: organisationsOf(actor, "secretariat") }, ...(kind ? { kind } : {}) },
    orderBy: [{ startsOn: { sort: "desc", nulls: "last" } }, { id: "desc" }], select: lineSelect,
  });
  return rows.map((row) => lineOf(row, dayOf(now)));
}

function lineOf(row: Prisma.ProcessEventGetPayload<{ select: typeof lineSelect }>, today: string): EventLine {
  const { id, startsOn, endsOn, savedAt, group, recommendations } = row;
  const [kind, status] = [row.kind as EventKind, row.status as EventStatus];
  const missing = isMinutesMissing({ kind, status, startsOn, endsOn, minutes: stated(row.minutes), documents: row._count.evidence }, today);
  const waiting = status === "published" ? recommendations.filter(({ respondedAt }) => !respondedAt).length : 0;
  return {
    id, kind, status, startsOn, endsOn, savedAt, title: row.title as Localized, group: group && (group.name as Localized),
    minutesDue: missing ? minutesDue({ startsOn, endsOn }) : null, recommendations: recommendations.length, waiting,
  };
}

/** What the forms of events and groups choose from. */
export interface ProcessChoices {
  secretariats: { id: string; name: Localized }[];
  plans: { id: string; secretariatId: string; title: Localized }[];
  groups: { id: string; secretariatId: string; name: Localized; isPublic: boolean }[];
  organisations: { id: string; name: Localized }[];
  organisationKinds: { code: string; label: Localized }[];
}

/** The actor's Secretariats with their plans and groups, and every organisation; empty for who records nothing. */
export async function listProcessChoices(actor: Actor): Promise<ProcessChoices> {
  const own = actor.link ? [] : organisationsOf(actor, "secretariat");
  const of = { secretariatId: { in: own } };
  const [organisations, kinds, plans, groups] = await Promise.all([
    own.length === 0 ? [] : db().organisation.findMany({ select: { id: true, name: true }, orderBy: { slug: "asc" } }),
    own.length === 0 ? [] : db().organisationKind.findMany({ orderBy: [{ position: "asc" }, { code: "asc" }] }),
    db().plan.findMany({ where: of, select: { id: true, secretariatId: true, title: true }, orderBy: [{ startsOn: "desc" }, { slug: "asc" }] }),
    db().workingGroup.findMany({ where: of, select: { id: true, secretariatId: true, name: true, publishedAt: true }, orderBy: { id: "asc" } }),
  ]);
  const named = organisations.map(({ id, name }) => ({ id, name: name as Localized }));
  return {
    organisations: named, secretariats: named.filter(({ id }) => own.includes(id)),
    organisationKinds: kinds.map(({ code, label }) => ({ code, label: label as Localized })),
    plans: plans.map(({ id, secretariatId, title }) => ({ id, secretariatId, title: title as Localized })),
    groups: groups.map(({ id, secretariatId, name, publishedAt }) => ({ id, secretariatId, name: name as Localized, isPublic: publishedAt !== null })),
  };
}

/** What the ids of plans, groups and organisations stand for, for the trace of a change. */
export async function listNames(ids: readonly (string | null)[]): Promise<Map<string, Localized>> {
  const where = { id: { in: ids.filter((id) => id !== null) } };
  const [organisations, groups, plans] = await Promise.all([
    db().organisation.findMany({ where, select: { id: true, name: true } }), db().workingGroup.findMany({ where, select: { id: true, name: true } }), db().plan.findMany({ where, select: { id: true, title: true } }),
  ]);
  return new Map([...organisations, ...groups, ...plans.map(({ id, title }) => ({ id, name: title }))].map(({ id, name }) => [id, name as Localized]));
}
