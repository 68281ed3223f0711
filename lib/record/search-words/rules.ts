/** As the database's `search_fold`: letters of Georgian that have one Latin letter, or stand for a pair that is folded below. */
const singles = new Map(Array.from("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ", (letter, index) => [letter, "abgdevztiklmnopjrstupkgkWQcZcQXjh"[index] ?? ""]));
for (const [from, to] of [["w", "c"], ["y", "k"], ["q", "k"], ["f", "p"]] as const) singles.set(from, to);

/** Pairs by which Latin letters write one Georgian sound, in this order. ც and წ become two letters: at the end of many words ტ and ს meet. */
const pairs = [["sh", "W"], ["ch", "Q"], ["kh", "X"], ["zh", "j"], ["gh", "g"], ["ph", "p"], ["th", "t"], ["h", "X"], ["c", "ts"], ["Z", "dz"]] as const;

/** Small letters without apostrophes and marks. */
const plainly = (text: string) => text.replace(/['’‘ʼ`´ʹ′\u00ad\u200b-\u200d\ufeff]/g, "").normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

/**
 * One spelling for Georgian, its national transliteration and what people type on a Latin keyboard: "ვალდებულება" and
 * "valdebuleba", "წყალი", "ts’q’ali" and "wyali" become the same. Words with blanks between them, a point only within a number.
 */
export function fold(text: string): string {
  const latin = Array.from(plainly(text), (letter) => singles.get(letter) ?? letter).join("");
  const folded = pairs.reduce((word, [from, to]) => word.replaceAll(from, to), latin).toLowerCase();
  return folded.replace(/[^a-z0-9а-яёա-ֆ.]+|\.(?![0-9])/g, " ").replace(/(?<![0-9])\.| {2,}/g, " ").replace(/ {2,}/g, " ").trim();
}

/** The ending of a word, as far as so much stands before it. */
const ending = (before: string, endings: string) => new RegExp(`^(.*?${before})(?:${endings})$`);
const cut = (word: string, pattern: RegExp) => word.replace(pattern, "$1");

/** What stands behind a Georgian noun, in the order in which it is taken off. */
interface Endings {
  particle: RegExp;
  /** Postpositions with the case before them, and the cases that leave as little as two letters. */
  postposition: RegExp;
  /** Only where nothing of the above stood. */
  shortCase: RegExp;
  vowel: RegExp;
  plural: RegExp;
}

/** In Georgian letters: the vowel of the nominative goes where what is left is still a word, as in გზა, or ends in ი, as in სია. */
const georgian: Endings = {
  particle: ending(".{3}", "ც|ვე"),
  postposition: ending(".{2}", "ისათვის|სათვის|ისთვის|სთვის|თვის|იდან|დან|ისაკენ|ისკენ|სკენ|კენ|ამდე|მდე|ისაგან|ისგან|სგან|გან|სთან|თან|ში|ზე|ის|ით"),
  shortCase: ending(".{3}", "ად|მა|სა|თა|ს|მ|თ|დ"),
  vowel: /^(.*(?:.{3}|[^აეიოუ]{2}|.ი))[აეიოუ]$/,
  plural: ending(".{2}", "(?:ებ)+"),
};
const latinPostpositions = "isatvis|satvis|istvis|stvis|tvis|idan|dan|isaken|isken|sken|ken|amde|mde|isagan|isgan|sgan|gan|stan|tan|wi|ze|is|it";
const latinCases = "ad|ma|sa|ta|s|m|t|d";
/** Folded, of a text in Latin letters that may be Georgian or not: less is taken off short words, or "date" would be "data". */
const careful: Endings = { particle: /^(.*)(?!)$/, postposition: ending("[a-z]{3}", latinPostpositions), shortCase: ending("[a-z]{3}", latinCases), vowel: /^(.*[a-z]{4})[aeiou]$/, plural: ending("[a-z]{3}", "(?:eb)+") };
/** Folded, of what somebody typed in Latin letters and may mean in Georgian. */
const bold: Endings = { particle: ending(".{3}", "ve"), postposition: ending(".{2}", latinPostpositions), shortCase: ending(".{3}", latinCases), vowel: /^(.*(?:.{3}|[^aeiou]{2}|.i))[aeiou]$/, plural: ending(".{2}", "(?:eb)+") };

function stem(word: string, { particle, postposition, shortCase, vowel, plural }: Endings): string {
  const noun = cut(word, particle);
  const bare = cut(noun, postposition);
  return cut(cut(cut(bare === noun ? cut(noun, shortCase) : bare, vowel), plural), vowel);
}

/** A vowel that comes and goes between two consonants when a word is declined goes: წყალი – წყლის, ქვეყანა – ქვეყნის. */
const declined = (folded: string) => folded.replace(/^(.*[a-z]{2})[aeo]([lrnm])$/, "$1$2");
const latinKey = (folded: string) => declined(stem(folded, careful));
const englishKey = (word: string) => fold(cut(cut(cut(word, ending(".{4}", "ies|ing|ed|es|y")), ending(".{3}", "s")).replace(/^(.{2,})([bdfgklmnprstvz])\2$/, "$1$2"), ending(".{4}", "e")));

/** By what the database keeps the words of a text (`search_keys`): what is left of each without its endings, folded. Georgian is cut in its own letters, Latin letters both as English and as Georgian. */
export function keysOf(text: string): string[] {
  const plain = plainly(text);
  const other = plain.replace(/[ა-ჰ]+/g, " ");
  return [...new Set([
    ...(plain.match(/[ა-ჰ]+/g) ?? []).map((word) => declined(fold(stem(word, georgian)))),
    ...(other.match(/[a-z]+/g) ?? []).map(englishKey),
    ...fold(other).split(" ").map(latinKey),
  ])].filter(Boolean);
}

const inLatin = /^[\p{Script=Latin}\p{N}'’‘ʼ`.-]+$/u;

/** By what a typed word is looked for: its own keys, those of the same word in other letters, and what it is as it stands. */
export function askedKeys(typed: string): string[] {
  const folded = fold(typed).split(" ").filter(Boolean);
  // In Latin letters ძ is as often a mere z.
  const spellings = inLatin.test(typed) ? folded.flatMap((word) => [word, word.replace(/(?<!d)z/g, "dz")]) : folded;
  const meant = inLatin.test(typed) ? spellings.map((word) => declined(stem(word, bold))) : [];
  return [...new Set([...keysOf(typed), ...meant, ...spellings.map(latinKey), ...spellings.map(declined)])];
}

/** What was asked for: every word, as it was typed, with the keys by which it is found. */
export interface AskedWord {
  typed: string;
  keys: string[];
}

/** More words than anybody looks for at once; what is typed beyond them is not looked for. */
const mostWords = 12;

/** The words of a question; what has no letter and no number in it is left out. */
export function askedWords(question: string): AskedWord[] {
  const words = question.normalize("NFC").split(/[\s,;:!?()„“”"«»/\\|[\]{}<>=*+&#@–—-]+/u).filter(Boolean);
  return words.map((typed) => ({ typed, keys: askedKeys(typed) })).filter(({ keys }) => keys.length > 0).slice(0, mostWords);
}
