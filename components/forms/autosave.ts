/** What a save came to: it is in the record; try again by itself; or only the person can go on. */
export type SaveResult = "saved" | "again" | "stopped";

const pause = 2_000;
const retries = [3_000, 10_000, 30_000] as const;

/**
 * Saves what is typed, a moment after the last key, one save at a time. A save that did not get through is tried again by
 * itself, and at once when the connection is back.
 */
export class Autosave {
  readonly #save: () => Promise<SaveResult>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #waiting = false;
  #failures = 0;

  constructor(save: () => Promise<SaveResult>) {
    this.#save = save;
  }

  /** Something changed. */
  touch(): void {
    this.#waiting = true;
    this.#plan(pause);
  }

  /** Saves what waits, now; resolves when it is saved, or cannot be. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#running;
    if (!this.#waiting) return void (await this.#running);
    this.#running = this.#run();
    await this.#running;
  }

  /** No more saves are begun. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#waiting = false;
  }

  #plan(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), wait);
  }

  async #run(): Promise<void> {
    this.#waiting = false;
    const result = await this.#save();
    this.#running = null;
    if (result === "again") {
      this.#waiting = true;
      this.#plan(retries[Math.min(this.#failures, retries.length - 1)] ?? pause);
      this.#failures += 1;
    } else {
      this.#failures = 0;
    }
  }
}
