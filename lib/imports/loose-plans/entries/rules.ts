import type { ColumnField, LooseTable, Mapping } from "../schema.ts";

/** Words of one cell with their place, both counted from 0. */
export interface Said {
  text: string;
  row: number;
  column: number;
}

/** A commitment or milestone as its rows state it: what each column says, pieces of a broken row joined in order. */
export interface Entry {
  kind: "commitment" | "milestone";
  /** The row that names it. */
  row: number;
  /** The row above it that starts its part; null: none. */
  part: number | null;
  number: Said | null;
  title: Said | null;
  cells: Map<number, Said>;
  /** Columns whose words are a merged cell's that began above. */
  filled: Set<number>;
}

export const numberPattern = "\\d{1,3}(?:\\.\\d{1,3})*|[IVXLC]{1,6}";
const onlyNumber = new RegExp(`^(?:№|N|#)?\\s*(${numberPattern})[.):]?$`, "i");
const kindWords = "ვალდებულება|აქტივობა|ღონისძიება|ქვე-?აქტივობა|საქმიანობა|ეტაპი|commitment|activity|action|measure|sub-?activity|milestone";
const namedNumber = new RegExp(`^(?:${kindWords})\\s*(?:№|N|#)?\\s*(${numberPattern})\\s*[.:–-]?\\s*([\\s\\S]*)$`, "i");
const leadingNumber = /^(\d{1,3}(?:\.\d{1,3})+[.):]?|\d{1,3}[.)])\s+([\s\S]+)$/;

/** The number that a cell is; null when it is anything else. */
export function numberIn(text: string): string | null {
  return onlyNumber.exec(text.trim())?.[1] ?? null;
}

/** A number and the words behind it: "2.1. სახელი", "ვალდებულება 5: სახელი". */
export function numberBefore(text: string): { number: string; rest: string } | null {
  const match = namedNumber.exec(text) ?? leadingNumber.exec(text);
  return match ? { number: (match[1] ?? "").replace(/[.):]$/, ""), rest: (match[2] ?? "").trim() } : null;
}

export const columnsOf = (mapping: Mapping, field: ColumnField): number[] => mapping.columns.flatMap((column, index) => (column.field === field ? [index] : []));

/** The rows as the person sorted them, put together to commitments and milestones in reading order. */
export function entriesOf(table: LooseTable, mapping: Mapping): Entry[] {
  const entries: Entry[] = [];
  let part: number | null = null;
  let waiting: number[] = [];
  table.rows.forEach((row, index) => {
    const kind = mapping.rows[index] ?? "left_out";
    if (kind === "challenge" || kind === "objective" || kind === "part") part = index;
    else if (kind === "begins") waiting.push(index);
    else if (kind === "commitment" || kind === "milestone") {
      entries.push({ kind, row: index, part, number: null, title: null, ...piecesOf(table, [...waiting, index], index) });
      waiting = [];
    } else if (kind === "continued") join(entries.at(-1), table, index);
  });
  // Rows said to begin a row that never comes belong to the last one.
  for (const index of waiting) join(entries.at(-1), table, index);
  return entries.map((entry) => named(entry, table, mapping));
}

function piecesOf(table: LooseTable, rows: readonly number[], main: number): Pick<Entry, "cells" | "filled"> {
  const [cells, filled] = [new Map<number, Said>(), new Set<number>()];
  for (const row of rows) {
    table.rows[row]?.cells.forEach(({ text, filled: from }, column) => {
      if (from === "left" || text === "") return;
      if (from === "above" && row === main) filled.add(column);
      add(cells, { text, row, column });
    });
  }
  return { cells, filled };
}

function add(cells: Map<number, Said>, said: Said): void {
  const there = cells.get(said.column);
  cells.set(said.column, there ? { ...there, text: `${there.text}\u0000${said.text}` } : said);
}

function join(entry: Entry | undefined, table: LooseTable, row: number): void {
  table.rows[row]?.cells.forEach(({ text, filled }, column) => {
    if (entry && text !== "" && !filled) add(entry.cells, { text, row, column });
  });
}

/** Pieces of one cell, in the order of their rows. */
const piecesIn = (said: Said | undefined): string[] => said?.text.split("\u0000") ?? [];
const whole = (said: Said): Said => ({ ...said, text: piecesIn(said).join(" ") });

/** Finds number and title. Words in the column of numbers, as a page break leaves them there, begin the title. */
function named(entry: Entry, table: LooseTable, mapping: Mapping): Entry {
  const [numberColumn] = columnsOf(mapping, "number");
  const [titleColumn] = columnsOf(mapping, "title");
  const inNumber = numberColumn === undefined ? undefined : entry.cells.get(numberColumn);
  const inTitle = titleColumn === undefined ? undefined : entry.cells.get(titleColumn);
  const pieces = piecesIn(inNumber);
  const own = pieces.find((piece) => numberIn(piece) !== null);
  const words = pieces.filter((piece) => piece !== own);
  const before = own === undefined && words[0] ? numberBefore(words[0]) : null;
  const spelled = [...(before ? [before.rest, ...words.slice(1)] : words), ...piecesIn(inTitle)].filter(Boolean).join(" ");
  const inWords = own === undefined && !before ? numberBefore(spelled) : null;
  const number = own === undefined ? (before ?? inWords)?.number : numberIn(own);
  const place = inNumber ?? inTitle;
  const title = inWords ? inWords.rest : spelled;
  return {
    ...entry,
    number: number && place ? { ...place, text: number } : null,
    title: title ? { text: title, row: (inTitle ?? inNumber)?.row ?? entry.row, column: (inTitle ?? inNumber)?.column ?? 0 } : null,
    cells: new Map([...entry.cells].map(([column, said]) => [column, whole(said)])),
  };
}
