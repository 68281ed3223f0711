import { same } from "#lib/editing/rules.ts";
import type { FieldsOf, ListedEntity, PlanContent, PlanEntry } from "#lib/editing/schema.ts";
import { deleteLines, insertLines, replaceLines, type Leaving } from "#lib/editing/plan-lines/commands.ts";
import { db, jsonOrNull } from "#lib/platform/db/client.ts";
import { orderedByParent, positionsOf, rowChanges, type RowChanges } from "./rules.ts";

/** Rows written by one statement. */
const batch = 1_000;

/** Told after each batch: entries that are written, of how many. */
export type Progress = (done: number, total: number) => void | Promise<void>;

const planRow = ({ title, introduction, locality, sourceNote, ...own }: FieldsOf<"plan">) => ({ ...own, title, introduction: jsonOrNull(introduction), locality: jsonOrNull(locality), sourceNote: jsonOrNull(sourceNote) });

const actRow = ({ title, text, appealTerms, signatory, ...own }: FieldsOf<"legal_act">) => ({ ...own, title: jsonOrNull(title), text: jsonOrNull(text), appealTerms: jsonOrNull(appealTerms), signatory: jsonOrNull(signatory) });

const partRow = ({ slug, description, note, ...own }: FieldsOf<"part">) => ({ ...own, slug: slug ?? "", description: jsonOrNull(description), note: jsonOrNull(note) });

function commitmentRow({ number, slug, startsOn, endsOn, leadOrganisationId, ...texts }: FieldsOf<"commitment">) {
  return {
    number, slug: slug ?? "", startsOn, endsOn, leadOrganisationId,
    title: jsonOrNull(texts.title), description: jsonOrNull(texts.description), expectedOutcome: jsonOrNull(texts.expectedOutcome),
    plainSummary: jsonOrNull(texts.plainSummary), sourceNote: jsonOrNull(texts.sourceNote),
  };
}

function milestoneRow({ number, title, description, startsOn, endsOn, leadOrganisationId }: FieldsOf<"milestone">) {
  return { number, title, description: jsonOrNull(description), startsOn, endsOn, leadOrganisationId };
}

/**
 * Brings the rows of a plan from what they were to what they are to be, in the transaction under way; every entry that is
 * really different gets its next version.
 */
export async function writeRows(before: PlanContent, after: PlanContent, leaving: Leaving, progress: Progress = () => undefined): Promise<void> {
  const changes = rowChanges(before, after);
  let done = 0;
  const step = async (count: number) => progress((done += count), changes.total);
  const write = { planId: before.plan.id, changes, positions: positionsOf(after), leaving, step };
  if (!same(before.plan.fields, after.plan.fields)) await db().plan.update({ where: { id: write.planId }, data: { ...planRow(after.plan.fields), version: { increment: 1 } } });
  await removeRows(write);
  await vacateNumbers(changes);
  await addRows(write);
  await changeRows(write);
  const parts = changes.part.removed.map(({ id }) => id);
  if (parts.length > 0) await db().planPart.deleteMany({ where: { id: { in: parts } } });
  if (changes.reordered) await writePositions(after, write.positions);
}

interface Write {
  planId: string;
  changes: RowChanges;
  positions: ReadonlyMap<string, number>;
  leaving: Leaving;
  step: (count: number) => Promise<void>;
}

const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);

async function removeRows({ changes, leaving: { keep, now }, step }: Write): Promise<void> {
  const [commitmentIds, milestoneIds, actIds] = [idsOf(changes.commitment.removed), idsOf(changes.milestone.removed), idsOf(changes.legal_act.removed)];
  if (actIds.length > 0) await db().legalAct.deleteMany({ where: { id: { in: actIds } } });
  if (commitmentIds.length + milestoneIds.length === 0) return;
  const commented = keep ? commitmentIds : idsOf(await db().commitment.findMany({ where: { id: { in: commitmentIds }, comments: { some: {} } }, select: { id: true } }));
  const marked = { removedAt: now, version: { increment: 1 } };
  await db().commitment.updateMany({ where: { id: { in: commented } }, data: marked });
  await db().milestone.updateMany({ where: { id: { in: milestoneIds }, ...(keep ? {} : { commitmentId: { in: commented } }) }, data: marked });
  const kept = new Set(commented);
  const gone = { commitmentIds: commitmentIds.filter((id) => !kept.has(id)), milestoneIds: keep ? [] : idsOf(changes.milestone.removed.filter(({ place }) => !kept.has(place.commitmentId))) };
  await deleteLines(gone);
  await db().milestone.deleteMany({ where: { id: { in: gone.milestoneIds } } });
  await db().commitment.deleteMany({ where: { id: { in: gone.commitmentIds } } });
  await step(commitmentIds.length + milestoneIds.length);
}

