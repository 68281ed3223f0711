import type { LocalizedRichText } from "#lib/rich-text/schema.ts";

/** What the fields of a section hold. */
export interface SectionValues {
  heading: { ka: string; en: string };
  body: LocalizedRichText;
}

/** What was typed in a section and is not saved yet, with the version it was typed over; null: nothing was written there. */
interface KeptSection {
  version: number | null;
  values: SectionValues;
}

/** Begins as what is kept of the agencies' reports does, so that signing out forgets both. */
const keyOf = (owner: string, reportId: string, key: string) => `report ${owner} ${reportId} ${key}`;

/** Words in hand outlive a reload and a lost connection in the browser's memory of this tab. */
export function keepSection(owner: string, reportId: string, key: string, kept: KeptSection | null): void {
  try {
    if (kept) sessionStorage.setItem(keyOf(owner, reportId, key), JSON.stringify(kept));
    else sessionStorage.removeItem(keyOf(owner, reportId, key));
  } catch {
    // A browser that keeps nothing, or no more: then only the page has the words, and asks before it is left.
  }
}

/** What {@link keepSection} kept; null when there is nothing, or it cannot be read. */
export function readSection(owner: string, reportId: string, key: string): KeptSection | null {
  try {
    const kept = sessionStorage.getItem(keyOf(owner, reportId, key));
    return kept ? (JSON.parse(kept) as KeptSection) : null;
  } catch {
    return null;
  }
}
