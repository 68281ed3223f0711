import { keepWords, readWords } from "#components/forms/kept-words.ts";
import type { EvidenceView } from "#lib/evidence/queries.ts";
import type { UpdateFormValues } from "#lib/reporting/schema.ts";

/** What was typed and is not saved yet, with the saved draft it was typed over. */
interface KeptUpdate {
  saved: { id: string; version: number } | null;
  values: UpdateFormValues;
  items: EvidenceView[];
}

export function keepUpdate(owner: string, periodId: string, subjectId: string, kept: KeptUpdate | null): void {
  keepWords(owner, [periodId, subjectId], kept);
}

/** What {@link keepUpdate} kept; null when there is nothing, or it cannot be read. */
export function readUpdate(owner: string, periodId: string, subjectId: string): KeptUpdate | null {
  return readWords(owner, [periodId, subjectId], (words) => {
    const kept = words as KeptUpdate;
    return { ...kept, items: kept.items.map((item) => ({ ...item, uploadedAt: new Date(item.uploadedAt) })) };
  });
}
