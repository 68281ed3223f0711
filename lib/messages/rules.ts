const minute = 60_000;

/** When to try again after `attempts` attempts (1 or more), by the minutes to wait after each; null when it has been tried often enough. */
export function attemptAfter(waits: readonly number[], attempts: number, now: Date): Date | null {
  const wait = waits[attempts - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait * minute);
}

/** Whole seconds until a later instant; at least one, at most a day. */
export function secondsUntil(then: Date, now: Date): number {
  return Math.min(86_400, Math.max(1, Math.ceil((then.getTime() - now.getTime()) / 1_000)));
}
