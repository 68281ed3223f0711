import { db, isUniqueViolation, jsonOrNull, type Prisma } from "#lib/platform/db/client.ts";
import { DomainError, type FieldErrors } from "#lib/platform/errors.ts";
import { stated, type EventContent, type RecordedRecommendation, type StandingRecommendation } from "#lib/process/events/rules.ts";
import type { SaveEventInput } from "#lib/process/events/schema.ts";

/**
 * Throws INVALID_INPUT, naming the fields, unless plan and group are the Secretariat's own and every organisation is known.
 * Answers what the rules want to know of the group.
 */
export async function requireKnown(secretariatId: string, input: Pick<SaveEventInput, "planId" | "groupId" | "attendance" | "recommendations">): Promise<{ publishedAt: Date | null } | null> {
  const [plan, group] = await Promise.all([
    input.planId ? db().plan.findFirst({ where: { id: input.planId, secretariatId }, select: { id: true } }) : null,
    input.groupId ? db().workingGroup.findFirst({ where: { id: input.groupId, secretariatId }, select: { publishedAt: true } }) : null,
  ]);
  const named = [
    ...input.attendance.map(({ organisationId }, index) => [`attendance.${index}.organisationId`, organisationId] as const),
    ...input.recommendations.map(({ addresseeId }, index) => [`recommendations.${index}.addresseeId`, addresseeId] as const),
  ];
  const ids = named.flatMap(([, id]) => (id ? [id] : []));
  const known = new Set((await db().organisation.findMany({ where: { id: { in: ids } }, select: { id: true } })).map(({ id }) => id));
  const refusals: FieldErrors = {
    ...(input.planId && !plan ? { planId: "unknownChoice" } : {}),
    ...(input.groupId && !group ? { groupId: "unknownChoice" } : {}),
    ...Object.fromEntries(named.filter(([, id]) => id && !known.has(id)).map(([path]) => [path, "unknownChoice"])),
  };
  if (Object.keys(refusals).length > 0) throw new DomainError("INVALID_INPUT", refusals);
  return group;
}

/** An event whose lines are written: as it stood, and whether the public reads it already. */
interface LinesOf {
  id: string;
  before: EventContent | null;
  standing: readonly StandingRecommendation[];
  isPublic: boolean;
}

/**
 * Makes attendance, decisions and recommendations what `after` says, writing only what differs. Answers the recommendations
 * whose addressees have not been told of them. Throws CONFLICT when one was answered meanwhile.
 */
export async function writeEventLines(event: LinesOf, after: EventContent, now: Date): Promise<RecordedRecommendation[]> {
  const differs = (name: "attendance" | "decisions") => JSON.stringify(event.before?.[name] ?? []) !== JSON.stringify(after[name]);
  if (differs("attendance")) await writeAttendance(event.id, after.attendance);
  if (differs("decisions")) await writeDecisions(event.id, after.decisions);
  return event.isPublic ? changeRecommendations(event, after.recommendations, now) : replaceRecommendations(event.id, after.recommendations);
}

async function writeAttendance(eventId: string, lines: EventContent["attendance"]): Promise<void> {
  await db().eventAttendance.deleteMany({ where: { eventId } });
  await db().eventAttendance.createMany({ data: lines.map(({ name, ...line }, position) => ({ eventId, position, ...line, name: jsonOrNull(name as Prisma.InputJsonObject | null) })) });
}

async function writeDecisions(eventId: string, lines: EventContent["decisions"]): Promise<void> {
  await db().eventDecision.deleteMany({ where: { eventId } });
  await db().eventDecision.createMany({ data: lines.map(({ text }, index) => ({ eventId, number: index + 1, text: text as Prisma.InputJsonObject })) });
}

/** In a draft, nothing has been answered and nobody has been told. */
async function replaceRecommendations(eventId: string, lines: readonly RecordedRecommendation[]): Promise<RecordedRecommendation[]> {
  await db().recommendation.deleteMany({ where: { eventId, publishedAt: null } });
  await addRecommendations(eventId, lines, null);
  return [];
}

async function addRecommendations(eventId: string, lines: readonly RecordedRecommendation[], publishedAt: Date | null): Promise<void> {
  const data = lines.map(({ text, ...line }) => ({ eventId, ...line, text: text as Prisma.InputJsonObject, publishedAt }));
  // An id that another event has was chosen by hand, or by a form that was sent twice.
  await db().recommendation.createMany({ data }).catch((error: unknown) => {
    throw isUniqueViolation(error) ? new DomainError("CONFLICT") : error;
  });
}

/** On the record: what was answered stays, and a condition in each statement keeps a faster answer. */
async function changeRecommendations({ id: eventId, standing }: LinesOf, after: readonly RecordedRecommendation[], now: Date): Promise<RecordedRecommendation[]> {
  const gone = standing.filter((row) => !row.answered && after.every(({ id }) => id !== row.id)).map(({ id }) => id);
  const { count } = await db().recommendation.deleteMany({ where: { eventId, id: { in: gone }, respondedAt: null } });
  if (count !== gone.length) throw new DomainError("CONFLICT");
  const told: RecordedRecommendation[] = [];
  for (const line of after) {
    const row = standing.find(({ id }) => id === line.id);
    if (!row || row.answered || same(row, line)) continue;
    if (row.addresseeId !== line.addresseeId) told.push(line);
    const data = { text: line.text as Prisma.InputJsonObject, addresseeId: line.addresseeId, dueOn: line.dueOn, version: { increment: 1 }, ...(row.addresseeId === line.addresseeId ? {} : { publishedAt: now }) };
    const changed = await db().recommendation.updateMany({ where: { eventId, id: line.id, respondedAt: null }, data });
    if (changed.count === 0) throw new DomainError("CONFLICT");
  }
  const added = after.filter((line) => standing.every(({ id }) => id !== line.id));
  await addRecommendations(eventId, added, now);
  return [...told, ...added];
}

function same(row: RecordedRecommendation, line: RecordedRecommendation): boolean {
  const said = ({ text, addresseeId, dueOn }: RecordedRecommendation) => JSON.stringify([stated(text), addresseeId, dueOn]);
  return said(row) === said(line);
}
