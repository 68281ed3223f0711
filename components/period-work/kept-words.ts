import type { EvidenceView } from "#lib/evidence/queries.ts";
import type { UpdateFormValues } from "#lib/reporting/schema.ts";

/** What was typed and is not saved yet, with the saved draft it was typed over. */
export interface KeptWords {
  saved: { id: string; version: number } | null;
  values: UpdateFormValues;
  items: EvidenceView[];
}

const keyOf = (owner: string, periodId: string, subjectId: string) => `report ${owner} ${periodId} ${subjectId}`;

/**
 * Words in hand outlive a reload and a lost connection in the browser's memory of this tab; with the tab they are gone, so that
 * nothing stays on a computer that others use.
 */
export function keepWords(owner: string, periodId: string, subjectId: string, words: KeptWords | null): void {
  try {
    const key = keyOf(owner, periodId, subjectId);
    if (words) sessionStorage.setItem(key, JSON.stringify(words));
    else sessionStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing: then only the page has the words, and asks before it is left.
  }
}

/** What {@link keepWords} kept; null when there is nothing, or it cannot be read. */
export function readWords(owner: string, periodId: string, subjectId: string): KeptWords | null {
  try {
    const kept = sessionStorage.getItem(keyOf(owner, periodId, subjectId));
    if (!kept) return null;
    const words = JSON.parse(kept) as KeptWords;
    return { ...words, items: words.items.map((item) => ({ ...item, uploadedAt: new Date(item.uploadedAt) })) };
  } catch {
    return null;
  }
}

/** Forgets everything that is kept for an account or a link. */
export function forgetWords(owner: string): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(`report ${owner} `)) sessionStorage.removeItem(key);
  } catch {
    // Then there is nothing to forget.
  }
}