/** Numbers and addresses that change hands are free before they are given again, and what moves is held by nothing. */
async function vacateNumbers({ part, commitment, milestone }: RowChanges): Promise<void> {
  const parts = [...renumbered(part), ...idsOf(part.removed)];
  const [commitments, milestones] = [renumbered(commitment), renumbered(milestone)];
  if (parts.length > 0) await db().$executeRaw`UPDATE "PlanPart" SET "number" = NULL, "slug" = "id"::text WHERE "id" = ANY(${parts}::uuid[])`;
  if (commitments.length > 0) await db().$executeRaw`UPDATE "Commitment" SET "number" = "id"::text, "slug" = "id"::text WHERE "id" = ANY(${commitments}::uuid[])`;
  if (milestones.length > 0) await db().$executeRaw`UPDATE "Milestone" SET "number" = "id"::text WHERE "id" = ANY(${milestones}::uuid[])`;
  const moved = milestone.changed.filter(({ entry, before }) => !same(entry.place, before.place)).map(({ entry }) => entry.id);
  if (moved.length > 0) await db().milestone.updateMany({ where: { id: { in: moved } }, data: { parentId: null } });
}

/** Those that get another number, another address or another place to have it in. */
function renumbered<E extends ListedEntity>({ changed }: RowChanges[E]): string[] {
  const standing = ({ place, fields }: PlanEntry<E>) => [place, fields.number, "slug" in fields ? fields.slug : null];
  return changed.filter(({ entry, before }) => !same(standing(entry as PlanEntry<E>), standing(before as PlanEntry<E>))).map(({ entry }) => entry.id);
}

async function inBatches<T>(list: readonly T[], step: Write["step"], write: (some: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < list.length; from += batch) {
    await write(list.slice(from, from + batch));
    await step(Math.min(batch, list.length - from));
  }
}

async function addRows({ planId, changes, positions, leaving: { now }, step }: Write): Promise<void> {
  const base = <E extends ListedEntity>({ id, place }: PlanEntry<E>) => ({ id, ...place, position: positions.get(id) ?? 0 });
  await inBatches(changes.legal_act.added, step, (some) => db().legalAct.createMany({ data: some.map((entry) => ({ ...base(entry), planId, ...actRow(entry.fields) })) }));
  await inBatches(orderedByParent(changes.part.added), step, (some) => db().planPart.createMany({ data: some.map((entry) => ({ ...base(entry), planId, ...partRow(entry.fields) })) }));
  await inBatches(changes.commitment.added, step, async (some) => {
    await db().commitment.createMany({ data: some.map((entry) => ({ ...base(entry), planId, createdAt: now, ...commitmentRow(entry.fields) })) });
    await relate(some);
    await insertLines(some.map(({ id, fields }) => ({ subject: { commitmentId: id }, fields })));
  });
  await inBatches(orderedByParent(changes.milestone.added), step, async (some) => {
    await db().milestone.createMany({ data: some.map((entry) => ({ ...base(entry), ...milestoneRow(entry.fields) })) });
    await insertLines(some.map(({ id, fields }) => ({ subject: { milestoneId: id }, fields })));
  });
}

/** Thematic areas and goals of commitments that have none in the record. */
async function relate(commitments: readonly PlanEntry<"commitment">[]): Promise<void> {
  const pairs = <T>(of: (fields: FieldsOf<"commitment">) => readonly T[]) => commitments.flatMap(({ id, fields }) => of(fields).map((value) => ({ id, value })));
  const [areas, sdgs] = [pairs(({ thematicAreas }) => thematicAreas), pairs((fields) => fields.sdgs)];
  const values = <T>(list: readonly { value: T }[]) => list.map(({ value }) => value);
  if (areas.length > 0) await db().$executeRaw`INSERT INTO "_CommitmentToThematicArea" ("A", "B") SELECT * FROM unnest(${idsOf(areas)}::uuid[], ${values(areas)}::text[])`;
  if (sdgs.length > 0) await db().$executeRaw`INSERT INTO "_CommitmentToSdg" ("A", "B") SELECT * FROM unnest(${idsOf(sdgs)}::uuid[], ${values(sdgs)}::int[])`;
}

async function changeRows({ changes, leaving, step }: Write): Promise<void> {
  const version = { increment: 1 };
  for (const { entry } of changes.legal_act.changed) await db().legalAct.update({ where: { id: entry.id }, data: { ...actRow(entry.fields), version } });
  for (const { entry } of changes.part.changed) await db().planPart.update({ where: { id: entry.id }, data: { ...partRow(entry.fields), ...entry.place, version } });
  await inBatches(changes.commitment.changed, step, async (some) => {
    await changeCommitments(some.map(({ entry }) => entry));
    await relateAgain(some);
    await replaceLines(some.map(({ entry, before }) => ({ subject: { commitmentId: entry.id }, fields: entry.fields, before: before.fields })), leaving);
  });
  // What holds others goes before them, so that it is there when a later batch names it.
  const were = new Map(changes.milestone.changed.map(({ before }) => [before.id, before]));
  await inBatches(orderedByParent(changes.milestone.changed.map(({ entry }) => entry)), step, async (some) => {
    await changeMilestones(some);
    await replaceLines(some.map((entry) => ({ subject: { milestoneId: entry.id }, fields: entry.fields, before: (were.get(entry.id) ?? entry).fields })), leaving);
  });
}

