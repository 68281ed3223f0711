import type { Localized } from "#lib/record/localized/schema.ts";
import { locales } from "#lib/record/localized/schema.ts";

/** A municipality as a place or the name of a body can mean it. */
export interface NamedMunicipality {
  slug: string;
  name: Localized;
}

/** Words that the name of every municipality may have, and which therefore name none. */
const common = /^(ქალაქ(ი|ის)?|თემ(ი|ის)|მუნიციპალიტეტ(ი|ის|ს)?|municipality|city|town|of|the)$/;

/**
 * The forms of one word that mean the same place: the Georgian name stands in its genitive in „ზუგდიდის მუნიციპალიტეტი“, and some names lose a
 * vowel there (ყვარელი, ყვარლის).
 */
export function formsOf(word: string): string[] {
  if (!/[ა-ჰ]/.test(word)) return [word.replace(/['’]s$/, "")];
  const stem = word.replace(/(ისა?|(?<=[აეიოუ])სა?|[იაე])$/, "");
  return [stem, stem.replace(/[აე](?=[ლრნმ]$)/, "")];
}

/** Each word of a text with its forms, without those that name nothing. */
function wordsOf(text: string): string[][] {
  const words = text.normalize("NFC").toLowerCase().split(/[^\p{L}\p{M}'’-]+/u);
  return words.filter((word) => word !== "" && !common.test(word)).map(formsOf);
}

const sameWord = (one: readonly string[] | undefined, other: readonly string[]) => one !== undefined && one.some((form) => other.includes(form));
const standsAt = (text: readonly string[][], place: readonly string[][], from: number) => place.every((word, index) => sameWord(text[from + index], word));

/** The one municipality that `names` finds in the texts, whatever their languages; null for none, or when they disagree. */
function theOne(text: Localized | null, list: readonly NamedMunicipality[], names: (text: string[][], place: string[][]) => boolean): string | null {
  const found = new Set<string>();
  for (const locale of locales) {
    const words = wordsOf(text?.[locale] ?? "");
    if (words.length === 0) continue;
    for (const { slug, name } of list) {
      const place = wordsOf(name[locale] ?? "");
      if (place.length > 0 && names(words, place)) found.add(slug);
    }
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** The slug of the municipality that a place is: „ზუგდიდი“, „ზუგდიდის მუნიციპალიტეტი“, "City of Kutaisi". Nothing else may be said in it. */
export function municipalityOfPlace(place: Localized | null, list: readonly NamedMunicipality[]): string | null {
  return theOne(place, list, (words, name) => words.length === name.length && standsAt(words, name, 0));
}

/** The slug of the municipality that the name of a municipal body names, alone: „ზუგდიდის მუნიციპალიტეტის მერია“; null for a body of another kind. */
export function municipalityOfBody({ name, kindCode }: { name: Localized; kindCode: string }, list: readonly NamedMunicipality[]): string | null {
  if (kindCode !== "municipal_body") return null;
  return theOne(name, list, (words, place) => words.some((_, from) => standsAt(words, place, from)));
}
