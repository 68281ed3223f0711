import { locales, type Locale, type Localized } from "#lib/record/localized/schema.ts";
import { highlight, passageOf, type Run } from "#lib/search/rules.ts";

/** A passage with what was looked for in it, in the language it is in. */
export interface FoundPassage {
  runs: Run[];
  lang: Locale;
}

/** Where in a commitment something was found: of a milestone (its number), or of the commitment itself (null). */
export interface FoundPlace extends FoundPassage {
  milestone: string | null;
}

/** Texts of a commitment and of what belongs to it, as the database keeps them. */
export interface CommitmentTexts {
  plainSummary: unknown;
  description: unknown;
  expectedOutcome: unknown;
  updates: readonly { result: unknown }[];
  milestones: readonly { number: string; title: unknown; description: unknown; updates: readonly { result: unknown }[] }[];
}

/** More places of one commitment say nothing new. */
const mostPlaces = 3;

/** The passage of a text in which the words stand, the reader's language first; null when they do not. */
export function foundPassage(text: Localized | null, keys: readonly string[], locale: Locale): FoundPassage | null {
  for (const lang of [locale, ...locales.filter((other) => other !== locale)]) {
    const runs = passageOf(text?.[lang] ?? "", keys);
    if (runs) return { runs, lang };
  }
  return null;
}

/** A title with what was looked for in it: in the reader's language, unless only another one has it. */
export function foundTitle(title: Localized | null, keys: readonly string[], locale: Locale): FoundPassage | null {
  const inOrder = [locale, ...locales.filter((other) => other !== locale)].flatMap((lang) => (title?.[lang] ? [{ lang, runs: highlight(title[lang], keys) }] : []));
  return inOrder[0] ?? null;
}

/** Where the words stand in a commitment, three places at most: its own texts first, then its milestones and their results. */
export function placesIn(texts: CommitmentTexts, keys: readonly string[], locale: Locale): FoundPlace[] {
  const first = (milestone: string | null, values: readonly unknown[]): FoundPlace[] => {
    for (const value of values) {
      const passage = foundPassage(value as Localized | null, keys, locale);
      if (passage) return [{ ...passage, milestone }];
    }
    return [];
  };
  const results = (updates: readonly { result: unknown }[]) => updates.map(({ result }) => result);
  const own = first(null, [texts.plainSummary, texts.description, texts.expectedOutcome, ...results(texts.updates)]);
  const ofMilestones = texts.milestones.flatMap(({ number, title, description, updates }) => first(number, [title, description, ...results(updates)]));
  return [...own, ...ofMilestones].slice(0, mostPlaces);
}
