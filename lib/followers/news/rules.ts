import type { Frequency } from "#lib/followers/schema.ts";
import { addDays, addMonths, dayOf } from "#lib/record/terms/rules.ts";

const minute = 60_000;

/** Several things that happen together are told together: nothing is told before so many quiet minutes … */
export const quietMinutes = 10;
/** … or, where it never gets quiet, so many minutes after the first. */
export const longestMinutes = 60;

/** How many entries are read for one following; a message says that there is more. */
export const mostEntries = 100;

/** Followers in one transaction. */
export const followersAtOnce = 200;

/** Until when news are told at once, not included; null: nothing is due. What happened in the last minutes may still be being saved. */
export function quietSince(happened: readonly Date[], now: Date): Date | null {
  const until = new Date(now.getTime() - quietMinutes * minute);
  const settled = happened.filter((at) => at < until);
  if (settled.length === 0) return null;
  const first = Math.min(...settled.map((at) => at.getTime()));
  return settled.length === happened.length || now.getTime() - first >= longestMinutes * minute ? until : null;
}

/** Nine in the morning in Tbilisi, which has kept +04:00 since 2005. */
const nineOf = (day: string): Date => new Date(`${day}T09:00:00+04:00`);

function digestDay(frequency: Frequency, day: string, back: number): string {
  if (frequency === "monthly") return addMonths(`${day.slice(0, 7)}-01`, -back);
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7;
  return addDays(day, -sinceMonday - 7 * back);
}

/** The newest time at which digests were due: Monday or the first of the month, nine o'clock in Tbilisi. */
export function digestDue(frequency: Frequency, now: Date): Date {
  const day = dayOf(now);
  const due = nineOf(digestDay(frequency, day, 0));
  return due <= now ? due : nineOf(digestDay(frequency, day, 1));
}

/** First and last calendar day of what a digest says is coming: from its own day up to the day before the next. */
export function comingDays(frequency: Frequency, due: Date): { from: string; to: string } {
  const from = dayOf(due);
  return { from, to: addDays(digestDay(frequency, from, -1), -1) };
}
