/** A point of a list in a cell, with the points under it. `number` as the list counts: "2.1.1", "1", "ა"; "" for a bullet. */
export interface ListItem {
  number: string;
  text: string;
  items: ListItem[];
}

/** What stands before the first point, and the points. */
export interface CellList {
  lead: string;
  items: ListItem[];
}

interface Mark {
  number: string;
  start: number;
  end: number;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
/** Georgian letters as legal texts count with them, and Latin ones. */
const alphabets = ["აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ", "abcdefghijklmnopqrstuvwxyz"];

/** Marks that count on from the first: 1, 2, 3… Others are part of the words. */
function counted(found: Iterable<RegExpMatchArray>, nth: (count: number) => string): Mark[] {
  const marks: Mark[] = [];
  for (const match of found) {
    const number = match[1] ?? "";
    if (number !== nth(marks.length + 1)) continue;
    const start = match.index ?? 0;
    marks.push({ number, start, end: start + match[0].length });
  }
  return marks;
}

/** "2.1.1 …", also "2.1.1. …", "2.1.1) …", under a number that is known. */
function dottedMarks(text: string, base: string): Mark[] {
  // Most texts hold no such list, and a pattern for each of thousands of rows takes its time.
  if (!text.includes(`${base}.1`)) return [];
  const pattern = new RegExp(`(?<![\\d.,])(${escaped(base)}\\.\\d{1,3})(?:\\.(?!\\d)|\\))?(?![\\d,]|\\.\\d)[\\s:–-]*`, "g");
  return counted(text.matchAll(pattern), (count) => `${base}.${count}`);
}

/** The number under which a list counts, found in the text itself: "4.1 … 4.2 …" counts under 4. */
function baseIn(text: string): string | null {
  const first = /(?:^|\s)(\d{1,3}(?:\.\d{1,3})*)\.1[.)]?\s/.exec(text)?.[1];
  return first && dottedMarks(text, first).length > 1 ? first : null;
}

function plainMarks(text: string): Mark[] {
  const count = (position: number) => String(position);
  const closed = counted(text.matchAll(/(?:^|[\s;,(])(\d{1,2})\)\s*/g), count);
  const dotted = counted(text.matchAll(/(?:^|[\s;])(\d{1,2})\.\s+(?=[^\d\s])/g), count);
  return closed.length >= dotted.length ? closed : dotted;
}

function letterMarks(text: string): Mark[] {
  const sets = alphabets.map((letters) => counted(text.matchAll(new RegExp(`(?:^|[\\s;,])([${letters[0]}-${letters.at(-1)}])\\)\\s*`, "g")), (position) => letters[position - 1] ?? ""));
  return sets.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

function bulletMarks(text: string): Mark[] {
  return [...text.matchAll(/(?:^|\n)[•●▪◦·*–-]\s*/g)].map((match) => ({ number: "", start: match.index, end: match.index + match[0].length }));
}

function cut(text: string, marks: readonly Mark[]): CellList {
  const pieces = marks.map(({ number, end }, index): ListItem => ({ number, text: text.slice(end, marks[index + 1]?.start).trim(), items: [] }));
  // Marks between the points are no words of theirs, where all but the last have one.
  const separated = pieces.length > 1 && pieces.slice(0, -1).every((piece) => /[;,]$/.test(piece.text));
  return { lead: text.slice(0, marks[0]?.start).trim(), items: separated ? pieces.map((piece) => ({ ...piece, text: piece.text.replace(/[;,.]$/, "").trim() })) : pieces };
}

/** Points of points: "2.1.1.1 …" within "2.1.1 …". */
function nested(list: CellList): CellList {
  return {
    ...list,
    items: list.items.map((item) => {
      const marks = dottedMarks(item.text, item.number);
      if (marks.length === 0) return item;
      const { lead, items } = nested(cut(item.text, marks));
      return { ...item, text: lead, items };
    }),
  };
}

/**
 * The numbered list in a cell, or null. `base`: the number of the row; under it one point is enough ("2.1.1 …"), any other list
 * has at least two that count on. Bullets count when nothing else does.
 */
export function listIn(text: string, base: string | null): CellList | null {
  const under = base === null ? [] : dottedMarks(text, base);
  if (under.length > 0) return nested(cut(text, under));
  const other = baseIn(text);
  if (other) return nested(cut(text, dottedMarks(text, other)));
  for (const marks of [plainMarks(text), letterMarks(text), bulletMarks(text)]) if (marks.length > 1) return cut(text, marks);
  return null;
}

/** How a list counts: with full numbers, or 1, 2, 3 and letters within its cell. */
export function styleOf(list: CellList): "dotted" | "plain" | "letter" | "bullet" {
  const number = list.items[0]?.number ?? "";
  return number === "" ? "bullet" : number.includes(".") ? "dotted" : /\d/.test(number) ? "plain" : "letter";
}

/**
 * A cell that says something for single points of a list beside it: "2.1.1 – 2024; 2.1.2 – 2025". By number; a number that
 * nothing follows gets what follows the next ("2.1.1, 2.1.2 – 2024"). Null when the cell is not such a list from its start.
 */
export function perPoint(text: string, numbers: readonly string[]): Map<string, string> | null {
  const known = numbers.filter((number) => number.includes("."));
  if (!known.some((number) => text.startsWith(number))) return null;
  const alternatives = known.toSorted((a, b) => b.length - a.length).map(escaped).join("|");
  const marks = [...text.matchAll(new RegExp(`(?<![\\d.])(${alternatives})(?:\\.(?!\\d)|\\))?(?!\\d|\\.\\d)[\\s:–—-]*`, "g"))];
  if (marks[0]?.index !== 0) return null;
  const said = new Map<string, string>();
  let waiting: string[] = [];
  marks.forEach((mark, index) => {
    const words = text.slice(mark.index + mark[0].length, marks[index + 1]?.index).replace(/^[\s,;]+|[\s,;]+$/g, "");
    waiting.push(mark[1] ?? "");
    if (!words) return;
    for (const number of waiting) said.set(number, said.has(number) ? `${said.get(number)}; ${words}` : words);
    waiting = [];
  });
  return waiting.length === 0 && said.size > 0 ? said : null;
}
