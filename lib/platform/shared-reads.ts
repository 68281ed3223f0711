import { turnstile } from "#lib/platform/turnstile.ts";

/**
 * Reads that take the database so long that a flood of them would leave nothing for anybody else: `atOnce` at the same time, and
 * `mayWait` in line. Who asks for the same as somebody before them, by its `key`, gets the same answer.
 * @returns a function that rejects with DomainError UNAVAILABLE when too many wait already
 */
export function sharedReads<T>({ atOnce, mayWait }: { atOnce: number; mayWait: number }): (key: string, read: () => Promise<T>) => Promise<T> {
  const through = turnstile({ atOnce, mayWait, refusal: "UNAVAILABLE" });
  const running = new Map<string, Promise<T>>();
  return (key, read) => {
    const known = running.get(key);
    if (known) return known;
    const begun = through(read).finally(() => running.delete(key));
    running.set(key, begun);
    return begun;
  };
}
