const taken = new Map<string, Map<symbol, number>>();

/**
 * A place among few, in this process, for work that lasts: with all taken, null. Given back by calling what is returned
 * (again does nothing); one that is held longer than `longestMs`, because its holder stands still, counts no more.
 * @param kind what the places are for
 * @param now milliseconds
 */
export function takePlace(kind: string, { places, longestMs }: { places: number; longestMs: number }, now: number): (() => void) | null {
  const holders = taken.get(kind) ?? new Map<symbol, number>();
  taken.set(kind, holders);
  for (const [holder, since] of holders) if (now - since > longestMs) holders.delete(holder);
  if (holders.size >= places) return null;
  const holder = Symbol(kind);
  holders.set(holder, now);
  return () => {
    holders.delete(holder);
    // Kinds can be as many as visitors.
    if (holders.size === 0 && taken.get(kind) === holders) taken.delete(kind);
  };
}
