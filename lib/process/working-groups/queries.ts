import { organisationsOf } from "#lib/record/actors/policy.ts";
import type { Actor } from "#lib/record/actors/schema.ts";
import { compact, type Localized } from "#lib/record/localized/schema.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { isId } from "#lib/platform/ids.ts";
import { canRecordProcess } from "#lib/process/policy.ts";
import type { GroupKind, MemberRole, Sector } from "#lib/process/schema.ts";

/** What is recorded of a working group or forum. */
export interface GroupContent {
  kind: GroupKind;
  planId: string | null;
  name: Localized;
  mandate: Localized | null;
  startsOn: string | null;
  endsOn: string | null;
  members: { organisationId: string | null; name: Localized | null; sector: Sector; role: MemberRole }[];
}

/** A group as it is recorded, for its form and for the commands that change it. */
export interface GroupRecord {
  id: string;
  secretariatId: string;
  slug: string;
  version: number;
  publishedAt: Date | null;
  editedAt: Date | null;
  savedAt: Date;
  /** Events that name it: with any, it is not deleted. */
  events: number;
  content: GroupContent;
}

const recordSelect = {
  id: true, secretariatId: true, slug: true, version: true, publishedAt: true, editedAt: true, savedAt: true,
  kind: true, planId: true, name: true, mandate: true, startsOn: true, endsOn: true, _count: { select: { events: true } },
  members: { orderBy: [{ position: "asc" }, { id: "asc" }], select: { organisationId: true, name: true, sector: true, role: true } },
} satisfies Prisma.WorkingGroupSelect;

/** A group without asking who wants it: for commands, which ask. Null: there is none. */
export async function findGroupRecord(id: string): Promise<GroupRecord | null> {
  const row = isId(id) ? await db().workingGroup.findUnique({ where: { id }, select: recordSelect }) : null;
  if (!row) return null;
  const { kind, planId, name, mandate, startsOn, endsOn, members, _count, ...rest } = row;
  const texts = { name: stated(name) ?? {}, mandate: stated(mandate) };
  const seats = members.map((member) => ({ organisationId: member.organisationId, name: stated(member.name), sector: member.sector as Sector, role: member.role as MemberRole }));
  return { ...rest, events: _count.events, content: { kind: kind as GroupKind, planId, ...texts, startsOn, endsOn, members: seats } };
}

function stated(text: unknown): Localized | null {
  return compact(text as Localized | null);
}

/** A group for the people who write it; null for everybody else. */
export async function getGroupForEditing(actor: Actor, id: string): Promise<GroupRecord | null> {
  const record = await findGroupRecord(id);
  return record && canRecordProcess(actor, record) ? record : null;
}

/** A group on the list of the workspace. */
export interface GroupLine {
  id: string;
  kind: GroupKind;
  name: Localized;
  isPublic: boolean;
  members: number;
  events: number;
}

/** The groups of the actor's Secretariats, forums first. */
export async function listGroups(actor: Actor): Promise<GroupLine[]> {
  const rows = await db().workingGroup.findMany({
    where: { secretariatId: { in: organisationsOf(actor, "secretariat") } }, orderBy: [{ kind: "asc" }, { id: "asc" }],
    select: { id: true, kind: true, name: true, publishedAt: true, _count: { select: { members: true, events: true } } },
  });
  return rows.map(({ id, kind, name, publishedAt, _count }) => ({ id, kind: kind as GroupKind, name: name as Localized, isPublic: publishedAt !== null, members: _count.members, events: _count.events }));
}
