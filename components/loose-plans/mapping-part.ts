import type { Localized } from "#lib/record/localized/schema.ts";
import type { LooseContext, LooseFacts, LooseTable, Mapping } from "#lib/imports/loose-plans/schema.ts";

export interface ListedCode {
  code: string;
  label: Localized;
}

/** What each section of the screen is given. */
export interface MappingPart {
  table: LooseTable;
  mapping: Mapping;
  change: (edit: (before: Mapping) => Mapping) => void;
  context: LooseContext;
}

/** Changes what is said of the document as a whole. */
export function withFacts(change: MappingPart["change"]): (facts: Partial<LooseFacts>) => void {
  return (facts) => change((before) => ({ ...before, facts: { ...before.facts, ...facts } }));
}
