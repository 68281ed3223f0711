import { locales, type Localized } from "#lib/record/localized/schema.ts";

/** The national system of romanisation (2002), without its apostrophes. */
const georgian: Record<string, string> = {
  ა: "a", ბ: "b", გ: "g", დ: "d", ე: "e", ვ: "v", ზ: "z", თ: "t", ი: "i", კ: "k", ლ: "l", მ: "m", ნ: "n", ო: "o", პ: "p", ჟ: "zh", რ: "r", ს: "s", ტ: "t", უ: "u", ფ: "p", ქ: "k", ღ: "gh", ყ: "q", შ: "sh", ჩ: "ch", ც: "ts",
  ძ: "dz", წ: "ts", ჭ: "ch", ხ: "kh", ჯ: "j", ჰ: "h",
};
const longest = 60;

/** Small Latin letters, digits and hyphens of a text; "" when it has no such letter. Cut between words after 60 characters. */
function latin(text: string): string {
  const letters = text.normalize("NFKD").toLowerCase().replace(/[ა-ჰ]/g, (letter) => georgian[letter] ?? "").replace(/\p{M}/gu, "");
  const words = letters.replace(/['’‘]/g, "").split(/[^a-z0-9]+/).filter(Boolean);
  let key = "";
  for (const word of words) {
    if (key && key.length + 1 + word.length > longest) break;
    key = key ? `${key}-${word}` : word.slice(0, longest);
  }
  return key;
}

/**
 * An address made of a text, the administrative language's first, that is none of those taken (then "-2", "-3"…). The
 * same text gives the same key, so that a file read twice names the same things.
 */
export function makeKey(text: Localized | string, taken: ReadonlySet<string>): string {
  const texts = typeof text === "string" ? [text] : locales.map((locale) => text[locale] ?? "");
  const base = texts.map(latin).find(Boolean) ?? "x";
  if (!taken.has(base)) return base;
  for (let count = 2; ; count += 1) if (!taken.has(`${base}-${count}`)) return `${base}-${count}`;
}

type Fields = Record<string, unknown>;
const fieldsOf = (value: unknown): Fields => (typeof value === "object" && value !== null ? (value as Fields) : {});
const entriesOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : []);
const wordsOf = (value: unknown): Localized | string => (typeof value === "string" ? value : Object.fromEntries(Object.entries(fieldsOf(value)).filter(([, text]) => typeof text === "string")));
const stated = (value: unknown): value is string => typeof value === "string" && value !== "";

/** Gives each entry without the field a key of its own, after those that are stated. */
function fillIn(entries: Fields[], field: string, textOf: (entry: Fields) => Localized | string): void {
  const taken = new Set(entries.map((entry) => entry[field]).filter(stated));
  for (const entry of entries) {
    if (stated(entry[field])) continue;
    const made = makeKey(textOf(entry), taken);
    entry[field] = made;
    taken.add(made);
  }
}

/** A number names a commitment best; where numbers start again in each part, the part before it, so that "1" alone names none of them. */
function commitmentTexts(entries: Fields[]): (entry: Fields) => string {
  const numbers = entries.map(({ number }) => number);
  const again = new Set(numbers.filter((number, index) => numbers.indexOf(number) < index));
  return ({ part, number }) => (again.has(number) && stated(part) ? `${part} ${String(number)}` : stated(number) ? number : "");
}

const partText = ({ kind, number, title }: Fields) => (stated(kind) && stated(number) ? `${kind} ${number}` : wordsOf(title));

export type KeyedList = "organisations" | "parts" | "commitments";

/** Fills in the missing keys of one list of an unvalidated plan file; the keys of what its entries refer to come first. */
export function deriveKeysOf(raw: Fields, list: KeyedList, known: readonly { key: string; name: Localized }[] = []): void {
  const entries = entriesOf(raw[list]);
  if (list === "commitments") return fillIn(entries, "slug", commitmentTexts(entries));
  if (list === "parts") return fillIn(entries, "key", partText);
  const taken = new Set(entries.map(({ key }) => key));
  for (const entry of entries) {
    if (stated(entry.key)) continue;
    const name = fieldsOf(entry.name);
    const same = known.find((organisation) => !taken.has(organisation.key) && locales.some((locale) => stated(name[locale]) && organisation.name[locale]?.trim() === name[locale].trim()));
    if (same) taken.add((entry.key = same.key) as string);
  }
  fillIn(entries, "key", ({ name }) => wordsOf(name));
}

/** The address of the plan, from its title. */
export function derivePlanSlug(raw: Fields): void {
  const plan = fieldsOf(raw.plan);
  const title = wordsOf(plan.title);
  if (!stated(plan.slug) && Object.keys(title).length > 0) plan.slug = makeKey(title, new Set());
}

/**
 * Fills in `plan.slug`, `organisations[].key`, `parts[].key` and `commitments[].slug` where they are left out, from names, titles
 * and numbers; an organisation that the record knows by its name gets its key there. What is stated stays.
 */
export function deriveKeys(raw: Fields, known: readonly { key: string; name: Localized }[] = []): void {
  derivePlanSlug(raw);
  for (const list of ["organisations", "parts", "commitments"] as const) deriveKeysOf(raw, list, known);
}
