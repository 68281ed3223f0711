import { dayAfter, daysBetween, weekdayOf, type Deadlines } from "#lib/boards/missing-reports/rules.ts";

/** How many days before a period closes people are reminded; after that, every week. */
export const remindedBefore = [30, 7, 0] as const;
const week = 7;

/** A day on which nothing could be sent (the server was down) is made up for within so many days. */
const madeUpWithin = 2;

/** The latest day, today or earlier, on which these deadlines ask for a reminder; null: none yet. */
export function latestReminderDay({ dueOn, until }: Deadlines, today: string): string | null {
  const before = [dueOn, until].flatMap((due) => (due ? remindedBefore.map((days) => dayAfter(due, -days)) : []));
  const late = dueOn && dueOn < today ? [dayAfter(dueOn, Math.floor(daysBetween(dueOn, today) / week) * week)] : [];
  return [...before, ...late].filter((day) => day <= today).sort().at(-1) ?? null;
}

/** The Monday of the week, when a Secretariat hears what waits for it. */
export function mondayOf(today: string): string {
  return dayAfter(today, -weekdayOf(today));
}

/**
 * True when one of the days that ask for a digest is today, or was a day or two ago and the person got none since.
 * @param asked days, today or earlier; null: no day yet
 * @param lastDigest day of the person's last digest
 */
export function isDigestDue(asked: readonly (string | null)[], lastDigest: string | null, today: string): boolean {
  return asked.some((day) => day !== null && daysBetween(day, today) <= madeUpWithin && (lastDigest === null || lastDigest < day));
}

/** People are written to between eight in the morning and nine in the evening in Tbilisi. */
export function isHourToWrite(now: Date): boolean {
  const hour = Number(new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone: "Asia/Tbilisi" }).format(now));
  return hour >= 8 && hour < 21;
}
