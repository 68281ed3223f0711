import type { Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { compact, type Localized } from "#lib/record/localized/schema.ts";
import { db, inTransaction, isUniqueViolation, jsonOrNull, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError, type FieldErrors } from "#lib/platform/errors.ts";
import { newId } from "#lib/platform/ids.ts";
import { canRecordProcess } from "#lib/process/policy.ts";
import { makeKey } from "#lib/sheets/keys.ts";
import { findGroupRecord, type GroupContent, type GroupRecord } from "./queries.ts";
import type { GroupVersionInput, SaveGroupInput } from "./schema.ts";

/** What the next change of the same group has to name. */
export interface SavedGroup {
  id: string;
  version: number;
}

/**
 * Records a working group or forum, or changes it: a draft as often as need be, a public one on the record. Throws NOT_FOUND
 * outside the actor's Secretariats, INVALID_INPUT for a plan or an organisation that is not known, CONFLICT.
 */
export async function saveGroup(actor: Actor, input: SaveGroupInput, now: Date): Promise<SavedGroup> {
  return inTransaction(async () => {
    const record = input.id ? await findGroupRecord(input.id) : null;
    if ((input.id && !record) || !canRecordProcess(actor, record ?? input)) throw new DomainError("NOT_FOUND");
    await requireKnown(record?.secretariatId ?? input.secretariatId, input);
    return record ? changeGroup(actor, record, input, now) : createGroup(actor, input, now);
  });
}

async function requireKnown(secretariatId: string, { planId, members }: SaveGroupInput): Promise<void> {
  const plan = planId ? await db().plan.findFirst({ where: { id: planId, secretariatId }, select: { id: true } }) : null;
  const ids = members.flatMap(({ organisationId }) => organisationId ?? []);
  const known = new Set((await db().organisation.findMany({ where: { id: { in: ids } }, select: { id: true } })).map(({ id }) => id));
  const strangers = members.map(({ organisationId }, index) => [`members.${index}.organisationId`, organisationId] as const).filter(([, id]) => id && !known.has(id));
  const refusals: FieldErrors = { ...(planId && !plan ? { planId: "unknownChoice" } : {}), ...Object.fromEntries(strangers.map(([path]) => [path, "unknownChoice"])) };
  if (Object.keys(refusals).length > 0) throw new DomainError("INVALID_INPUT", refusals);
}

async function createGroup(actor: Actor, input: SaveGroupInput, now: Date): Promise<SavedGroup> {
  const [id, content] = [newId(), contentOf(input)];
  const { version } = await db().workingGroup.create({ data: { id, slug: id, secretariatId: input.secretariatId, ...columnsOf(content), savedAt: now }, select: { version: true } });
  await writeMembers(id, content.members);
  await recordAudit(actor, { action: "group.saved", entity: "group", entityId: id, planId: content.planId, after: await traceOf(content) }, now);
  return { id, version };
}

async function changeGroup(actor: Actor, record: GroupRecord, input: SaveGroupInput, now: Date): Promise<SavedGroup> {
  if (record.version !== input.version) throw new DomainError("CONFLICT");
  const content = contentOf(input);
  const differing = (Object.keys(content) as (keyof GroupContent)[]).filter((name) => JSON.stringify(content[name]) !== JSON.stringify(record.content[name]));
  const isPublic = record.publishedAt !== null;
  const saved = await move(record, { ...columnsOf(content), savedAt: now, ...(isPublic && differing.length > 0 ? { editedAt: now } : {}) });
  if (differing.length === 0) return saved;
  if (differing.includes("members")) await writeMembers(record.id, content.members);
  const pick = (whole: GroupContent): Partial<GroupContent> => Object.fromEntries(differing.map((name) => [name, whole[name]]));
  const trace = { before: await traceOf(pick(record.content)), after: await traceOf(pick(content)) };
  await recordAudit(actor, { action: isPublic ? "group.changed" : "group.saved", entity: "group", entityId: record.id, planId: content.planId, ...trace }, now);
  return saved;
}

function contentOf({ kind, planId, startsOn, endsOn, ...input }: SaveGroupInput): GroupContent {
  const members = input.members.map(({ organisationId, name, sector, role }) => ({ organisationId, name: compact(name), sector, role }));
  return { kind, planId, name: compact(input.name) ?? {}, mandate: compact(input.mandate), startsOn, endsOn, members };
}

function columnsOf({ members: _, name, mandate, ...content }: GroupContent) {
  return { ...content, name: name as Prisma.InputJsonObject, mandate: jsonOrNull(mandate as Prisma.InputJsonObject | null) };
}

async function writeMembers(groupId: string, members: GroupContent["members"]): Promise<void> {
  await db().workingGroupMember.deleteMany({ where: { groupId } });
  await db().workingGroupMember.createMany({ data: members.map(({ name, ...member }, position) => ({ groupId, position, ...member, name: jsonOrNull(name as Prisma.InputJsonObject | null) })) });
}

/** A content, or a part of it, as it is kept in the trace: names instead of ids. */
async function traceOf({ kind, planId, members, ...rest }: Partial<GroupContent>): Promise<Prisma.InputJsonObject> {
  const ids = (members ?? []).flatMap(({ organisationId }) => organisationId ?? []);
  const names = new Map((await db().organisation.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })).map(({ id, name }) => [id, name as Localized]));
  const plan = planId ? await db().plan.findUnique({ where: { id: planId }, select: { title: true } }) : null;
  return {
    ...rest, ...(kind && { groupKind: kind }), ...(planId === undefined ? {} : { plan: (plan?.title ?? null) as Prisma.InputJsonObject | null }),
    ...(members && { members: members.map(({ organisationId, ...member }) => ({ organisation: (organisationId && names.get(organisationId)) ?? null, ...member })) }),
  } as Prisma.InputJsonObject;
}

