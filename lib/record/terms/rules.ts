import type { PartialDate, Term } from "./schema.ts";

/** Deadlines are counted on Georgia's clock. */
export const timeZone = "Asia/Tbilisi";

const calendarDay = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });

/** The calendar day in Tbilisi at an instant, `YYYY-MM-DD`. */
export function dayOf(instant: Date): string {
  return calendarDay.format(instant);
}

/** True once the whole of the given day, month or year has passed in Tbilisi. */
export function isPast(date: PartialDate, now: Date): boolean {
  return dayOf(now).slice(0, date.length) > date;
}

/** The last day that belongs to a partial date: `2018-02` → `2018-02-28`. */
export function lastDayOf(date: PartialDate): string {
  if (date.length === 10) return date;
  const year = Number(date.slice(0, 4));
  const month = date.length === 7 ? Number(date.slice(5, 7)) : 12;
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The first day that belongs to a partial date. */
export function firstDayOf(date: PartialDate): string {
  return `${date}-01-01`.slice(0, 4) + (date.length >= 7 ? date.slice(4, 7) : "-01") + (date.length === 10 ? date.slice(7) : "-01");
}

/** True when a term ends before it starts, whatever the precision of its two ends. */
export function endsBeforeStart(term: Term): boolean {
  return Boolean(term.startsOn && term.endsOn && lastDayOf(term.endsOn) < firstDayOf(term.startsOn));
}

/** Whole calendar months from one day to a later one, rounded down; 0 when it is not later. */
export function monthsBetween(from: string, to: string): number {
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return Math.max(0, to.slice(8) < from.slice(8) ? months - 1 : months);
}

/** The day so many months after another, the last of a month that is too short: `2023-08-31` and 6 months → `2024-02-29`. */
export function addMonths(day: string, months: number): string {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const target = `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
  const last = lastDayOf(target);
  const same = `${target}-${day.slice(8)}`;
  return same < last ? same : last;
}

/** The day so many days after another. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Nights from one day to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
