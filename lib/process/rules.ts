import { isBlank, type Localized } from "#lib/record/localized/schema.ts";
import { DomainError, type FieldErrors } from "#lib/platform/errors.ts";
import { dayOf } from "#lib/record/terms/rules.ts";
import type { EventKind, EventStatus, RecommendationState } from "./schema.ts";

/** The life of an event: from each status, the next ones. */
export const eventLife: Record<EventStatus, readonly EventStatus[]> = {
  draft: ["published"],
  published: ["cancelled"],
  cancelled: [],
};

/** A public event is edited on the record; a cancelled one stays as it is. */
export function isEditable(status: EventStatus): boolean {
  return status !== "cancelled";
}

/** Throws TRANSITION_NOT_ALLOWED unless an event can go from one status to the other. */
export function requireEventStep(from: EventStatus, to: EventStatus): void {
  if (!eventLife[from].includes(to)) throw new DomainError("TRANSITION_NOT_ALLOWED");
}

/** Calendar days in Tbilisi. */
interface Days {
  /** Null: the source states no day. Such an event is neither still to come nor known to be over. */
  startsOn: string | null;
  /** Null: the same day, or not stated. */
  endsOn: string | null;
}

/** The last day of an event, as far as it is stated. */
export function lastDay({ startsOn, endsOn }: Days): string | null {
  return endsOn ?? startsOn;
}

/** True for a published event that is still to come: an announcement, which proves nothing yet. `today`: the day in Tbilisi. */
export function isPlanned(event: Days & { status: string }, today: string): boolean {
  return event.status === "published" && event.startsOn !== null && event.startsOn > today;
}

/** True for a published event that is over, or ends today. */
export function hasTakenPlace(event: Days & { status: string }, today: string): boolean {
  const last = lastDay(event);
  return event.status === "published" && last !== null && last <= today;
}

/** Meetings have minutes; the rest may have. */
const meetings: readonly EventKind[] = ["forum_meeting", "working_group_meeting", "results_meeting"];

/** Days after a meeting in which its minutes are to be there. */
export const minutesDays = 14;

/** The last day on which the minutes of a meeting are in time; null: no day of it is stated. */
export function minutesDue(event: Days): string | null {
  const last = lastDay(event);
  return last && new Date(Date.parse(last) + minutesDays * 86_400_000).toISOString().slice(0, 10);
}

/** True for a meeting that took place more than {@link minutesDays} days ago and has neither minutes nor a document. `today`: the day in Tbilisi. */
export function isMinutesMissing(event: Days & { kind: EventKind; status: string; minutes: Localized | null; documents: number }, today: string): boolean {
  if (event.status !== "published" || !meetings.includes(event.kind)) return false;
  const due = minutesDue(event);
  return isBlank(event.minutes) && event.documents === 0 && due !== null && due < today;
}

/** What stands in the record of an event, as far as it decides whether it may be public. */
interface Happened extends Days {
  kind: EventKind;
  groupId: string | null;
  minutes: Localized | null;
  attendance: readonly unknown[];
  decisions: readonly unknown[];
  recommendations: readonly unknown[];
}

/**
 * What keeps an event from being public; empty when nothing does. A meeting of a group names a group that is public itself,
 * and nothing has happened yet at an event that is still to come.
 */
export function refusalsOfEvent(event: Happened, group: { publishedAt: Date | null } | null, today: string): FieldErrors {
  const happened = !isBlank(event.minutes) || event.attendance.length + event.decisions.length + event.recommendations.length > 0;
  return {
    ...(event.kind === "working_group_meeting" && !event.groupId ? { groupId: "choiceRequired" } : {}),
    ...(group && !group.publishedAt ? { groupId: "groupNotPublic" } : {}),
    ...(happened && event.startsOn && event.startsOn > today ? { startsOn: "dateInFuture" } : {}),
  };
}

/** Where a recommendation stands. Being fulfilled is never guessed from its response. */
export function recommendationState(row: { respondedAt: Date | null; fulfilledOn: string | null }): RecommendationState {
  if (row.fulfilledOn) return "fulfilled";
  return row.respondedAt ? "answered" : "waiting";
}

/** Whole calendar days in Tbilisi from when the addressee was told until the response, or until now while there is none. */
export function daysWaiting(recommendation: { publishedAt: Date; respondedAt: Date | null }, now: Date): number {
  const until = recommendation.respondedAt ?? now;
  return Math.max(0, (Date.parse(dayOf(until)) - Date.parse(dayOf(recommendation.publishedAt))) / 86_400_000);
}

/** Last segment of an event's permanent address, before it is made unlike those that are taken: "2026-11-21-forum-meeting". */
export function eventAddress(event: { startsOn: string | null; kind: EventKind }): string {
  return [event.startsOn, event.kind.replaceAll("_", "-")].filter(Boolean).join("-");
}

/** The public page of an event, without language. */
export function eventPath(slug: string): string {
  return `/process/${slug}`;
}

/** The public page of a working group or forum, without language. */
export function groupPath(slug: string): string {
  return `/working-groups/${slug}`;
}

/** Where a recommendation stands on its event's public page. */
export function recommendationPath(event: { slug: string }, number: number): string {
  return `${eventPath(event.slug)}#recommendation-${number}`;
}
