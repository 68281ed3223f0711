import { cellOf, columnLetters } from "./cells.ts";
import { Refused, workbookLimits, type Cell, type RawSheet } from "./schema.ts";
import { numberCell, readStyles, type NumberStyle } from "./styles.ts";
import { workbookParts } from "./workbook-parts.ts";
import { readXml, unescapeCell } from "./xml.ts";
import type { Zip } from "./zip.ts";

/** The texts that cells share; without how they are formatted and read aloud. */
async function readStrings(zip: Zip, name: string): Promise<string[]> {
  const strings: string[] = [];
  let [text, inText, spoken] = ["", false, 0];
  await readXml(zip, name, {
    open: (tag) => {
      if (tag === "si") text = "";
      if (tag === "rPh") spoken += 1;
      inText = tag === "t" && spoken === 0;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (tag) => {
      if (tag === "t") inText = false;
      if (tag === "rPh") spoken -= 1;
      if (tag === "si") strings.push(detached(unescapeCell(text)));
    },
  });
  return strings;
}

/** Reads the sheets that are wanted, one after the other. Formulas are refused with their cells' names: what a file says they come to is not to be trusted. */
export async function* readXlsx(zip: Zip, wanted: (sheet: string) => boolean): AsyncGenerator<RawSheet> {
  const parts = await workbookParts(zip);
  const context: Context = {
    strings: parts.strings ? await readStrings(zip, parts.strings) : [],
    styles: parts.styles ? await readStyles(zip, parts.styles) : [],
    from1904: parts.from1904,
    characters: 0,
  };
  for (const { name, part } of parts.sheets) yield wanted(name) ? await readSheet(zip, { name, part }, context) : { name, rows: [] };
}

/** A copy that does not hold on to the piece of the file it was cut from; without it, a sheet's whole text would stay in memory. */
function detached(text: string): string {
  return text.length < 13 ? text : Buffer.from(text).toString();
}

interface Context {
  strings: readonly string[];
  styles: readonly NumberStyle[];
  from1904: boolean;
  /** Of all cells of the workbook so far; a text that cells share counts in each. */
  characters: number;
}

/** A cell while it is being read. */
interface OpenCell {
  column: number;
  type: string;
  style: number;
  text: string;
}

function valueOf({ type, style, text }: OpenCell, context: Context): Cell | undefined {
  if (type === "s") return context.strings[Number(text)] || undefined;
  if (type === "inlineStr" || type === "str") return detached(unescapeCell(text)) || undefined;
  if (text.trim() === "") return undefined;
  if (type === "b") return { kind: "boolean", value: text.trim() === "1" };
  if (type === "e") return { kind: "odd", reason: "error", text };
  if (type === "d") return { kind: "date", value: text.slice(0, 10) };
  const value = Number(text);
  return Number.isFinite(value) ? numberCell(value, context.styles[style] ?? "plain", context.from1904) : text;
}

const formulasTold = 5;

class SheetReader {
  readonly sheet: RawSheet;
  readonly context: Context;
  readonly formulas: string[] = [];
  private readonly merged: string[] = [];
  private row: RawSheet["rows"][number] = { number: 0, cells: [] };
  private cell: OpenCell | null = null;
  private nextColumn = 0;
  private inValue = false;
  private spoken = 0;

  constructor(name: string, context: Context) {
    this.sheet = { name, rows: [] };
    this.context = context;
  }

  open(tag: string, attributes: Record<string, string>): void {
    if (tag === "row") {
      this.row = { number: Number(attributes.r) || this.row.number + 1, cells: [] };
      this.nextColumn = 0;
    } else if (tag === "c") {
      const place = cellOf(attributes.r ?? "");
      const column = place?.column ?? this.nextColumn;
      this.nextColumn = column + 1;
      this.cell = { column, type: attributes.t ?? "n", style: Number(attributes.s ?? 0), text: "" };
    } else if (tag === "rPh") this.spoken += 1;
    else if (tag === "f" && this.cell) this.formulas.push(`${columnLetters(this.cell.column)}${this.row.number}`);
    else if (tag === "v" || tag === "t") this.inValue = this.spoken === 0;
    else if (tag === "mergeCell" && this.merged.length < workbookLimits.rows) this.merged.push(attributes.ref ?? "");
  }

  text(piece: string): void {
    if (this.inValue && this.cell) this.cell.text += piece;
  }

  close(tag: string): void {
    if (tag === "v" || tag === "t") this.inValue = false;
    else if (tag === "rPh") this.spoken -= 1;
    else if (tag === "c" && this.cell) this.endCell(this.cell);
    else if (tag === "row" && this.row.cells.length > 0) this.endRow();
  }

  private endCell(cell: OpenCell): void {
    this.cell = null;
    const value = valueOf(cell, this.context);
    if (value === undefined) return;
    if (cell.column >= workbookLimits.columns) throw new Refused("tooLarge");
    this.count(value);
    this.row.cells[cell.column] = value;
  }

  /** One long text that thousands of cells share is little to unpack and much to keep. */
  private count(value: Cell): void {
    if (typeof value === "string") this.context.characters += value.length;
    if (this.context.characters > workbookLimits.characters) throw new Refused("tooLarge");
  }

  /** A cell merged over several rows says its value for each of them: "the commitment of all these milestones". */
  fillMerged(): void {
    const rows = new Map(this.sheet.rows.map((row) => [row.number, row]));
    for (const [from, to] of this.merged.map((ref) => ref.split(":").map(cellOf))) {
      if (!from || !to || from.column !== to.column) continue;
      const value = rows.get(from.row)?.cells[from.column];
      for (let number = from.row + 1; value !== undefined && number <= Math.min(to.row, this.row.number); number += 1) {
        const row = rows.get(number);
        if (!row || row.cells[from.column] !== undefined) continue;
        this.count(value);
        row.cells[from.column] = value;
      }
    }
  }

  private endRow(): void {
    this.sheet.rows.push(this.row);
    if (this.sheet.rows.length > workbookLimits.rows) throw new Refused("tooManyRows", { sheet: this.sheet.name, rows: String(workbookLimits.rows) });
  }
}

async function readSheet(zip: Zip, { name, part }: { name: string; part: string }, context: Context): Promise<RawSheet> {
  const reader = new SheetReader(name, context);
  const found = await readXml(zip, part, { open: (tag, attributes) => reader.open(tag, attributes), text: (piece) => reader.text(piece), close: (tag) => reader.close(tag) });
  if (!found) throw new Refused("damaged");
  if (reader.formulas.length > 0) throw new Refused("formulas", { sheet: name, cells: reader.formulas.slice(0, formulasTold).join(", ") + (reader.formulas.length > formulasTold ? "…" : "") });
  reader.fillMerged();
  return reader.sheet;
}
