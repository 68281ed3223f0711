import { tidy, type Block, type SpannedCell } from "../tables/rules.ts";

/** One line of what was pasted: its cells, and the lines within quoted ones. */
type Line = string[];

/**
 * Cells between tabs. Sheets put a cell of several lines between quotation marks; a mark that closes nowhere, or before
 * something else than the end of a cell, is a mark like any other.
 */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let cells: Line = [];
  for (let at = 0; at <= text.length; ) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : null;
    const end = quoted?.end ?? endOfCell(text, at);
    cells.push(quoted?.text ?? text.slice(at, end));
    if (text[end] !== "\t") {
      lines.push(cells);
      cells = [];
    }
    at = end + 1;
  }
  return lines;
}

function endOfCell(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (text[at] === "\t" || text[at] === "\n") return at;
  return text.length;
}

function quotedCell(text: string, start: number): { text: string; end: number } | null {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') {
      at += 1;
      continue;
    }
    const inner = text.slice(start + 1, at);
    const next = text[at + 1];
    return (next === undefined || next === "\t" || next === "\n") && !inner.includes("\t") ? { text: inner.replaceAll('""', '"'), end: at + 1 } : null;
  }
  return null;
}

const tabs = (line: Line) => line.length - 1;
const startsRow = (line: Line) => tabs(line) > 0 && /^\s*\d+(\.\d+)*[.)]?\s*$/.test(line[0] ?? "");

/** How many tabs most rows have. */
function usualTabs(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const line of lines) if (tabs(line) > 0) counts.set(tabs(line), (counts.get(tabs(line)) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** Lines that are together one row, because a paragraph ended within a cell: as many as make the usual number of tabs; else 1. */
function linesOfRow(lines: readonly Line[], from: number, usual: number): number {
  let sum = 0;
  for (let count = 1; from + count <= lines.length && count <= 200; count += 1) {
    const line = lines[from + count - 1] ?? [];
    if (count > 1 && startsRow(line)) return 1;
    sum += tabs(line);
    if (sum === usual) return count;
    if (sum > usual) return 1;
  }
  return 1;
}

function joined(lines: readonly Line[]): Line {
  return lines.reduce((row, line) => [...row.slice(0, -1), `${row.at(-1) ?? ""}\n${line[0] ?? ""}`, ...line.slice(1)]);
}

/** Marks for bold, as some converters leave them around words. */
const withoutMarks = (text: string) => text.replace(/\*\*(?=\S)([^*\n]+?)\*\*/g, "$1");

/** Pasted text as blocks: lines with tabs are rows of a table, others paragraphs. An empty line ends nothing. */
export function pastedBlocks(text: string): Block[] {
  const lines = linesOf(withoutMarks(text.replace(/\r\n?/g, "\n")));
  const usual = usualTabs(lines);
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? [];
    const count = tabs(line) > 0 && tabs(line) < usual ? linesOfRow(lines, at, usual) : 1;
    const cells = joined(lines.slice(at, at + count)).map(tidy);
    at += count;
    if (cells.length === 1) {
      if (cells[0]) blocks.push({ paragraph: cells[0] });
      continue;
    }
    addRow(blocks, cells.map((cell) => ({ text: cell, rows: 1, columns: 1 })));
  }
  return blocks;
}

function addRow(blocks: Block[], row: SpannedCell[]): void {
  const last = blocks.at(-1);
  if (last && "table" in last) last.table.push(row);
  else blocks.push({ table: [row] });
}
