import type { Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { requireKnown, writeEventLines } from "#lib/process/event-lines/commands.ts";
import { attachEvidence } from "#lib/evidence/commands.ts";
import { compact } from "#lib/record/localized/schema.ts";
import { db, inTransaction, isUniqueViolation, jsonOrNull, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { newId } from "#lib/platform/ids.ts";
import { canRecordProcess } from "#lib/process/policy.ts";
import { eventAddress, isEditable, refusalsOfEvent, requireEventStep } from "#lib/process/rules.ts";
import { findEventRecord, listNames, listNumbersGiven, type EventRecord } from "#lib/process/events/queries.ts";
import { changesOf, idsIn, recommendationsAfter, stated, touchesAnswered, traceOf, type EventContent, type RecordedRecommendation } from "#lib/process/events/rules.ts";
import type { CancelEventInput, EventVersionInput, SaveEventInput } from "#lib/process/events/schema.ts";
import { tellAddressees } from "#lib/process/recommendations/commands.ts";
import { dayOf } from "#lib/record/terms/rules.ts";

/** What the next change of the same event has to name. */
export interface SavedEvent {
  id: string;
  version: number;
}

/**
 * Records an event, or changes it: a draft as often as need be, a public one on the record, where addressees of new
 * recommendations are told. Throws NOT_FOUND outside the actor's Secretariats, INVALID_INPUT for what it names that is not
 * known and for what would keep a public event from being so, TRANSITION_NOT_ALLOWED once it is cancelled, CONFLICT when
 * somebody saved, or answered, meanwhile.
 */
export async function saveEvent(actor: Actor, input: SaveEventInput, now: Date): Promise<SavedEvent> {
  return inTransaction(async () => {
    const record = input.id ? await findEventRecord(input.id) : null;
    if ((input.id && !record) || !canRecordProcess(actor, record ?? input)) throw new DomainError("NOT_FOUND");
    if (!input.startsOn && (!record || record.content.startsOn)) throw new DomainError("INVALID_INPUT", { startsOn: "required" });
    const group = await requireKnown(record?.secretariatId ?? input.secretariatId, input);
    return record ? changeEvent(actor, record, input, group, now) : createEvent(actor, input, now);
  });
}

async function createEvent(actor: Actor, input: SaveEventInput, now: Date): Promise<SavedEvent> {
  const [id, content] = [newId(), contentOf(input, recommendationsAfter([], input.recommendations, false))];
  const { version } = await db().processEvent.create({
    data: { id, slug: id, secretariatId: input.secretariatId, ...columnsOf(content), savedAt: now, accountId: actor.accountId, actorName: actor.name }, select: { version: true },
  });
  await writeEventLines({ id, before: null, standing: [], isPublic: false }, content, now);
  await attach(actor, { id, secretariatId: input.secretariatId }, input.evidence, now);
  const names = await listNames(idsIn(content));
  await recordAudit(actor, { action: "event.saved", entity: "event", entityId: id, planId: content.planId, after: traceOf(content, names) as Prisma.InputJsonObject }, now);
  return { id, version };
}

async function changeEvent(actor: Actor, record: EventRecord, input: SaveEventInput, group: EventRecord["group"], now: Date): Promise<SavedEvent> {
  if (!isEditable(record.status)) throw new DomainError("TRANSITION_NOT_ALLOWED");
  if (record.version !== input.version || touchesAnswered(record.recommendations, input.recommendations)) throw new DomainError("CONFLICT");
  const isPublic = record.status === "published";
  const given = isPublic ? await listNumbersGiven(record.id) : [];
  const content = contentOf(input, recommendationsAfter(record.recommendations, input.recommendations, isPublic, given));
  if (isPublic) requirePublishable(content, group, now);
  const changes = changesOf(record.content, content);
  const changed = Object.keys(changes.after).length > 0;
  const edited = isPublic && (changed || evidenceDiffers(record, input.evidence));
  const saved = await move(record, { ...columnsOf(content), savedAt: now, accountId: actor.accountId, actorName: actor.name, ...(edited ? { editedAt: now } : {}) });
  const told = await writeEventLines({ id: record.id, before: record.content, standing: record.recommendations, isPublic }, content, now);
  await attach(actor, record, input.evidence, now);
  if (changed) {
    const names = await listNames([...idsIn(record.content), ...idsIn(content)]);
    const trace = { before: traceOf(changes.before, names) as Prisma.InputJsonObject, after: traceOf(changes.after, names) as Prisma.InputJsonObject };
    await recordAudit(actor, { action: isPublic ? "event.changed" : "event.saved", entity: "event", entityId: record.id, planId: content.planId, ...trace }, now);
  }
  await tellAddressees(record, content, told, now);
  return saved;
}

function contentOf(input: SaveEventInput, recommendations: RecordedRecommendation[]): EventContent {
  const { kind, planId, groupId, startsOn, endsOn, url, presentsResults } = input;
  return {
    kind, planId, groupId, title: stated(input.title) ?? {}, startsOn, endsOn, place: stated(input.place), url, summary: stated(input.summary), agenda: stated(input.agenda), minutes: stated(input.minutes), presentsResults,
    attendance: input.attendance.map(({ organisationId, name, sector, people }) => ({ organisationId, name: stated(name), sector, people })),
    decisions: input.decisions.map(({ text }) => ({ text: stated(text) ?? {} })),
    recommendations: recommendations.map(({ id, number, text, addresseeId, dueOn }) => ({ id, number, text: stated(text) ?? {}, addresseeId, dueOn })),
  };
}

function columnsOf({ attendance: _, decisions: __, recommendations: ___, ...content }: EventContent) {
  const json = (text: object | null) => jsonOrNull(text as Prisma.InputJsonObject | null);
  const { title, place, summary, agenda, minutes } = content;
  return { ...content, title: title as Prisma.InputJsonObject, place: json(place), summary: json(summary), agenda: json(agenda), minutes: json(minutes) };
}

function evidenceDiffers(record: EventRecord, pieces: SaveEventInput["evidence"]): boolean {
  const said = (id: string, title: object | null | undefined) => `${id} ${JSON.stringify(stated(title))}`;
  return record.evidence.map(({ id, title }) => said(id, title)).sort().join() !== pieces.map(({ evidenceId, title }) => said(evidenceId, title)).sort().join();
}

async function attach(actor: Actor, event: { id: string; secretariatId: string }, pieces: SaveEventInput["evidence"], now: Date): Promise<void> {
  await attachEvidence(actor, { target: { eventId: event.id }, organisationId: event.secretariatId, sourceIds: [] }, pieces.map((piece) => ({ ...piece, verificationSourceId: null })), now);
}

/** Exactly the version that was loaded, in the status it had; else CONFLICT. */
async function move({ id, version, status }: Pick<EventRecord, "id" | "version" | "status">, data: Prisma.ProcessEventUncheckedUpdateManyInput): Promise<SavedEvent> {
  const { count } = await db().processEvent.updateMany({ where: { id, version, status }, data: { ...data, version: { increment: 1 } } });
  if (count === 0) throw new DomainError("CONFLICT");
  return { id, version: version + 1 };
}

function requirePublishable(content: EventContent, group: EventRecord["group"], now: Date): void {
  const refusals = refusalsOfEvent(content, group, dayOf(now));
  if (Object.keys(refusals).length > 0) throw new DomainError("INVALID_INPUT", refusals);
}

/** An event that the actor may record, in the version that was opened. */
async function loadFor(actor: Actor, { eventId, version }: EventVersionInput): Promise<EventRecord> {
  const record = await findEventRecord(eventId);
  if (!record || !canRecordProcess(actor, record)) throw new DomainError("NOT_FOUND");
  if (record.version !== version) throw new DomainError("CONFLICT");
  return record;
}

/**
 * Makes a draft public, at an address that stays, and tells the addressees of its recommendations. Throws NOT_FOUND, CONFLICT,
 * TRANSITION_NOT_ALLOWED unless it is a draft, INVALID_INPUT for what keeps it from being public.
 */
export async function publishEvent(actor: Actor, input: EventVersionInput, now: Date): Promise<SavedEvent> {
  return inTransaction(async (tx) => {
    const record = await loadFor(actor, input);
    requireEventStep(record.status, "published");
    requirePublishable(record.content, record.group, now);
    const slug = await freeAddress(eventAddress(record.content));
    const saved = await move(record, { status: "published", slug, publishedAt: now, savedAt: now, accountId: actor.accountId, actorName: actor.name }).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new DomainError("CONFLICT") : error;
    });
    await tx.recommendation.updateMany({ where: { eventId: record.id }, data: { publishedAt: now } });
    await recordAudit(actor, { action: "event.published", entity: "event", entityId: record.id, planId: record.content.planId, before: { status: record.status }, after: { status: "published", slug } }, now);
    await tellAddressees(record, record.content, record.content.recommendations, now);
    return saved;
  });
}