async function changeCommitments(entries: readonly PlanEntry<"commitment">[]): Promise<void> {
  const rows = entries.map(({ id, place, fields }) => ({ ...fields, id, ...place }));
  await db().$executeRaw`UPDATE "Commitment" SET "partId" = "to"."partId", "number" = "to"."number", "slug" = "to"."slug", "startsOn" = "to"."startsOn", "endsOn" = "to"."endsOn", "leadOrganisationId" = "to"."leadOrganisationId",
    "title" = "to"."title", "description" = "to"."description", "expectedOutcome" = "to"."expectedOutcome", "plainSummary" = "to"."plainSummary", "sourceNote" = "to"."sourceNote", "version" = "version" + 1
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS "to" ("id" uuid, "partId" uuid, "number" text, "slug" text, "startsOn" text, "endsOn" text, "leadOrganisationId" uuid,
      "title" jsonb, "description" jsonb, "expectedOutcome" jsonb, "plainSummary" jsonb, "sourceNote" jsonb) WHERE "Commitment"."id" = "to"."id"`;
}

async function changeMilestones(entries: readonly PlanEntry<"milestone">[]): Promise<void> {
  const rows = entries.map(({ id, place, fields }) => ({ ...fields, id, ...place }));
  await db().$executeRaw`UPDATE "Milestone" SET "commitmentId" = "to"."commitmentId", "parentId" = "to"."parentId", "number" = "to"."number", "title" = "to"."title", "description" = "to"."description",
    "startsOn" = "to"."startsOn", "endsOn" = "to"."endsOn", "leadOrganisationId" = "to"."leadOrganisationId", "version" = "version" + 1
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS "to" ("id" uuid, "commitmentId" uuid, "parentId" uuid, "number" text, "title" jsonb, "description" jsonb,
      "startsOn" text, "endsOn" text, "leadOrganisationId" uuid) WHERE "Milestone"."id" = "to"."id"`;
}

/** Thematic areas and goals of commitments where they are others than before. */
async function relateAgain(changed: RowChanges["commitment"]["changed"]): Promise<void> {
  const entries = changed.filter(({ entry: { fields }, before }) => !same([before.fields.thematicAreas, before.fields.sdgs], [fields.thematicAreas, fields.sdgs])).map(({ entry }) => entry);
  if (entries.length === 0) return;
  await db().$executeRaw`DELETE FROM "_CommitmentToThematicArea" WHERE "A" = ANY(${idsOf(entries)}::uuid[])`;
  await db().$executeRaw`DELETE FROM "_CommitmentToSdg" WHERE "A" = ANY(${idsOf(entries)}::uuid[])`;
  await relate(entries);
}

async function writePositions(after: PlanContent, all: ReadonlyMap<string, number>): Promise<void> {
  const of = (list: readonly { id: string }[]) => [idsOf(list), list.map(({ id }) => all.get(id) ?? 0)] as const;
  const [[acts, act], [parts, part], [commitments, commitment], [milestones, milestone]] = [of(after.legalActs), of(after.parts), of(after.commitments), of(after.milestones)];
  await db().$executeRaw`UPDATE "LegalAct" SET "position" = "to"."position" FROM unnest(${acts}::uuid[], ${act}::int[]) AS "to" ("id", "position") WHERE "LegalAct"."id" = "to"."id" AND "LegalAct"."position" <> "to"."position"`;
  await db().$executeRaw`UPDATE "PlanPart" SET "position" = "to"."position" FROM unnest(${parts}::uuid[], ${part}::int[]) AS "to" ("id", "position") WHERE "PlanPart"."id" = "to"."id" AND "PlanPart"."position" <> "to"."position"`;
  await db().$executeRaw`UPDATE "Commitment" SET "position" = "to"."position" FROM unnest(${commitments}::uuid[], ${commitment}::int[]) AS "to" ("id", "position") WHERE "Commitment"."id" = "to"."id" AND "Commitment"."position" <> "to"."position"`;
  await db().$executeRaw`UPDATE "Milestone" SET "position" = "to"."position" FROM unnest(${milestones}::uuid[], ${milestone}::int[]) AS "to" ("id", "position") WHERE "Milestone"."id" = "to"."id" AND "Milestone"."position" <> "to"."position"`;
}
