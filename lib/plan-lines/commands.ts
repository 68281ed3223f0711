import { same } from "#lib/editing/rules.ts";
import type { FieldsOf } from "#lib/editing/schema.ts";
import { db, jsonOrNull } from "#lib/platform/db/client.ts";

type Fields = FieldsOf<"commitment"> | FieldsOf<"milestone">;
type Subject = { commitmentId: string } | { milestoneId: string };

/** A commitment or milestone that lines stand under. */
export interface Carrier {
  subject: Subject;
  fields: Fields;
}

const placed = <T extends object>(subject: Subject, lines: readonly T[]) => lines.map((line, position) => ({ ...line, ...subject, position }));

const indicatorRow = ({ id, unit, ...line }: Fields["indicators"][number]) => ({ ...line, ...(id ? { id } : {}), unit: jsonOrNull(unit) });
const sourceRow = ({ id, text }: Fields["sources"][number]) => ({ ...(id ? { id } : {}), text });
const budgetRow = ({ statedText, ...line }: Fields["budgetLines"][number]) => ({ ...line, statedText: jsonOrNull(statedText) });

/** Writes the lines of what is new, in the transaction under way. */
export async function insertLines(carriers: readonly Carrier[]): Promise<void> {
  const all = <T extends object>(lines: (fields: Fields) => readonly T[]) => carriers.flatMap(({ subject, fields }) => placed(subject, lines(fields)));
  const [partnerships, indicators] = [all(({ partnerships: lines }) => lines), all(({ indicators: lines }) => lines.map(indicatorRow))];
  const [sources, budget] = [all(({ sources: lines }) => lines.map(sourceRow)), all(({ budgetLines: lines }) => lines.map(budgetRow))];
  if (partnerships.length > 0) await db().partnership.createMany({ data: partnerships });
  if (indicators.length > 0) await db().indicator.createMany({ data: indicators });
  if (sources.length > 0) await db().verificationSource.createMany({ data: sources });
  if (budget.length > 0) await db().budgetLine.createMany({ data: budget });
}

/** How what is no longer there leaves: kept and marked from an adopted plan, because reports and evidence name it. */
export interface Leaving {
  keep: boolean;
  now: Date;
}

/** Brings the lines of one commitment or milestone from what they were to what they are to be. */
export async function replaceLines({ subject, fields }: Carrier, before: Fields, leaving: Leaving): Promise<void> {
  if (!same(before.partnerships, fields.partnerships)) {
    await db().partnership.deleteMany({ where: subject });
    await db().partnership.createMany({ data: placed(subject, fields.partnerships) });
  }
  if (!same(before.budgetLines, fields.budgetLines)) {
    await db().budgetLine.deleteMany({ where: subject });
    await db().budgetLine.createMany({ data: placed(subject, fields.budgetLines.map(budgetRow)) });
  }
  if (!same(before.indicators, fields.indicators)) await replaceIndicators({ subject, fields }, before, leaving);
  if (!same(before.sources, fields.sources)) await replaceSources({ subject, fields }, before, leaving);
}

/** Ids of the lines that were there and are not any more, and the lines that are new. */
function comparison<T extends { id: string | null }>(before: readonly T[], after: readonly T[]) {
  const [was, will] = [new Set(before.map(({ id }) => id)), new Set(after.map(({ id }) => id))];
  return { gone: before.flatMap(({ id }) => (id !== null && !will.has(id) ? [id] : [])), isNew: ({ id }: { id?: string | null }) => !id || !was.has(id) };
}

async function replaceIndicators({ subject, fields }: Carrier, before: Fields, { keep, now }: Leaving): Promise<void> {
  const { gone, isNew } = comparison(before.indicators, fields.indicators);
  if (keep) await db().indicator.updateMany({ where: { id: { in: gone } }, data: { removedAt: now } });
  else await db().indicator.deleteMany({ where: { id: { in: gone } } });
  const rows = placed(subject, fields.indicators.map(indicatorRow));
  await db().indicator.createMany({ data: rows.filter(isNew) });
  for (const { id, ...data } of rows) if (id && !isNew({ id })) await db().indicator.update({ where: { id, ...subject }, data: { ...data, ...subject } });
}

async function replaceSources({ subject, fields }: Carrier, before: Fields, { keep, now }: Leaving): Promise<void> {
  const { gone, isNew } = comparison(before.sources, fields.sources);
  if (keep) await db().verificationSource.updateMany({ where: { id: { in: gone } }, data: { removedAt: now } });
  else await db().verificationSource.deleteMany({ where: { id: { in: gone } } });
  const rows = placed(subject, fields.sources.map(sourceRow));
  await db().verificationSource.createMany({ data: rows.filter(isNew) });
  for (const { id, ...data } of rows) if (id && !isNew({ id })) await db().verificationSource.update({ where: { id, ...subject }, data });
}

/** Deletes all lines of what is deleted. */
export async function deleteLines(ids: { commitmentIds: string[]; milestoneIds: string[] }): Promise<void> {
  const where = { OR: [{ commitmentId: { in: ids.commitmentIds } }, { milestoneId: { in: ids.milestoneIds } }] };
  await db().partnership.deleteMany({ where });
  await db().indicator.deleteMany({ where });
  await db().verificationSource.deleteMany({ where });
  await db().budgetLine.deleteMany({ where });
}
