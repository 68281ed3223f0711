import { setTimeout as wait } from "node:timers/promises";
import { log } from "#lib/platform/log.ts";

/**
 * Runs a job again and again, `pause` milliseconds after it ended. A failure is logged, the first of a row only, and tried again.
 * @returns a function that stops it and waits for a run under way
 */
export function repeat(name: string, job: () => Promise<unknown>, pause: number): () => Promise<void> {
  const stopping = new AbortController();
  let failing = false;
  const attempt = async (): Promise<void> => {
    try {
      await job();
      failing = false;
    } catch (error) {
      if (!failing) log.error({ err: error, job: name }, "a repeated job fails");
      failing = true;
    }
  };
  const ended = (async () => {
    while (!stopping.signal.aborted) {
      await attempt();
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return () => {
    stopping.abort();
    return ended;
  };
}
