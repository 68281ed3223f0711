import { setTimeout as wait } from "node:timers/promises";
import { log } from "#lib/platform/log.ts";

/**
 * Runs a job again and again, `pause` milliseconds after it ended; a failure is logged and tried again.
 * @returns a function that stops it and waits for a run under way
 */
export function repeat(name: string, job: () => Promise<unknown>, pause: number): () => Promise<void> {
  const stopping = new AbortController();
  const ended = (async () => {
    while (!stopping.signal.aborted) {
      await job().catch((error: unknown) => log.error({ err: error, job: name }, "a repeated job failed"));
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return () => {
    stopping.abort();
    return ended;
  };
}
