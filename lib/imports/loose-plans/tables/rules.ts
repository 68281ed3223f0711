import { cleanText } from "#lib/record/localized/schema.ts";
import { plain } from "#lib/imports/workbooks/values.ts";
import { looseLimits, type LooseCell, type LooseReading, type LooseRefusalCode, type LooseRow, type LooseTable } from "../schema.ts";

/** A cell as the document has it, with how many rows and columns it covers. */
export interface SpannedCell {
  text: string;
  rows: number;
  columns: number;
}

/** A document in reading order: a paragraph outside tables, or a table. */
export type Block = { paragraph: string } | { table: SpannedCell[][] };

export function refused(code: LooseRefusalCode, values: Record<string, string> = {}): Extract<LooseReading, { ok: false }> {
  return { ok: false, refusal: { code, values } };
}

/** Text of a cell or paragraph: as it is, but for spaces that nobody sees. Lines stay lines. */
export function tidy(text: string): string {
  return cleanText(text).split("\n").map((line) => line.replace(/[\s\u00a0\u202f\u200b\ufeff]+/g, " ").trim()).filter(Boolean).join("\n");
}

/** Columns beyond this are not even laid out: a page may claim any number of them. */
const widest = 300;

/** Each merged cell gives its text to every place it covers, so that all rows have as many cells. */
export function filledRows(table: readonly SpannedCell[][]): LooseCell[][] {
  const rows: (LooseCell | undefined)[][] = table.map(() => []);
  table.forEach((cells, top) => {
    let left = 0;
    for (const cell of cells) {
      if (left >= widest) break;
      while (rows[top]?.[left]) left += 1;
      const [bottom, right] = [Math.min(top + Math.max(1, cell.rows), table.length), Math.min(left + Math.max(1, cell.columns), widest)];
      for (let row = top; row < bottom; row += 1)
        for (let column = left; column < right; column += 1) {
          const line = rows[row];
          if (line) line[column] ??= { text: cell.text, ...(row > top ? { filled: "above" as const } : column > left ? { filled: "left" as const } : {}) };
        }
      left = right;
    }
  });
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? { text: "" }));
}

const stated = (cells: readonly LooseCell[]) => cells.filter(({ text }) => text !== "").length;
const widthOf = (rows: readonly LooseCell[][]) => rows.reduce((most, row) => Math.max(most, row.findLastIndex(({ text }) => text !== "") + 1), 0);

interface NumberedTable {
  number: number;
  rows: LooseCell[][];
}

/**
 * A whole document as one table: tables of the plan's shape one after the other (a table is cut where a page ends, and its
 * headings often stand there again), paragraphs between them as rows of one cell. Refused: `noTable`, `tooManyRows`, `tooLarge`.
 */
export function assemble(blocks: readonly Block[]): LooseReading {
  if (blocks.reduce((sum, block) => sum + ("table" in block ? block.table.length : 1), 0) > looseLimits.rows) return tooMany();
  const tables: NumberedTable[] = [];
  let characters = 0;
  const order: ({ paragraph: string } | NumberedTable)[] = blocks.flatMap((block): ({ paragraph: string } | NumberedTable)[] => {
    if ("paragraph" in block) return [block];
    const rows = filledRows(block.table);
    // One long cell merged over thousands of places is as much text as if it were written in each.
    characters += rows.reduce((sum, row) => row.reduce((length, { text }) => length + text.length, sum), 0);
    // A frame around text is no table.
    if (widthOf(rows) < 2) return rows.map(([cell]) => ({ paragraph: cell?.text ?? "" }));
    const table = { number: tables.length + 1, rows };
    tables.push(table);
    return [table];
  });
  if (characters > looseLimits.tableCharacters) return tooLarge();
  const [main] = tables.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  if (!main) return refused("noTable");
  const width = Math.max(...tables.filter((table) => table.rows[0]?.length === main.rows[0]?.length).map(({ rows }) => widthOf(rows)));
  const aside: string[] = [];
  let paragraphs = 0;
  const rows = order.flatMap((item): LooseRow[] => {
    if ("paragraph" in item) return item.paragraph ? [{ table: 0, line: (paragraphs += 1), cells: [{ text: item.paragraph }] }] : [];
    const columns = columnsIn(item, main, width);
    if (!columns) aside.push(item.rows.flat().map(({ text }) => text).filter(Boolean).join(" ").slice(0, 100));
    return columns ? item.rows.map((cells, index) => ({ table: item.number, line: index + 1, cells: columns.map((column) => cells[column] ?? { text: "" }) })) : [];
  });
  return withinLimits({ columns: width, rows: rows.filter(({ cells }) => stated(cells) > 0), aside });
}

const sizeOf = ({ rows }: NumberedTable) => rows.reduce((sum, row) => sum + stated(row), 0);

/** Where each column of the main table stands in another: at the same place, or under the same heading; null: it is another table. */
function columnsIn(table: NumberedTable, main: NumberedTable, width: number): number[] | null {
  const same = Array.from({ length: width }, (_, column) => column);
  if (table.rows[0]?.length === main.rows[0]?.length || widthOf(table.rows) === width) return same;
  const [own = [], all = []] = [table.rows[0], main.rows[0]].map((cells) => cells?.map(({ text }) => plain(text)));
  const places = same.map((column) => (all[column] ? own.indexOf(all[column]) : -1));
  const known = own.filter((heading) => heading !== "" && all.includes(heading)).length;
  return known >= 2 && known === own.filter(Boolean).length ? places : null;
}

const tooLarge = () => refused("tooLarge", { limit: String(looseLimits.textBytes / 1_000_000) });
const tooMany = () => refused("tooManyRows", { rows: String(looseLimits.rows), columns: String(looseLimits.columns) });

function withinLimits(table: LooseTable): LooseReading {
  if (table.columns > looseLimits.columns) return tooMany();
  const long = table.rows.some(({ cells }) => cells.some(({ text }) => text.length > looseLimits.cellCharacters));
  return long ? tooLarge() : { ok: true, table };
}
