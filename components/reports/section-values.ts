import { keepWords, readWords } from "#components/forms/kept-words.ts";
import { written } from "#lib/record/rich-text/rules.ts";
import type { WrittenSection } from "#lib/reports/sections/queries.ts";
import type { LocalizedRichText } from "#lib/record/rich-text/schema.ts";

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

/** A section of a report. */
export interface SectionPlace {
  reportId: string;
  key: string;
}

export const nothing: SectionValues = { heading: { ka: "", en: "" }, body: {} };

export function valuesOf(section: WrittenSection | null): SectionValues {
  const { heading, body } = section ?? {};
  return { heading: { ka: heading?.ka ?? "", en: heading?.en ?? "" }, body: { ka: written(body?.ka), en: written(body?.en) } };
}

/** One spelling of everything that a save would write, to tell whether anything changed. */
export function spelling({ heading, body }: SectionValues): string {
  return JSON.stringify([heading.ka.trim(), heading.en.trim(), body.ka ?? null, body.en ?? null]);
}

export function keepSection(owner: string, { reportId, key }: SectionPlace, kept: KeptSection | null): void {
  keepWords(owner, [reportId, key], kept);
}

export function readSection(owner: string, { reportId, key }: SectionPlace): KeptSection | null {
  return readWords(owner, [reportId, key], (words) => words as KeptSection);
}