/** Exactly the version that was loaded; else CONFLICT. */
async function move({ id, version }: GroupRecord, data: Prisma.WorkingGroupUncheckedUpdateManyInput): Promise<SavedGroup> {
  const { count } = await db().workingGroup.updateMany({ where: { id, version }, data: { ...data, version: { increment: 1 } } });
  if (count === 0) throw new DomainError("CONFLICT");
  return { id, version: version + 1 };
}

async function loadFor(actor: Actor, { groupId, version }: GroupVersionInput): Promise<GroupRecord> {
  const record = await findGroupRecord(groupId);
  if (!record || !canRecordProcess(actor, record)) throw new DomainError("NOT_FOUND");
  if (record.publishedAt) throw new DomainError("TRANSITION_NOT_ALLOWED");
  if (record.version !== version) throw new DomainError("CONFLICT");
  return record;
}

/** Makes a group public, at an address made of its name that stays. Throws NOT_FOUND, TRANSITION_NOT_ALLOWED when it is public already, CONFLICT. */
export async function publishGroup(actor: Actor, input: GroupVersionInput, now: Date): Promise<SavedGroup> {
  return inTransaction(async () => {
    const record = await loadFor(actor, input);
    const base = makeKey(record.content.name, new Set());
    const taken = await db().workingGroup.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } });
    const slug = makeKey(record.content.name, new Set(taken.map((row) => row.slug)));
    const saved = await move(record, { slug, publishedAt: now, savedAt: now }).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new DomainError("CONFLICT") : error;
    });
    await recordAudit(actor, { action: "group.published", entity: "group", entityId: record.id, planId: record.content.planId, after: { slug } }, now);
    return saved;
  });
}

/** Saves and publishes in one transaction. */
export async function saveAndPublishGroup(actor: Actor, input: SaveGroupInput, now: Date): Promise<SavedGroup> {
  return inTransaction(async () => {
    const { id: groupId, version } = await saveGroup(actor, input, now);
    return publishGroup(actor, { groupId, version }, now);
  });
}

/** Deletes a draft that no event names. Throws NOT_FOUND, TRANSITION_NOT_ALLOWED once it was public, INVALID_INPUT (inUse), CONFLICT. */
export async function deleteDraftGroup(actor: Actor, input: GroupVersionInput, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const record = await loadFor(actor, input);
    if (record.events > 0) throw new DomainError("INVALID_INPUT", { name: "inUse" });
    const { count } = await tx.workingGroup.deleteMany({ where: { id: record.id, version: record.version, publishedAt: null } });
    if (count === 0) throw new DomainError("CONFLICT");
    await recordAudit(actor, { action: "group.deleted", entity: "group", entityId: record.id, planId: record.content.planId, before: { name: record.content.name as Prisma.InputJsonObject } }, now);
  });
}
