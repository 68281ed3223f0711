import ical, { ICalCalendarMethod } from "ical-generator";

/** A day to keep in mind. */
export interface CalendarDay {
  /** The same for the same thing for ever: a calendar that has it takes the newer version of it. */
  uid: string;
  /** Higher than in every earlier version of the same thing. */
  sequence: number;
  /** Calendar day, `YYYY-MM-DD`; the event lasts all of it, wherever the calendar is. */
  day: string;
  /** Its last day, when it lasts several. */
  lastDay?: string;
  summary: string;
  description: string;
  url: string;
}

/** A text as a line of a calendar can hold it: of what controls a terminal or a printer, the end of a line alone. */
const plain = (text: string): string => text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "");

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);
const dayMs = 86_400_000;

/** An iCalendar file (RFC 5545) of all-day events. `now` is when it was written. */
export function calendarOf(days: readonly CalendarDay[], now: Date, name?: string): string {
  const calendar = ical({ prodId: "//Open Commitments//Open Commitments//EN", method: ICalCalendarMethod.PUBLISH, ...(name ? { name: plain(name) } : {}) });
  for (const { uid, day, lastDay, ...event } of days) {
    calendar.createEvent({ ...event, summary: plain(event.summary), description: plain(event.description), id: uid, stamp: now, start: midnight(day), end: new Date(midnight(lastDay ?? day).getTime() + dayMs), allDay: true });
  }
  // The last line ends as well (RFC 5545, 3.1).
  return `${calendar.toString().trimEnd()}\r\n`;
}
