import { compact, type Localized } from "#lib/record/localized/schema.ts";
import type { EventKind, Sector } from "#lib/process/schema.ts";

/** What is recorded of an event, with the answered recommendations and without its evidence. */
export interface EventContent {
  kind: EventKind;
  planId: string | null;
  groupId: string | null;
  title: Localized;
  startsOn: string | null;
  endsOn: string | null;
  place: Localized | null;
  url: string | null;
  summary: Localized | null;
  agenda: Localized | null;
  minutes: Localized | null;
  presentsResults: boolean;
  attendance: { organisationId: string | null; name: Localized | null; sector: Sector; people: number | null }[];
  decisions: { text: Localized }[];
  recommendations: RecordedRecommendation[];
}

export interface RecordedRecommendation {
  id: string;
  number: number;
  text: Localized;
  addresseeId: string;
  dueOn: string | null;
}

/** A recommendation as it stands in the database, as far as an edit of its event has to know it. */
export interface StandingRecommendation extends RecordedRecommendation {
  answered: boolean;
}

/** A text in its one form, so that two can be compared whatever the order of their languages. */
export function stated(text: unknown): Localized | null {
  return compact(text as Localized | null);
}

/** The fields of an event that two states say differently, each with both values; nothing differs: empty. */
export function changesOf(before: EventContent, after: EventContent): { before: Partial<EventContent>; after: Partial<EventContent> } {
  const differing = (Object.keys(after) as (keyof EventContent)[]).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const pick = (content: EventContent) => Object.fromEntries(differing.map((name) => [name, content[name]]));
  return { before: pick(before), after: pick(after) };
}

/**
 * The recommendations of an event after an edit. Answered ones stay as they are, named or not. In a draft they are numbered
 * in the order of the form; once public, a number is an address: what is there keeps its own, what is new comes after all that
 * ever were there. `given`: the numbers that public recommendations had before, also those that were taken out.
 */
export function recommendationsAfter(
  standing: readonly StandingRecommendation[], lines: readonly Omit<RecordedRecommendation, "number">[], isPublic: boolean, given: readonly number[] = [],
): RecordedRecommendation[] {
  if (!isPublic) return lines.map((line, index) => ({ ...line, number: index + 1 }));
  const numbers = new Map(standing.map(({ id, number }) => [id, number]));
  let last = Math.max(0, ...given, ...numbers.values());
  const kept = standing.filter(({ answered }) => answered).map(({ answered: _, ...row }) => row);
  const open = lines.filter(({ id }) => kept.every((row) => row.id !== id)).map((line) => ({ ...line, number: numbers.get(line.id) ?? ++last }));
  return [...kept, ...open].sort((a, b) => a.number - b.number);
}

/** True when a line of the form is about a recommendation that was answered meanwhile, and says something else. */
export function touchesAnswered(standing: readonly StandingRecommendation[], lines: readonly Omit<RecordedRecommendation, "number">[]): boolean {
  const said = ({ text, addresseeId, dueOn }: Omit<RecordedRecommendation, "id" | "number">) => JSON.stringify([stated(text), addresseeId, dueOn]);
  return lines.some((line) => standing.some((row) => row.answered && row.id === line.id && said(row) !== said(line)));
}

/** What the ids in a content stand for: of organisations, groups and plans. */
export type Names = ReadonlyMap<string, Localized>;

/** Every id in a content that a reader would want by its name. */
export function idsIn({ planId, groupId, attendance, recommendations }: EventContent): (string | null)[] {
  return [planId, groupId, ...attendance.map(({ organisationId }) => organisationId), ...recommendations.map(({ addresseeId }) => addresseeId)];
}

/** A content, or a part of it, as it is kept in the trace of a change: names instead of ids. */
export function traceOf({ kind, planId, groupId, attendance, recommendations, ...rest }: Partial<EventContent>, names: Names) {
  const named = (id: string | null) => (id && names.get(id)) ?? null;
  return {
    ...rest,
    ...(kind === undefined ? {} : { eventKind: kind }),
    ...(planId === undefined ? {} : { plan: named(planId) }),
    ...(groupId === undefined ? {} : { group: named(groupId) }),
    ...(attendance && { attendance: attendance.map(({ organisationId, ...line }) => ({ organisation: named(organisationId), ...line })) }),
    ...(recommendations && { recommendations: recommendations.map(({ number, text, addresseeId, dueOn }) => ({ number, text, addressee: named(addresseeId), dueOn })) }),
  };
}