async function freeAddress(base: string): Promise<string> {
  const taken = new Set((await db().processEvent.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } })).map(({ slug }) => slug));
  if (!taken.has(base)) return base;
  for (let count = 2; ; count += 1) if (!taken.has(`${base}-${count}`)) return `${base}-${count}`;
}

/** Saves and publishes in one transaction: when it cannot be published, nothing is saved either. */
export async function saveAndPublishEvent(actor: Actor, input: SaveEventInput, now: Date): Promise<SavedEvent> {
  return inTransaction(async () => {
    const { id: eventId, version } = await saveEvent(actor, input, now);
    return publishEvent(actor, { eventId, version }, now);
  });
}

/**
 * Says that a public event does not take place, and why; it stays readable. Throws NOT_FOUND, CONFLICT, TRANSITION_NOT_ALLOWED
 * unless it is public, INVALID_INPUT when organisations are held to its recommendations.
 */
export async function cancelEvent(actor: Actor, { reason, ...input }: CancelEventInput, now: Date): Promise<SavedEvent> {
  return inTransaction(async () => {
    const record = await loadFor(actor, input);
    requireEventStep(record.status, "cancelled");
    if (record.recommendations.length > 0) throw new DomainError("INVALID_INPUT", { reason: "inUse" });
    const cancelReason = compact(reason) ?? {};
    const saved = await move(record, { status: "cancelled", cancelReason, cancelledAt: now, savedAt: now, accountId: actor.accountId, actorName: actor.name });
    await recordAudit(actor, { action: "event.cancelled", entity: "event", entityId: record.id, planId: record.content.planId, before: { status: record.status }, after: { status: "cancelled", reason: cancelReason } }, now);
    return saved;
  });
}

/** Deletes a draft; its documents stay in the record, taken out. Throws NOT_FOUND, CONFLICT, TRANSITION_NOT_ALLOWED once it was public. */
export async function deleteDraftEvent(actor: Actor, input: EventVersionInput, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const record = await loadFor(actor, input);
    if (record.status !== "draft") throw new DomainError("TRANSITION_NOT_ALLOWED");
    await attach(actor, record, [], now);
    await tx.recommendation.deleteMany({ where: { eventId: record.id } });
    const { count } = await tx.processEvent.deleteMany({ where: { id: record.id, version: record.version, status: "draft" } });
    if (count === 0) throw new DomainError("CONFLICT");
    await recordAudit(actor, { action: "event.deleted", entity: "event", entityId: record.id, planId: record.content.planId, before: { title: record.content.title, startsOn: record.content.startsOn } }, now);
  });
}
