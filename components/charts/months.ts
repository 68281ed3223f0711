import { formatShortMonth } from "#lib/platform/i18n/formats.ts";

/** Months counted from year 0: first and one past the last. */
export interface Frame {
  first: number;
  end: number;
}

interface Ends {
  from: string | null;
  to: string | null;
}

/** The month in which a partial date begins, or after which it ends. */
function monthOf(date: string, edge: "start" | "end"): number {
  const year = Number(date.slice(0, 4)) * 12;
  if (date.length === 4) return edge === "start" ? year : year + 12;
  return year + Number(date.slice(5, 7)) - (edge === "start" ? 1 : 0);
}

/** The months that hold every stated span, whole quarters at both ends; null when no date is stated. */
export function frameOf(items: readonly Ends[]): Frame | null {
  const starts = items.flatMap(({ from, to }) => (from ? [monthOf(from, "start")] : to ? [monthOf(to, "end") - 1] : []));
  const ends = items.flatMap(({ from, to }) => (to ? [monthOf(to, "end")] : from ? [monthOf(from, "start") + 1] : []));
  if (!starts.length) return null;
  return { first: Math.floor(Math.min(...starts) / 3) * 3, end: Math.ceil(Math.max(...ends) / 3) * 3 };
}

/** Where a span stands in the frame, in percent; with one end stated it is a single month. */
export function placeOf({ from, to }: Ends, frame: Frame): { start: number; length: number } | null {
  if (!from && !to) return null;
  const start = from ? monthOf(from, "start") : monthOf(to ?? "", "end") - 1;
  const end = to ? monthOf(to, "end") : start + 1;
  return { start: percent(start, frame), length: Math.max(0, percent(end, frame) - percent(start, frame)) };
}

/** Where a day (`YYYY-MM-DD`) stands in the frame, in percent; null outside it. */
export function placeOfDay(day: string, frame: Frame): number | null {
  const at = monthOf(day, "start") + (Number(day.slice(8, 10)) - 1) / 31;
  return at < frame.first || at > frame.end ? null : percent(at, frame);
}

/** Labels under the axis: each year at its January (or where the frame begins), and quarters where there is room. */
export function ticksOf(frame: Frame, locale: string): { at: number; label: string; major: boolean }[] {
  const ticks = [];
  const step = frame.end - frame.first > 30 ? 12 : 3;
  for (let month = frame.first; month < frame.end; month += 1) {
    const january = month % 12 === 0;
    if (january || month === frame.first) ticks.push({ at: percent(month, frame), label: String(Math.floor(month / 12)), major: true });
    else if (month % step === 0) ticks.push({ at: percent(month, frame), label: formatShortMonth((month % 12) + 1, locale), major: false });
  }
  return ticks;
}

function percent(month: number, frame: Frame): number {
  return Math.round(((month - frame.first) / (frame.end - frame.first)) * 10_000) / 100;
}
