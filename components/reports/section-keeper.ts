import { Autosave, type SaveResult } from "#components/forms/autosave.ts";
import { Keeper, unavailable, type Kept } from "#components/forms/keeper.ts";
import type { Answer } from "#lib/platform/answers.ts";
import { fieldErrorsOf } from "#lib/platform/errors.ts";
import type { WrittenSection } from "#lib/reports/sections/queries.ts";
import { saveSectionSchema, type SavedSection, type SaveSectionInput } from "#lib/reports/sections/schema.ts";
import { keepSection, nothing, readSection, spelling, valuesOf, type SectionPlace, type SectionValues } from "./section-values.ts";

/** What the fields show of a section. */
export interface KeeperView extends Kept {
  /** False while it is being loaded. */
  ready: boolean;
  /** What the fields hold. Another `generation` was not typed: its editors begin anew. */
  values: SectionValues;
  generation: number;
  /** `here`: on this page, so that the time alone says when. */
  saved: { version: number; at: Date; by: string; here: boolean } | null;
  /** What a colleague saved meanwhile; null: they removed it; undefined: nobody was faster. */
  theirs: WrittenSection | null | undefined;
}

/** How a section is read and written; tests have doors of their own. */
export interface SectionDoors {
  /** Whose words are kept in this browser. */
  owner: string;
  /** Under whose name they are saved. */
  name: string;
  load: (place: SectionPlace) => Promise<Answer<WrittenSection | null>>;
  save: (input: SaveSectionInput) => Promise<Answer<SavedSection>>;
  /** Gets the version of the report after each save. */
  onSaved: (reportVersion: number) => void;
}

const savedBefore = (found: WrittenSection | null): KeeperView["saved"] => found && { version: found.version, at: found.savedAt, by: found.savedBy, here: false };

/** Keeps one section of a report: what is typed, what of it is saved, and who was faster. Knows no React; see SectionWriter. */
export class SectionKeeper extends Keeper<KeeperView> {
  readonly #place: SectionPlace;
  readonly #doors: SectionDoors;
  readonly #autosave = new Autosave(() => this.#save());
  /** The spelling of what the record has. */
  #stored = spelling(nothing);

  constructor(place: SectionPlace, doors: SectionDoors) {
    super({ ready: false, values: nothing, generation: 0, saved: null, keeping: "kept", code: null, errors: {}, theirs: undefined });
    this.#place = place;
    this.#doors = doors;
  }

  #remember(words: boolean): void {
    keepSection(this.#doors.owner, this.#place, words ? { version: this.view().saved?.version ?? null, values: this.view().values } : null);
  }

  /** Loads what the record has, and brings back what an earlier visit could not save. With words in hand, nothing is loaded. */
  async open(): Promise<void> {
    if (this.view().keeping !== "kept") return;
    const answer = await this.#doors.load(this.#place).catch(() => unavailable);
    if (this.view().keeping !== "kept") return;
    if (!answer.ok) return this.show({ code: answer.code });
    const found = answer.value;
    if (this.view().ready && spelling(valuesOf(found)) === this.#stored && found?.version === this.view().saved?.version) return;
    this.#take(found);
    const kept = readSection(this.#doors.owner, this.#place);
    if (!kept || spelling(kept.values) === this.#stored) return this.#remember(false);
    const same = kept.version === (found?.version ?? null);
    this.show({ values: kept.values, generation: this.view().generation + 1, keeping: same ? "typing" : "refused", ...(same ? {} : { theirs: found }) });
    if (same) this.#autosave.touch();
  }

  #take(found: WrittenSection | null): void {
    const values = valuesOf(found);
    this.#stored = spelling(values);
    const saved = savedBefore(found);
    this.show({ ready: true, values, generation: this.view().generation + 1, saved, keeping: "kept", code: null, errors: {}, theirs: undefined });
  }

  /** What the fields hold now. */
  type(change: Partial<SectionValues>): void {
    const values = { ...this.view().values, ...change };
    if (spelling(values) === spelling(this.view().values)) return;
    this.show({ values, keeping: this.typing() });
    this.#remember(true);
    this.#autosave.touch();
  }

  /** Saves what waits, now. False when something that is typed is not in the record afterwards. */
  async flush(): Promise<boolean> {
    await this.#autosave.flush();
    return !this.view().ready || spelling(this.view().values) === this.#stored;
  }

  async #save(): Promise<SaveResult> {
    const { values, saved, theirs } = this.view();
    const sent = spelling(values);
    if (theirs !== undefined) return "stopped";
    if (sent === this.#stored) return this.#settled(saved);
    const parsed = saveSectionSchema.safeParse({ ...this.#place, version: saved?.version ?? null, heading: values.heading, body: values.body });
    if (!parsed.success) return this.refused("INVALID_INPUT", fieldErrorsOf(parsed.error));
    this.show({ keeping: "saving" });
    const answer = await this.#doors.save(parsed.data).catch(() => unavailable);
    if (answer.ok) return this.#saved(answer.value, sent);
    if (answer.code === "UNAVAILABLE" || answer.code === "TOO_MANY_ATTEMPTS") return this.later();
    return answer.code === "CONFLICT" ? this.#overtaken(sent) : this.refused(answer.code, answer.fieldErrors);
  }

  #saved({ version, savedAt, reportVersion }: SavedSection, sent: string): SaveResult {
    this.#stored = sent;
    this.#doors.onSaved(reportVersion);
    return this.#settled({ version, at: savedAt, by: this.#doors.name, here: true });
  }

  #settled(saved: KeeperView["saved"]): SaveResult {
    const whole = spelling(this.view().values) === this.#stored;
    this.show({ saved, keeping: whole ? "kept" : "typing", code: null, errors: {} });
    this.#remember(!whole);
    return "saved";
  }

  /** Somebody else saved; or we did, and the answer was lost on its way. */
  async #overtaken(sent: string): Promise<SaveResult> {
    const loaded = await this.#doors.load(this.#place).catch(() => unavailable);
    if (!loaded.ok) return this.later();
    const found = loaded.value;
    if (found && spelling(valuesOf(found)) === sent) {
      this.#stored = sent;
      return this.#settled({ version: found.version, at: found.savedAt, by: found.savedBy, here: true });
    }
    this.show({ theirs: found });
    return this.refused("CONFLICT", {});
  }

  /** The next save names the version that was found, and so replaces it. */
  keepMine(theirs: WrittenSection | null): void {
    this.#stored = spelling(valuesOf(theirs));
    this.show({ saved: savedBefore(theirs), theirs: undefined, keeping: "typing", code: null });
    this.#remember(true);
    this.#autosave.touch();
  }

  /** Gives up what was typed. */
  takeTheirs(theirs: WrittenSection | null): void {
    this.#take(theirs);
    this.#remember(false);
  }
}
