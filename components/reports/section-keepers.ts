import { SectionKeeper, type SectionDoors } from "./section-keeper.ts";

/**
 * The keepers of a report's sections, made when a section is opened first, and the version of the report that this page has seen:
 * its own changes move it on, a colleague's do not, so that nobody publishes what they have not read.
 */
export class SectionKeepers {
  readonly #reportId: string;
  readonly #doors: SectionDoors;
  readonly #keepers = new Map<string, SectionKeeper>();
  readonly #own = new Set<number>();
  #seen: number;

  constructor(reportId: string, version: number, doors: Omit<SectionDoors, "onSaved">) {
    this.#reportId = reportId;
    this.#seen = version;
    this.#doors = { ...doors, onSaved: (saved) => this.moved(saved) };
  }

  of(key: string): SectionKeeper {
    const keeper = this.#keepers.get(key) ?? new SectionKeeper({ reportId: this.#reportId, key }, this.#doors);
    this.#keepers.set(key, keeper);
    return keeper;
  }

  /** The version that the next step of the report has to name. */
  get seen(): number {
    return this.#seen;
  }

  /** A change that was made here; answers may come in another order than the changes. */
  moved(version: number): void {
    this.#own.add(version);
    while (this.#own.delete(this.#seen + 1)) this.#seen += 1;
  }

  /** The page shows this version now: what a colleague wrote is loaded into the sections in which nothing is in hand. */
  shown(version: number): void {
    if (version <= this.#seen) return;
    this.#seen = version;
    for (const keeper of this.#keepers.values()) if (keeper.view().ready) void keeper.open();
  }

  /** Saves everything that waits. False when something that is typed is not in the record afterwards. */
  async flush(): Promise<boolean> {
    const saved = await Promise.all([...this.#keepers.values()].map((keeper) => keeper.flush()));
    return saved.every(Boolean);
  }

  get unsaved(): boolean {
    return [...this.#keepers.values()].some((keeper) => keeper.view().keeping !== "kept");
  }
}
