const keyOf = (owner: string, place: readonly string[]) => ["typed", owner, ...place].join(" ");

/**
 * Words in hand outlive a reload and a lost connection in the browser's memory of this tab; with the tab they are gone, so that
 * nothing stays on a computer that others use.
 * @param owner the account or link whose words they are
 * @param place where they were typed, in ids and keys
 * @param words JSON; null forgets them
 */
export function keepWords(owner: string, place: readonly string[], words: object | null): void {
  try {
    if (words) sessionStorage.setItem(keyOf(owner, place), JSON.stringify(words));
    else sessionStorage.removeItem(keyOf(owner, place));
  } catch {
    // A browser that keeps nothing, or no more: then only the page has the words, and asks before it is left.
  }
}

/** What {@link keepWords} kept, as `read` understands it; null when there is nothing, or it cannot be read. */
export function readWords<T>(owner: string, place: readonly string[], read: (words: unknown) => T): T | null {
  try {
    const kept = sessionStorage.getItem(keyOf(owner, place));
    return kept ? read(JSON.parse(kept)) : null;
  } catch {
    return null;
  }
}

/** Forgets everything that is kept for a link, or, without an owner, all that was typed in this tab. */
export function forgetWords(owner?: string): void {
  try {
    const begins = owner === undefined ? "typed " : keyOf(owner, [""]);
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(begins)) sessionStorage.removeItem(key);
  } catch {
    // Then there is nothing to forget.
  }
}
