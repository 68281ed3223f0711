import type { EvidenceView } from "#lib/evidence/queries.ts";
import type { ErrorCode, FieldErrors } from "#lib/platform/errors.ts";
import type { WorkItem } from "#lib/boards/period-work/queries.ts";
import type { ReportedSubject } from "#lib/reporting/queries.ts";
import { saveUpdateSchema, type UpdateFormValues } from "#lib/reporting/schema.ts";
import { Autosave, type SaveResult } from "#components/forms/autosave.ts";
import { Keeper, unavailable, type Kept } from "#components/forms/keeper.ts";
import type { Conflict } from "#components/reporting/conflict-notice.tsx";
import type { Doors } from "./doors.ts";
import { keepUpdate, readUpdate } from "./kept-update.ts";
import { attachedOf, spelling, valuesOf } from "./update-values.ts";

export interface SavedDraft {
  id: string;
  version: number;
  at: Date;
}

/** What the form shows of its keeper. */
export interface KeeperView extends Kept {
  items: EvidenceView[];
  saved: SavedDraft | null;
  /** Something is typed that was not saved when the page was opened, or was saved since. */
  changed: boolean;
  conflict: Conflict | null;
}

type Theirs = NonNullable<Conflict["theirs"]>;

/** Keeps one subject's draft: what is typed, what of it is saved, and who was faster. Knows no React; see useDraft. */
export class DraftKeeper extends Keeper<KeeperView> {
  readonly #subject: ReportedSubject;
  readonly #doors: Doors;
  readonly #autosave = new Autosave(() => this.#save());
  #values: UpdateFormValues;
  /** The spelling of what the record has. */
  #stored: string;

  constructor({ subject, working }: WorkItem, doors: Doors) {
    const items = working?.evidence ?? [];
    const saved = working && { id: working.id, version: working.version, at: working.savedAt };
    super({ items, saved, keeping: "kept", changed: false, code: null, errors: {}, conflict: null });
    this.#subject = subject;
    this.#doors = doors;
    this.#values = valuesOf(subject, working);
    this.#stored = spelling(this.#values, items);
  }

  #remember(words: boolean): void {
    const { owner } = this.#doors;
    const { saved, items } = this.view();
    keepUpdate(owner, this.#subject.period.id, this.#subject.id, words ? { saved: saved && { id: saved.id, version: saved.version }, values: this.#values, items } : null);
  }

  #spelt(): string {
    return spelling(this.#values, this.view().items);
  }

  /** What the fields hold now. */
  type(values: UpdateFormValues): void {
    this.#values = values;
    this.#changed();
  }

  changeItems(change: (items: EvidenceView[]) => EvidenceView[]): void {
    this.show({ items: change(this.view().items) });
    this.#changed();
  }

  #changed(): void {
    if (this.#spelt() === this.#stored) return;
    this.#remember(true);
    this.show({ changed: true, keeping: this.typing() });
    this.#autosave.touch();
  }

  /** What an earlier visit to this page could not save, to be put into the fields; null when there is nothing. */
  restore(): UpdateFormValues | null {
    const kept = readUpdate(this.#doors.owner, this.#subject.period.id, this.#subject.id);
    if (!kept) return null;
    const { saved } = this.view();
    this.show({ items: kept.items, saved: saved && kept.saved ? { ...saved, ...kept.saved } : saved });
    return kept.values;
  }

  /** Saves what waits, now. The draft to send, or null when what is typed is not saved. */
  async flush(): Promise<{ id: string; version: number } | null> {
    await this.#autosave.flush();
    return this.#spelt() === this.#stored ? this.view().saved : null;
  }

  async #save(): Promise<SaveResult> {
    const sent = this.#spelt();
    const { saved, items, conflict } = this.view();
    if ((conflict && !conflict.kept) || sent === this.#stored) return "stopped";
    const parsed = saveUpdateSchema.safeParse({ ...this.#values, id: saved?.id ?? null, version: saved?.version ?? null, evidence: attachedOf(items) });
    if (!parsed.success) return this.refused("INVALID_INPUT", Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join("."), message]).reverse()));
    this.show({ keeping: "saving" });
    const answer = await this.#doors.save(parsed.data).catch(() => unavailable);
    if (answer.ok) return this.#settle({ id: answer.value.id, version: answer.value.version, at: answer.value.savedAt }, sent);
    if (answer.code === "UNAVAILABLE" || answer.code === "TOO_MANY_ATTEMPTS") return this.later();
    if (answer.code === "CONFLICT" || answer.code === "TRANSITION_NOT_ALLOWED") return this.#overtaken(answer.code, answer.fieldErrors, sent);
    return this.refused(answer.code, answer.fieldErrors);
  }

  #settle(saved: SavedDraft, sent: string): SaveResult {
    this.#stored = sent;
    const whole = this.#spelt() === sent;
    this.show({ saved, keeping: whole ? "kept" : "typing", code: null, errors: {}, conflict: null });
    if (whole) this.#remember(false);
    return "saved";
  }

  /** Somebody else saved; or we did, and the answer was lost on its way. */
  async #overtaken(code: ErrorCode, errors: FieldErrors, sent: string): Promise<SaveResult> {
    const loaded = await this.#doors.load({ periodId: this.#subject.period.id, subjectId: this.#subject.id }).catch(() => unavailable);
    if (!loaded.ok) return this.later();
    const theirs = loaded.value;
    if (theirs?.status === "draft" && spelling(valuesOf(this.#subject, theirs), theirs.evidence) === sent) {
      return this.#settle({ id: theirs.id, version: theirs.version, at: theirs.savedAt }, sent);
    }
    if (theirs?.id !== this.view().saved?.id || theirs?.version !== this.view().saved?.version) this.show({ conflict: { theirs, kept: false } });
    return this.refused(code, errors);
  }

  /** The next save names the version that was found, and so replaces it. */
  keepMine(theirs: Theirs): void {
    this.show({ saved: { id: theirs.id, version: theirs.version, at: theirs.savedAt }, conflict: { theirs, kept: true }, code: null, keeping: "typing" });
    this.#stored = "";
    this.#autosave.touch();
  }

  /** Gives up what was typed; what to put into the fields. */
  loadTheirs(theirs: Theirs): UpdateFormValues {
    this.#values = valuesOf(this.#subject, theirs);
    this.#stored = spelling(this.#values, theirs.evidence);
    this.show({ items: theirs.evidence, saved: { id: theirs.id, version: theirs.version, at: theirs.savedAt }, conflict: null, code: null, errors: {}, keeping: "kept" });
    this.#remember(false);
    return this.#values;
  }
}
