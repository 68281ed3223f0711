import { keysOf, type AskedWord } from "#lib/record/search-words/rules.ts";

const lexeme = (key: string) => `'${key.replaceAll(/['\\]/g, "")}'`;

/** A PostgreSQL `tsquery`: all the words, or any of them, each by any of its keys. */
export function asTsquery(words: readonly AskedWord[], how: "all" | "any" = "all"): string {
  const each = words.map(({ keys }) => `(${keys.map(lexeme).join(" | ")})`);
  return each.join(how === "any" ? " | " : " & ");
}

/** The same in titles, as far as they are typed: the last word perhaps not whole. @param beginnings what the last word begins with, folded */
export function asTitleQuery(words: readonly AskedWord[], beginnings: readonly string[]): string {
  const whole = words.slice(0, -1).map(({ keys }) => `(${keys.map((key) => `${lexeme(key)}:A`).join(" | ")})`);
  return [...whole, `(${beginnings.map((beginning) => `${lexeme(beginning)}:*AC`).join(" | ")})`].join(" & ");
}

/** A piece of a text that was looked for, or not. */
export interface Run {
  text: string;
  found: boolean;
}

const wordPattern = /[\p{L}\p{N}\p{M}'’ʼ.]+/gu;

/** Words come again and again; cutting one to its keys takes longer than looking it up. */
const keysKept = new Map<string, readonly string[]>();
const mostKept = 20_000;

function isFound(word: string, keys: ReadonlySet<string>): boolean {
  let own = keysKept.get(word);
  if (!own) {
    if (keysKept.size >= mostKept) keysKept.clear();
    own = keysOf(word);
    keysKept.set(word, own);
  }
  return own.some((key) => keys.has(key));
}

/** The text cut into what was found by these keys and what lies between. Joined, the pieces are the text. */
export function highlight(text: string, keys: readonly string[]): Run[] {
  const asked = new Set(keys);
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
    add(match[0], isFound(match[0], asked));
    from = match.index + match[0].length;
  }
  add(text.slice(from), false);
  return runs;
}

/** About how many letters a passage has. */
const passageLength = 240;
const before = 80;
/** The best of so many places is good enough: a long file may hold a word a thousand times. */
const mostPlaces = 50;

/** The piece of a text in which most of what was looked for stands together, highlighted; null when nothing of it does. */
export function passageOf(text: string, keys: readonly string[]): Run[] | null {
  const asked = new Set(keys);
  const flat = text.replace(/\s+/g, " ").trim();
  const places: number[] = [];
  for (const { 0: word, index } of flat.matchAll(wordPattern)) {
    if (isFound(word, asked)) places.push(index);
    if (places.length === mostPlaces) break;
  }
  if (places.length === 0) return null;
  const within = (start: number) => places.filter((place) => place >= start && place < start + passageLength - before).length;
  const best = places.reduce((one, other) => (within(other) > within(one) ? other : one));
  return highlight(cut(flat, best), keys);
}

/** Whole words around a place, with "…" where something is left out. */
function cut(text: string, place: number): string {
  const from = place <= before ? 0 : text.indexOf(" ", place - before) + 1;
  const rest = text.slice(from);
  const end = rest.length <= passageLength ? rest.length : Math.max(rest.lastIndexOf(" ", passageLength), place - from + 1);
  return `${from > 0 ? "… " : ""}${rest.slice(0, end)}${end < rest.length ? " …" : ""}`;
}
