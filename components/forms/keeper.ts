import type { ErrorCode, FieldErrors } from "#lib/platform/errors.ts";
import type { SaveResult } from "./autosave.ts";

/** Where the words in hand are: in the record; on their way; only here, until the connection is back; or refused. */
export type Keeping = "kept" | "typing" | "saving" | "offline" | "refused";

/** What fields show of the keeper of their words. */
export interface Kept {
  keeping: Keeping;
  code: ErrorCode | null;
  errors: FieldErrors;
}

/** What an action answers when the connection is gone. */
export const unavailable = { ok: false, code: "UNAVAILABLE", fieldErrors: {} } as const;

/** Holds what is typed and tells who looks on, as `useSyncExternalStore` asks for it. What is saved, and how, its heirs know. */
export abstract class Keeper<View extends Kept> {
  readonly #listeners = new Set<() => void>();
  #view: View;

  constructor(view: View) {
    this.#view = view;
  }

  readonly view = (): View => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  protected show(change: Partial<View> | Partial<Kept>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Where the words are once one more key is pressed: what is on its way goes on. */
  protected typing(): Keeping {
    const { keeping } = this.#view;
    return keeping === "saving" || keeping === "offline" ? keeping : "typing";
  }

  protected later(): SaveResult {
    this.show({ keeping: "offline" });
    return "again";
  }

  protected refused(code: ErrorCode, errors: FieldErrors): SaveResult {
    this.show({ keeping: "refused", code, errors });
    return "stopped";
  }
}
