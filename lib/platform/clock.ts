/** Where a set clock is kept: Next bundles copies of this module, and all of them must tell the same time. */
const holder = globalThis as typeof globalThis & { openCommitmentsClock?: () => Date };

/**
 * The time that counts here: the machine's, or that of a set clock (`CLOCK_FILE`). Ask for it where a use case begins
 * (an action, a route, a page, a job) and hand it on: rules and commands take `now` as an argument.
 */
export function now(): Date {
  return holder.openCommitmentsClock?.() ?? new Date();
}

/** Milliseconds on the machine's clock, whatever clock is set: for durations, and for what must not age by a jump (sessions). */
export function machineTime(): number {
  return Date.now();
}

/** Makes {@link now} answer otherwise; undefined: the machine's time again. */
export function setNow(clock: (() => Date) | undefined): void {
  holder.openCommitmentsClock = clock;
}
