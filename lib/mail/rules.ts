const minute = 60_000;

/** Minutes to wait after the first, second… failed attempt; after the last attempt there is no further one. */
const waits = [1, 5, 30, 120, 360, 720, 1440] as const;

/** How often a mail is tried before it counts as failed. */
export const maxAttempts = waits.length + 1;

/** When to try again after `attempts` attempts (1 or more); null when the mail has been tried often enough. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  const wait = waits[attempts - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait * minute);
}
