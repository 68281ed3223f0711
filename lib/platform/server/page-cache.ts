import { setTimeout as wait } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { turnstile, type Turnstile } from "#lib/platform/turnstile.ts";

/** The finished bytes of one answer. */
export interface Page {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  /** The body in Brotli. */
  compressed: Buffer;
}

export interface Answered {
  page: Page;
  /** The page could not be rendered again; this is the last good one. */
  stale: boolean;
}

interface Kept {
  page: Page;
  renderedAt: number;
  /** When rendering was last tried, well or badly. */
  triedAt: number;
  failing: boolean;
}

export interface PageCacheOptions {
  /** Renders the page of a key; a rejection or a status from 500 on is a failure. */
  render: (key: string) => Promise<Page>;
  /** Milliseconds. */
  now?: () => number;
  /** Younger pages are sent without a thought, in milliseconds. */
  freshFor?: number;
  /** Up to this age the kept page is sent at once while it is rendered again; for an older one a visitor waits a moment. */
  sentAtOnceFor?: number;
  /** How long that moment may be. */
  patience?: number;
  maxBytes?: number;
  /** False for what visitors can make up in any number, such as filters: kept apart and small. All are the one address unless given. */
  isMain?: (key: string) => boolean;
}

const weigh = (kept: Kept): number => kept.page.body.length + kept.page.compressed.length + 4_096;

/**
 * Keeps finished pages. Each is rendered at most once a second, one render at a time, however many ask; nothing is ever
 * invalidated. When rendering fails, the last good page is sent on.
 */
export class PageCache {
  readonly #options: Required<PageCacheOptions>;
  readonly #found: LRUCache<string, Kept>;
  /** Apart and small, so that made-up filters and addresses never push out real pages. */
  readonly #others: LRUCache<string, Kept>;
  readonly #missing: LRUCache<string, Kept>;
  readonly #renders = new Map<string, Promise<Page>>();
  /** For addresses that nobody asked for before: a flood of them must leave room for pages that are read. */
  readonly #unknown = turnstile({ atOnce: 8, mayWait: 200, refusal: "UNAVAILABLE" });
  /** For what is kept of what visitors make up: hundreds of those could be asked for again every second. */
  readonly #again = turnstile({ atOnce: 4, mayWait: 20, refusal: "UNAVAILABLE" });

  constructor(options: PageCacheOptions) {
    const defaults = { now: () => performance.now(), freshFor: 1_000, sentAtOnceFor: 2_000, patience: 2_000, maxBytes: 64 * 1024 * 1024, isMain: () => true };
    this.#options = { ...defaults, ...options };
    this.#found = new LRUCache({ maxSize: this.#options.maxBytes, sizeCalculation: weigh });
    this.#others = new LRUCache({ maxSize: this.#options.maxBytes / 4, sizeCalculation: weigh });
    this.#missing = new LRUCache({ max: 200, maxSize: this.#options.maxBytes / 8, sizeCalculation: weigh });
  }

  /** @throws what rendering threw, when there is no page to fall back on; UNAVAILABLE when too many unknown ones are asked for at once. */
  async get(key: string): Promise<Answered> {
    const kept = this.#placeOf(key).get(key) ?? this.#missing.get(key);
    if (!kept) return { page: await this.#renderOnce(key, this.#unknown), stale: false };
    const now = this.#options.now();
    if (now - kept.triedAt < this.#options.freshFor) return { page: kept.page, stale: kept.failing };
    const isReal = kept.page.status === 200 && this.#options.isMain(key);
    const render = (isReal ? this.#renderOnce(key) : this.#renderOnce(key, this.#again)).catch(() => null);
    if (kept.failing || now - kept.renderedAt < this.#options.sentAtOnceFor) return { page: kept.page, stale: kept.failing };
    const again = await Promise.race([render, wait(this.#options.patience, null, { ref: false })]);
    return again && again.status < 500 ? { page: again, stale: false } : { page: kept.page, stale: true };
  }

  #placeOf(key: string): LRUCache<string, Kept> {
    return this.#options.isMain(key) ? this.#found : this.#others;
  }

  #renderOnce(key: string, through: Turnstile = (job) => job()): Promise<Page> {
    const running = this.#renders.get(key);
    if (running) return running;
    const render = through(() => this.#renderAndKeep(key)).finally(() => this.#renders.delete(key));
    this.#renders.set(key, render);
    return render;
  }

  async #renderAndKeep(key: string): Promise<Page> {
    try {
      const page = await this.#options.render(key);
      if (page.status >= 500) this.#markFailing(key);
      else this.#keep(key, page);
      return page;
    } catch (error) {
      this.#markFailing(key);
      throw error;
    }
  }

  #keep(key: string, page: Page): void {
    const place = this.#placeOf(key);
    place.delete(key);
    this.#missing.delete(key);
    const now = this.#options.now();
    const kept = { page, renderedAt: now, triedAt: now, failing: false };
    if (page.status === 200) place.set(key, kept);
    else if (page.status === 404) this.#missing.set(key, kept);
  }

  #markFailing(key: string): void {
    const kept = this.#placeOf(key).peek(key) ?? this.#missing.peek(key);
    if (kept) Object.assign(kept, { triedAt: this.#options.now(), failing: true });
  }
}
