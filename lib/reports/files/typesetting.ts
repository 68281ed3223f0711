import { loadFonts } from "./fonts.ts";
import type { Block, Cell, Inline, ReportDocument, TextRun } from "./schema.ts";

/** What the template of a report reads. */
export interface TypesetReport {
  title: TextRun;
  /** For the running header. */
  short: string;
  kind: string;
  version: string;
  author: string;
  locale: string;
  date: number[];
  words: ReportDocument["words"];
  cover: Block[];
  /** The body; each run begins on a page of its own. */
  runs: Block[][];
  /** How many levels of headings the contents page names: down to the commitments. */
  depth: number;
  /** Whether the contents are short enough for the title page. */
  contentsOnCover: boolean;
}

/** A document as the template takes it: only what its fonts can draw, with places to break in what has none. */
export function typesetReport(document: ReportDocument): TypesetReport {
  const { kind, title, version, author, locale, publishedAt, words, cover, body } = document;
  const commitments = body.flatMap((block) => (isCommitment(block) ? [block.level] : []));
  const depth = Math.max(2, ...commitments);
  const entries = body.filter((block) => block.type === "heading" && block.id !== null && block.level <= depth);
  return printableIn({
    title, short: shortened(title.text, 80), kind, version, author, locale, date: dateParts(publishedAt), words, cover,
    runs: runsIn(body.map(hyphenated)), depth, contentsOnCover: entries.length <= mostOnCover && lengthOf(cover) < mostOfCover,
  });
}

/** Year, month, day, hour, minute, second in UTC. */
export function dateParts(instant: string): number[] {
  return instant.slice(0, 19).split(/[-T:]/).map(Number);
}

/** A text in at most so many characters, cut after a word. */
export function shortened(text: string, length: number): string {
  if ([...text].length <= length) return text;
  const cut = [...text].slice(0, length - 1).join("");
  return `${cut.slice(0, cut.lastIndexOf(" ") > length / 2 ? cut.lastIndexOf(" ") : cut.length).trimEnd()}…`;
}

/** What leaves room for contents on the title page: their entries, and the cover in characters of data. */
const [mostOnCover, mostOfCover] = [18, 4_000];

type Heading = Extract<Block, { type: "heading" }>;

function beginsPage(block: Block): boolean {
  return block.type === "heading" && /^(commitment|part)-|^(section-commitments|section-annexes|comments|evidence)$/.test(block.id ?? "");
}

function isCommitment(block: Block): block is Heading {
  return block.type === "heading" && (block.id?.startsWith("commitment-") ?? false);
}

/** Letters that a table of the page's width holds in a line. */
const lettersInLine = 88;

/** Words of a table are cut only where one is longer than its column. */
function hyphenated(block: Block): Block {
  if (block.type !== "table") return block;
  const whole = block.columns.reduce((sum, { width }) => sum + width, 0);
  const room = block.columns.map(({ width }) => (width / whole) * lettersInLine);
  return { ...block, rows: block.rows.map((row) => row.map((cell, index): Cell & { narrow?: true } => (longestWord(cell) > (room[index] ?? 0) ? { ...cell, narrow: true } : cell))) };
}

function longestWord({ content }: Cell): number {
  const words = content.flatMap((inline) => (inline.type === "text" ? inline.text : inline.type === "break" ? "" : inline.word).split(/[\s-]+/));
  return Math.max(0, ...words.map(({ length }) => length));
}

/** About what fills a page, in characters of data; a page that is not half full is gone on with, whatever follows. */
const pageful = 9_000;

/**
 * Pages begin with the commitments, each part of the plan, each annex that is long, and with a commitment that has enough to
 * say to fill one or follows one that has.
 * Runs are also what Typst lays out side by side, on as many cores as there are.
 */
function runsIn(body: readonly Block[]): Block[][] {
  const pieces: Block[][] = [];
  for (const [index, block] of body.entries()) {
    const afterHeading = body[index - 1]?.type === "heading";
    const begins = !afterHeading && beginsPage(block);
    if (begins || pieces.length === 0) pieces.push([]);
    pieces.at(-1)?.push(block);
  }
  const runs: Block[][] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    const room = run ? pageful - lengthOf(run) : 0;
    if (run && (room > pageful / 2 || lengthOf(piece) < room)) run.push(...piece);
    else runs.push([...piece]);
  }
  return runs;
}

function lengthOf(blocks: readonly Block[]): number {
  return JSON.stringify(blocks).length;
}

/** The same value with every text in it made printable, and runs cut where they may break. */
export function printableIn<T>(value: T): T {
  return walk(value, loadFonts().draws) as T;
}

type Draws = (character: string) => boolean;

function walk(value: unknown, draws: Draws): unknown {
  if (typeof value === "string") return printable(value, draws);
  if (Array.isArray(value)) return value.map((item) => walk(item, draws));
  if (typeof value !== "object" || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, key === "href" ? item : walk(item, draws)]));
  return isRun(copy) ? withBreaks(copy) : copy;
}

function isRun(value: object): value is Inline & TextRun {
  return "type" in value && value.type === "text";
}

/** Ordinary text is drawn by every cut; only others are looked at character by character. */
const ordinary = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f\u0400-\u045f\u10d0-\u10f0\u2013\u2014\u2018-\u201e\u2026\u2116]*$/u;
/** What shows nothing, where no font has it. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/u;

/** A character that no font draws is told by its code: "[U+1F600]". What shows nothing is left out. */
export function printable(text: string, draws: Draws): string {
  if (ordinary.test(text)) return text;
  const said = Array.from(text.replace(/\s/g, (space) => (space === "\u00a0" ? space : " ")), (character) => {
    if (invisible.test(character) || character === "\ufffe" || character === "\uffff") return "";
    return draws(character) ? character : `[U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}]`;
  });
  return said.join("");
}

/** Longer than any word that a person writes, and in what pieces it may break: after the signs that addresses are made with. */
const endless = /[^\s\u00a0]{28}/;
const pieces = /[^/.\-_?&=%]{1,14}[/.\-_?&=%]{0,14}|[/.\-_?&=%]{1,14}/gu;

/** Where addresses, checksums and other words without an end may break; nothing is added to the text. A piece stands in a list. */
function withBreaks(run: TextRun): TextRun & { parts?: (string | [string])[] } {
  if (!endless.test(run.text)) return run;
  const parts = run.text.split(/([\s\u00a0]+)/).flatMap((word): (string | [string])[] => (endless.test(word) ? (word.match(pieces) ?? []).map((piece) => [piece]) : [word]));
  return { ...run, parts };
}
