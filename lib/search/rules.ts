/** As the database's `search_fold`: letters of Georgian that have one Latin letter, or stand for a pair that is folded below. */
const singles = new Map(Array.from("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ", (letter, index) => [letter, "abgdevztiklmnopjrstupkgkWQcZcQXjh"[index] ?? ""]));
for (const [from, to] of [["w", "c"], ["y", "k"], ["q", "k"], ["f", "p"]] as const) singles.set(from, to);

/** Pairs by which Latin letters write one Georgian sound, in this order. ც and წ become two letters: at the end of many words ტ and ს meet. */
const pairs = [["sh", "W"], ["ch", "Q"], ["kh", "X"], ["zh", "j"], ["gh", "g"], ["ph", "p"], ["th", "t"], ["h", "X"], ["c", "ts"], ["Z", "dz"]] as const;

/**
 * One spelling for Georgian, its national transliteration and what people type on a Latin keyboard: "ვალდებულება" and
 * "valdebuleba", "წყალი", "ts’q’ali" and "wyali" become the same. Words with blanks between them, a point only within a number.
 */
export function fold(text: string): string {
  const plain = text.replace(/['’‘ʼ`´ʹ′\u00ad\u200b-\u200d\ufeff]/g, "").normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const latin = Array.from(plain, (letter) => singles.get(letter) ?? letter).join("");
  const folded = pairs.reduce((word, [from, to]) => word.replaceAll(from, to), latin).toLowerCase();
  return folded.replace(/[^a-z0-9а-яёա-ֆ.]+|\.(?![0-9])/g, " ").replace(/(?<![0-9])\.| {2,}/g, " ").replace(/ {2,}/g, " ").trim();
}

/** What Georgian puts behind a noun, folded, the longest first: postpositions and particles, then cases, then the plural. */
const postpositions = ["istvis", "stvis", "tvis", "idan", "dan", "isken", "sken", "ken", "amde", "mde", "isgan", "sgan", "gan", "stan", "tan", "wi", "ze", "vit", "ve", "ts"];
const cases = ["is", "it", "ad", "ma", "sa", "ta", "s", "m", "t", "d"];
const plural = ["eb"];
const englishEndings = ["ies", "ing", "ed", "es", "s", "y"];
const shortest = 3;

function without(word: string, endings: readonly string[], least = shortest): string {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= least);
  return ending ? word.slice(0, -ending.length) : word;
}

const vowel = /[aeiou]$/;

/** The vowel of the nominative; a short word keeps its own, or "იდეა" would be found in every "identity". */
function withoutVowel(word: string): string {
  if (word.endsWith("i")) return without(word, ["i"]);
  return vowel.test(word) ? word.slice(0, -1).length >= 4 ? word.slice(0, -1) : word : word;
}

/** What is left of a folded Georgian word without postposition, case, plural and final vowel. */
function georgianStem(word: string): string {
  const bare = without(word, postpositions);
  const noun = without(bare, cases);
  const one = without(withoutVowel(noun), plural);
  return withoutVowel(one);
}

/** A vowel that comes and goes between two consonants when a word is declined: წყალი – წყლის, მეტყველი – მეტყვლის. */
function declined(stem: string): string[] {
  if (/[aeo][lrnm]$/.test(stem) && stem.length >= 4) return [stem.slice(0, -2) + stem.slice(-1)];
  if (/[^aeiou][lrnm]$/.test(stem) && stem.length >= 3) return ["a", "e", "o"].map((between) => stem.slice(0, -1) + between + stem.slice(-1));
  return [];
}

/** Of a short word in ა or ე the vowel says too much to be cut: its other cases stand beside it. */
function shortForms(stem: string): string[] {
  return stem.length === 4 && /[ae]$/.test(stem) ? ["eb", "is", "it"].map((ending) => stem.slice(0, -1) + ending) : [];
}

const inLatin = /^[\p{Script=Latin}\p{N}'’‘ʼ`.-]+$/u;

/** Beginnings, folded, of the words that a typed word may mean: its own forms, and in Latin letters those of either language. */
export function stemsOf(typed: string): string[] {
  return [...new Set(fold(typed).split(" ").filter(Boolean).flatMap((word) => {
    if (/[0-9]/.test(word) || word.length <= shortest) return [word];
    // In Latin letters ძ is as often a mere z.
    const spellings = inLatin.test(typed) ? [word, word.replace(/(?<!d)z/g, "dz")] : [word];
    const stems = spellings.map(georgianStem).flatMap((stem) => [stem, ...declined(stem), ...shortForms(stem)]);
    if (inLatin.test(typed)) stems.push(fold(without(typed.toLowerCase(), englishEndings, 4)));
    // The shorter one finds whatever the longer one does.
    return stems.filter((stem) => stem && !stems.some((other) => other !== stem && stem.startsWith(other)));
  }))];
}

/** What was asked for: every word, as it was typed, with the beginnings by which it is found. */
export interface AskedWord {
  typed: string;
  stems: string[];
}

/** More words than anybody looks for at once; what is typed beyond them is not looked for. */
const mostWords = 12;

/** The words of a question; what has no letter and no number in it is left out. */
export function askedWords(question: string): AskedWord[] {
  const words = question.normalize("NFC").split(/[\s,;:!?()„“”"«»/\\|[\]{}<>=*+&#@–—-]+/u).filter(Boolean);
  return words.map((typed) => ({ typed, stems: stemsOf(typed) })).filter(({ stems }) => stems.length > 0).slice(0, mostWords);
}

const lexeme = (stem: string, inTitle: boolean) => `'${stem.replaceAll(/['\\]/g, "")}'${/^[0-9.]+$/.test(stem) && !inTitle ? "" : `:*${inTitle ? "A" : ""}`}`;

/** A PostgreSQL `tsquery`: all the words, or any of them, or all of them in a title as far as it is typed. Numbers are meant whole but there, words by their beginnings. */
export function asTsquery(words: readonly AskedWord[], how: "all" | "any" | "title" = "all"): string {
  const each = words.map(({ stems }) => `(${stems.map((stem) => lexeme(stem, how === "title")).join(" | ")})`);
  return each.join(how === "any" ? " | " : " & ");
}

/** A piece of a text that was looked for, or not. */
export interface Run {
  text: string;
  found: boolean;
}

const wordPattern = /[\p{L}\p{N}\p{M}'’ʼ.]+/gu;

function isFound(word: string, stems: readonly string[]): boolean {
  return fold(word).split(" ").some((folded) => stems.some((stem) => (/^[0-9.]+$/.test(stem) ? folded === stem : folded.startsWith(stem))));
}

/** The text cut into what was found by these stems and what lies between. Joined, the pieces are the text. */
export function highlight(text: string, stems: readonly string[]): Run[] {
  const runs: Run[] = [];
  const add = (piece: string, found: boolean) => {
    const last = runs.at(-1);
    if (!piece) return;
    if (last?.found === found) last.text += piece;
    else runs.push({ text: piece, found });
  };
  let from = 0;
  for (const match of text.matchAll(wordPattern)) {
    add(text.slice(from, match.index), false);
    add(match[0], isFound(match[0], stems));
    from = match.index + match[0].length;
  }
  add(text.slice(from), false);
  return runs;
}

/** About how many letters a passage has. */
const passageLength = 240;
const before = 80;

/** The piece of a text in which most of what was looked for stands together, highlighted; null when nothing of it does. */
export function passageOf(text: string, stems: readonly string[]): Run[] | null {
  const flat = text.replace(/\s+/g, " ").trim();
  const places = [...flat.matchAll(wordPattern)].filter(([word]) => isFound(word, stems)).map(({ index }) => index);
  if (places.length === 0) return null;
  const within = (start: number) => places.filter((place) => place >= start && place < start + passageLength - before).length;
  const best = places.slice(0, 200).reduce((one, other) => (within(other) > within(one) ? other : one));
  return highlight(cut(flat, best), stems);
}

/** Whole words around a place, with "…" where something is left out. */
function cut(text: string, place: number): string {
  const from = place <= before ? 0 : text.indexOf(" ", place - before) + 1;
  const rest = text.slice(from);
  const end = rest.length <= passageLength ? rest.length : Math.max(rest.lastIndexOf(" ", passageLength), place - from + 1);
  return `${from > 0 ? "… " : ""}${rest.slice(0, end)}${end < rest.length ? " …" : ""}`;
}
