/** Packs read large files for minutes: so many are on their way at once, whoever asks. */
const places = 3;
/** A reader that has stopped reading holds its place no longer than this, in milliseconds. */
const longest = 15 * 60_000;

const taken = new Map<symbol, number>();

/**
 * A place for one pack on its way; null when all are taken.
 * @param now milliseconds
 * @returns gives the place back; doing so again does nothing
 */
export function takePackPlace(now: number): (() => void) | null {
  for (const [key, since] of taken) if (now - since > longest) taken.delete(key);
  if (taken.size >= places) return null;
  const key = Symbol("pack");
  taken.set(key, now);
  return () => taken.delete(key);
}
