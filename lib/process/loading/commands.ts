import type { Actor } from "#lib/record/actors/schema.ts";
import { recordAudit } from "#lib/record/audit/commands.ts";
import { compact } from "#lib/record/localized/schema.ts";
import { createOrganisation } from "#lib/organisations/commands.ts";
import { inTransaction, isUniqueViolation, type Db } from "#lib/platform/db/client.ts";
import { DomainError } from "#lib/platform/errors.ts";
import { processFileSchema, type ProcessFile } from "./schema.ts";

type FileGroup = ProcessFile["groups"][number];
type FileEvent = ProcessFile["events"][number];
type Stated = { ka?: string | undefined; en?: string | undefined } | undefined;

/** Whose groups and events are loaded, by whom and when. */
interface Frame {
  actor: Actor;
  secretariatId: string;
  now: Date;
}

/** For columns that hold a text or nothing. */
function texts<K extends string>(of: Record<K, Stated>): Partial<Record<K, Record<string, string>>> {
  const entries = Object.entries<Stated>(of).flatMap(([name, value]) => {
    const kept = compact(value);
    return kept ? [[name, kept] as const] : [];
  });
  return Object.fromEntries(entries) as Partial<Record<K, Record<string, string>>>;
}

/**
 * Records the groups and events that a source tells of, at once public. Only the installation itself does this: people record
 * what took place with its day, a source may not state it.
 * Throws FORBIDDEN, ALREADY_EXISTS (slug), a ZodError for a wrong file.
 */
export async function loadProcess(actor: Actor, raw: unknown, now: Date): Promise<{ groups: number; events: number }> {
  if (!actor.system) throw new DomainError("FORBIDDEN");
  const { organisation, groups, events } = processFileSchema.parse(raw);
  return inTransaction(async (tx) => {
    const { id: secretariatId } = await createOrganisation(actor, { slug: organisation.slug, name: organisation.name, kindCode: organisation.kind }, now);
    const frame = { actor, secretariatId, now };
    const ids = new Map<string, string>();
    for (const group of groups) ids.set(group.slug, await loadGroup(tx, group, frame));
    for (const event of events) await loadEvent(tx, event, ids.get(event.group ?? "") ?? null, frame);
    return { groups: groups.length, events: events.length };
  });
}

async function loadGroup(tx: Db, { slug, kind, name, mandate, sourceNote, startsOn, endsOn }: FileGroup, { actor, secretariatId, now }: Frame): Promise<string> {
  const data = { slug, kind, secretariatId, name: compact(name) ?? {}, ...texts({ mandate, sourceNote }), startsOn: startsOn ?? null, endsOn: endsOn ?? null, publishedAt: now, savedAt: now };
  const { id } = await tx.workingGroup.create({ data, select: { id: true } }).catch(refuseTaken);
  await recordAudit(actor, { action: "group.published", entity: "group", entityId: id, after: { slug, name: data.name } }, now);
  return id;
}

async function loadEvent(tx: Db, event: FileEvent, groupId: string | null, { actor, secretariatId, now }: Frame): Promise<void> {
  const { slug, kind, place, summary, agenda, minutes, sourceNote, startsOn, endsOn, attendance, decisions } = event;
  const title = compact(event.title) ?? {};
  const { id } = await tx.processEvent.create({
    data: {
      slug, kind, secretariatId, groupId, title, ...texts({ place, summary, agenda, minutes, sourceNote }), startsOn: startsOn ?? null, endsOn: endsOn ?? null,
      status: "published", publishedAt: now, savedAt: now, accountId: actor.accountId, actorName: actor.name,
      attendance: { create: attendance.map(({ sector, name, people }, position) => ({ sector, name: compact(name) ?? {}, people: people ?? null, position })) },
      decisions: { create: decisions.map((text, index) => ({ number: index + 1, text: compact(text) ?? {} })) },
    },
    select: { id: true },
  }).catch(refuseTaken);
  await recordAudit(actor, { action: "event.published", entity: "event", entityId: id, after: { slug, title } }, now);
}

function refuseTaken(error: unknown): never {
  throw isUniqueViolation(error) ? new DomainError("ALREADY_EXISTS", { slug: "duplicate" }) : error;
}
