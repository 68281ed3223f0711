import type { UpdateStatus } from "#lib/reporting/schema.ts";
import { dayOf } from "#lib/record/terms/rules.ts";

const dayMs = 86_400_000;
const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`);

/** Whole days from one calendar day to another; negative when that one is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((noon(to) - noon(from)) / dayMs);
}

/** The calendar day so many days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(noon(day) + days * dayMs).toISOString().slice(0, 10);
}

/** 0 is Monday, 6 is Sunday. */
export function weekdayOf(day: string): number {
  return (new Date(noon(day)).getUTCDay() + 6) % 7;
}

/** Where a report stands that has not been sent. */
export type MissingState = "none" | "draft" | "returned";

/** True for what is still to be sent: not begun, begun, or returned. */
export function isMissing(state: UpdateStatus | "none"): state is MissingState {
  return state === "none" || state === "draft" || state === "returned";
}

/** When reports are due. `until`: an agency's own later last day in a period that is closed to the others. */
export interface Deadlines {
  dueOn: string | null;
  until: string | null;
}

/** The day by which an agency is to report; null: none is stated. */
export function lastDay({ dueOn, until }: Deadlines): string | null {
  return until ?? dueOn;
}

/** How the nearest deadline stands to today: in so many days, today, or so many days ago. */
export function urgency(day: string | null, now: Date): { when: "ahead" | "today" | "past" | "unknown"; days: number } {
  if (!day) return { when: "unknown", days: 0 };
  const days = daysBetween(dayOf(now), day);
  return { when: days > 0 ? "ahead" : days === 0 ? "today" : "past", days: Math.abs(days) };
}
