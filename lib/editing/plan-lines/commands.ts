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

/** A commitment or milestone with what its fields were. */
interface ChangedCarrier extends Carrier {
  before: Fields;
}

/** Brings the lines of commitments and milestones from what they were to what they are to be; few statements, however many there are. */
export async function replaceLines(carriers: readonly ChangedCarrier[], leaving: Leaving): Promise<void> {
  const differing = (list: "partnerships" | "budgetLines" | "indicators" | "sources") => carriers.filter(({ fields, before }) => !same(before[list], fields[list]));
  const [partnered, budgeted, measured, verified] = [differing("partnerships"), differing("budgetLines"), differing("indicators"), differing("sources")];
  if (partnered.length > 0) {
    await db().partnership.deleteMany({ where: ofCarriers(partnered) });
    await db().partnership.createMany({ data: partnered.flatMap(({ subject, fields }) => placed(subject, fields.partnerships)) });
  }
  if (budgeted.length > 0) {
    await db().budgetLine.deleteMany({ where: ofCarriers(budgeted) });
    await db().budgetLine.createMany({ data: budgeted.flatMap(({ subject, fields }) => placed(subject, fields.budgetLines.map(budgetRow))) });
  }
  if (measured.length > 0) await replaceIndicators(measured, leaving);
  if (verified.length > 0) await replaceSources(verified, leaving);
}

function ofCarriers(carriers: readonly Carrier[]) {
  const ids = (key: string) => carriers.flatMap(({ subject }) => Object.entries(subject).flatMap(([name, id]) => (name === key ? [id] : [])));
  return ofSubjects({ commitmentIds: ids("commitmentId"), milestoneIds: ids("milestoneId") });
}

/** Ids of the lines that were there and are not any more; the lines that stay, and those that are new, each where it stands. */
function comparison<T extends { id: string | null }>(carriers: readonly ChangedCarrier[], linesOf: (fields: Fields) => readonly T[]) {
  const gone: string[] = [];
  const lines = carriers.flatMap(({ subject, fields, before }) => {
    const [was, will] = [new Set(linesOf(before).map(({ id }) => id)), new Set(linesOf(fields).map(({ id }) => id))];
    gone.push(...[...was].flatMap((id) => (id !== null && !will.has(id) ? [id] : [])));
    return placed(subject, linesOf(fields)).map((line) => ({ line, stays: line.id !== null && was.has(line.id) }));
  });
  const those = (stays: boolean) => lines.flatMap((one) => (one.stays === stays ? [one.line] : []));
  return { gone, staying: those(true), fresh: those(false) };
}

async function replaceIndicators(carriers: readonly ChangedCarrier[], { keep, now }: Leaving): Promise<void> {
  const { gone, staying, fresh } = comparison(carriers, ({ indicators }) => indicators);
  if (keep) await db().indicator.updateMany({ where: { id: { in: gone } }, data: { removedAt: now } });
  else await db().indicator.deleteMany({ where: { id: { in: gone } } });
  await db().indicator.createMany({ data: fresh.map(indicatorRow) });
  if (staying.length > 0) await db().$executeRaw`UPDATE "Indicator" SET "code" = "to"."code", "text" = "to"."text", "baseline" = "to"."baseline", "target" = "to"."target", "unit" = "to"."unit", "position" = "to"."position"
    FROM jsonb_to_recordset(${JSON.stringify(staying)}::jsonb) AS "to" ("id" uuid, "code" text, "text" jsonb, "baseline" numeric, "target" numeric, "unit" jsonb, "position" int) WHERE "Indicator"."id" = "to"."id"`;
}

async function replaceSources(carriers: readonly ChangedCarrier[], { keep, now }: Leaving): Promise<void> {
  const { gone, staying, fresh } = comparison(carriers, ({ sources }) => sources);
  if (keep) await db().verificationSource.updateMany({ where: { id: { in: gone } }, data: { removedAt: now } });
  else await db().verificationSource.deleteMany({ where: { id: { in: gone } } });
  await db().verificationSource.createMany({ data: fresh.map(({ id, ...line }) => ({ ...line, ...(id ? { id } : {}) })) });
  if (staying.length > 0) await db().$executeRaw`UPDATE "VerificationSource" SET "text" = "to"."text", "position" = "to"."position"
    FROM jsonb_to_recordset(${JSON.stringify(staying)}::jsonb) AS "to" ("id" uuid, "text" jsonb, "position" int) WHERE "VerificationSource"."id" = "to"."id"`;
}

interface Subjects {
  commitmentIds: string[];
  milestoneIds: string[];
}

const ofSubjects = ({ commitmentIds, milestoneIds }: Subjects) => ({ OR: [{ commitmentId: { in: commitmentIds } }, { milestoneId: { in: milestoneIds } }] });

/** Deletes all lines of what is deleted. */
export async function deleteLines(subjects: Subjects): Promise<void> {
  const where = ofSubjects(subjects);
  await db().partnership.deleteMany({ where });
  await db().indicator.deleteMany({ where });
  await db().verificationSource.deleteMany({ where });
  await db().budgetLine.deleteMany({ where });
}
