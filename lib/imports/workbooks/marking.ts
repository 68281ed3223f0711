import { cellOf, columnLetters } from "#lib/sheets/cells.ts";
import { Refused } from "#lib/sheets/schema.ts";
import { withAttribute, type StyleSheet } from "#lib/sheets/style-sheet.ts";
import { sheetXml, type SheetFile } from "#lib/sheets/xlsx-file.ts";
import { relationsPart, workbookParts } from "#lib/sheets/workbook-parts.ts";
import { escapeXml } from "#lib/sheets/xml.ts";
import type { Zip } from "#lib/sheets/zip.ts";

const transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const attributeOf = (xml: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(xml)?.[1];

/** Colours the cells of one sheet (row → columns), and takes the colour off those that an earlier copy had marked. */
export function colourCells(xml: string, wrong: ReadonlyMap<number, ReadonlySet<number>>, styles: StyleSheet): string {
  let number = 0;
  return xml.replace(/<((?:\w+:)?)row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1row>)/g, (whole, prefix: string, attributes: string, cells: string | undefined) => {
    number = Number(attributeOf(attributes, "r") ?? number + 1);
    const columns = wrong.get(number);
    if (!columns && !styles.hasMarks) return whole;
    return `<${prefix}row${attributes}>${colouredRow(cells ?? "", { prefix, number, columns: columns ?? new Set() }, styles)}</${prefix}row>`;
  });
}

interface RowToColour {
  prefix: string;
  number: number;
  columns: ReadonlySet<number>;
}

function colouredRow(cells: string, { prefix, number, columns }: RowToColour, styles: StyleSheet): string {
  const list = (cells.match(/<(?:\w+:)?c\b(?:[^>]*?\/>|[^>]*?>[\s\S]*?<\/(?:\w+:)?c>)/g) ?? []).map((xml, index) => ({ xml, column: cellOf(attributeOf(xml, "r") ?? "")?.column ?? index }));
  const coloured = list.map(({ xml, column }) => {
    const style = Number(attributeOf(xml.slice(0, xml.indexOf(">")), "s") ?? 0);
    if (columns.has(column)) return { column, xml: withAttribute(xml, "s", styles.filled(style)) };
    return { column, xml: styles.isMarked(style) ? withAttribute(xml, "s", styles.filled(style, false)) : xml };
  });
  const missing = [...columns].filter((column) => !list.some((cell) => cell.column === column)).map((column) => ({ column, xml: `<${prefix}c r="${columnLetters(column)}${number}" s="${styles.filled(0)}"/>` }));
  return [...coloured, ...missing].toSorted((a, b) => a.column - b.column).map(({ xml }) => xml).join("");
}

/** The parts of a workbook as texts and bytes, while it is changed. */
export class OpenWorkbook {
  readonly files: Map<string, Uint8Array>;
  readonly parts: Awaited<ReturnType<typeof workbookParts>>;

  constructor(files: Map<string, Uint8Array>, parts: Awaited<ReturnType<typeof workbookParts>>) {
    this.files = files;
    this.parts = parts;
  }

  static async open(zip: Zip, files: Map<string, Uint8Array>): Promise<OpenWorkbook> {
    return new OpenWorkbook(files, await workbookParts(zip));
  }

  text(name: string): string {
    const bytes = this.files.get(name);
    if (!bytes) throw new Refused("damaged");
    return new TextDecoder().decode(bytes);
  }

  change(name: string, change: (xml: string) => string): void {
    this.files.set(name, new TextEncoder().encode(change(this.text(name))));
  }

  /** Takes a sheet out, as a later copy replaces the problems of an earlier one. */
  removeSheet(name: string): void {
    const place = this.parts.sheets.findIndex((sheet) => sheet.name === name);
    const part = this.parts.sheets[place]?.part;
    if (!part) return;
    const target = part.slice(part.lastIndexOf("/") + 1);
    const [relation] = new RegExp(`<[\\w:]*Relationship\\b[^>]*${target.replaceAll(".", "\\.")}"[^>]*/>`).exec(this.text(relationsPart(this.parts.workbook))) ?? [];
    const id = relation && attributeOf(relation, "Id");
    if (!id) throw new Refused("damaged");
    this.change(relationsPart(this.parts.workbook), (xml) => xml.replace(relation, ""));
    this.change("[Content_Types].xml", (xml) => xml.replace(new RegExp(`<[\\w:]*Override\\b[^>]*"/${part.replaceAll(".", "\\.")}"[^>]*/>`), ""));
    this.change(this.parts.workbook, (xml) => moveNames(xml.replace(new RegExp(`<[\\w:]*sheet\\b[^>]*:id="${id}"[^>]*/>`), ""), (index) => (index === place ? null : index - (index > place ? 1 : 0))));
    this.files.delete(part);
    this.files.delete(relationsPart(part));
    this.parts.sheets.splice(place, 1);
  }

  /** Puts a sheet of ours before all others, and in front. */
  addFirst(sheet: SheetFile, styles: StyleSheet): void {
    const part = `${this.parts.workbook.replace(/[^/]*$/, "")}worksheets/open-commitments-problems.xml`;
    const workbook = this.text(this.parts.workbook);
    if (!workbook.includes(transitional)) throw new Refused("damaged");
    const ids = [...workbook.matchAll(/sheetId="(\d+)"/g)].map(([, id]) => Number(id));
    for (const { part: other } of this.parts.sheets) this.change(other, (xml) => xml.replace(/\stabSelected="[^"]*"/g, ""));
    const added = (prefix: string) => `<${prefix}sheet name="${escapeXml(sheet.name)}" sheetId="${Math.max(0, ...ids) + 1}" xmlns:r="${office}" r:id="rIdOpenCommitmentsProblems"/>`;
    this.change(this.parts.workbook, (xml) => moveNames(xml.replace(/<((?:\w+:)?)sheets\b[^>]*>/, (open, prefix: string) => open + added(prefix)), (index) => index + 1).replace(/\s(activeTab|firstSheet)="\d+"/g, ""));
    this.change(relationsPart(this.parts.workbook), (xml) => xml.replace(/<\/([\w:]*)Relationships>/, (close, prefix: string) => `<${prefix}Relationship Id="rIdOpenCommitmentsProblems" Type="${office}/worksheet" Target="/${part}"/>${close}`));
    this.change("[Content_Types].xml", (xml) => xml.replace(/<\/([\w:]*)Types>/, (close, prefix: string) => `<${prefix}Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>${close}`));
    this.files.set(part, new TextEncoder().encode(sheetXml(sheet, true, styles.looks())));
  }
}

/** Names defined for one sheet (print areas, filters) count sheets; they move along. Null: the name goes with its sheet. */
function moveNames(xml: string, move: (index: number) => number | null): string {
  return xml.replace(/<((?:\w+:)?)definedName\b[^>]*localSheetId="(\d+)"[^>]*>[\s\S]*?<\/\1definedName>/g, (whole, _, index: string) => {
    const moved = move(Number(index));
    return moved === null ? "" : withAttribute(whole, "localSheetId", moved);
  });
}
