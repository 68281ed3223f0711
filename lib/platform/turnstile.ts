import { DomainError, type ErrorCode } from "#lib/platform/errors.ts";

/** Runs a job when its turn comes. */
export type Turnstile = <T>(job: () => Promise<T>) => Promise<T>;

/**
 * Lets `atOnce` jobs run at the same time and `mayWait` more wait for their turn, first come, first served.
 * @returns a function that rejects with a DomainError of `refusal` when too many wait already
 */
export function turnstile({ atOnce, mayWait, refusal }: { atOnce: number; mayWait: number; refusal: ErrorCode }): Turnstile {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (job) => {
    if (running < atOnce) running += 1;
    else {
      if (waiting.length >= mayWait) throw new DomainError(refusal);
      await new Promise<void>((resume) => waiting.push(resume));
    }
    try {
      return await job();
    } finally {
      // The place is handed to the next in line, or given back.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
