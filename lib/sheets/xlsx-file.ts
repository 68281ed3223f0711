import { columnLetters } from "./cells.ts";
import { zipOf } from "./csv.ts";
import { escapeCell, escapeXml } from "./xml.ts";

/** Looks of cells; their order is their index in styles.xml. */
const looks = ["plain", "heading", "required", "text", "number", "title", "words", "wrong", "link"] as const;
export type Look = (typeof looks)[number];

export interface SheetCell {
  value: string | number | null;
  look: Look;
  /** A cell of this workbook to jump to: `'Milestones'!C5`. */
  link?: string;
}

export interface Choice {
  /** Cells it is offered in: `C2:C5000`. */
  cells: string;
  /** Cells that hold what may be chosen: `'Lists'!$A$2:$A$7`. */
  source: string;
  /** Warned of what is not among the choices; else they are only offered. */
  warned: boolean;
}

export interface SheetFile {
  name: string;
  columns: { width: number; look: Look }[];
  rows: (SheetCell | null)[][];
  frozen: boolean;
  choices?: Choice[];
  hidden?: boolean;
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The colour of a cell with a problem, light enough for black text. */
export const wrongColour = "FFFFD5C8";

function stylesXml(): string {
  const font = (more: string, size = 11, colour = "") => `<font>${more}<sz val="${size}"/>${colour}<name val="Calibri"/><family val="2"/></font>`;
  const fill = (colour: string) => `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
  const xf = (look: { format?: number; font?: number; fill?: number; border?: number }) =>
    `<xf numFmtId="${look.format ?? 49}" fontId="${look.font ?? 0}" fillId="${look.fill ?? 0}" borderId="${look.border ?? 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
  const cells = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>', xf({ fill: 2, border: 1 }), xf({ font: 1, fill: 2, border: 1 }), xf({}), xf({ format: 0 }), xf({ font: 2 }), xf({}), xf({ fill: 3 }), xf({ font: 3 })];
  const edge = (name: string, style = "") => (style ? `<${name} style="${style}"><color rgb="FF7A7A72"/></${name}>` : `<${name}/>`);
  return `${declaration}<styleSheet xmlns="${main}"><fonts count="4">${font("")}${font("<b/>")}${font("<b/>", 15)}${font("<u/>", 11, '<color rgb="FF0B5A5E"/>')}</fonts>
<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill("FFE9E6DC")}${fill(wrongColour)}</fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/>${edge("bottom", "thin")}<diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

function cellXml(name: string, value: string | number | null, style: number): string {
  if (value === null) return `<c r="${name}" s="${style}"/>`;
  if (typeof value === "number") return `<c r="${name}" s="${style}"><v>${value}</v></c>`;
  return `<c r="${name}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeCell(value)}</t></is></c>`;
}

/** Which style of a workbook a look is. In our own workbooks they stand in the order of {@link looks}. */
export type StyleOf = (look: Look) => number;
const ownStyle: StyleOf = (look) => looks.indexOf(look);

/** Letters of most scripts are wider than the figures by which columns are measured. */
const letterWidth = 1.15;
const [lineHeight, mostHeight] = [15, 409];

/** How high a row is for its longest cell, in points: not every program measures wrapped texts when it opens a file. Null: one line. */
function heightOf(cells: readonly (SheetCell | null)[], columns: SheetFile["columns"]): number | null {
  const lines = cells.map((cell, index) => {
    const width = columns[index]?.width ?? mostHeight;
    return typeof cell?.value === "string" ? cell.value.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * letterWidth) / width)), 0) : 1;
  });
  const most = Math.max(1, ...lines);
  return most > 1 ? Math.min(mostHeight, most * lineHeight) : null;
}

/** One row by its number; cells in our own looks, columns as wide as a screen, unless told otherwise. */
export function rowXml(cells: readonly (SheetCell | null)[], row: number, columns: SheetFile["columns"] = [], styleOf: StyleOf = ownStyle): string {
  const height = heightOf(cells, columns);
  return `<row r="${row}"${height ? ` ht="${height}"` : ""}>${cells.map((cell, column) => (cell ? cellXml(`${columnLetters(column)}${row}`, cell.value, styleOf(cell.look)) : "")).join("")}</row>`;
}

function choicesXml(choices: readonly Choice[]): string {
  if (choices.length === 0) return "";
  const each = choices.map(({ cells, source, warned }) => `<dataValidation type="list" allowBlank="1" errorStyle="warning" showErrorMessage="${warned ? 1 : 0}" sqref="${cells}"><formula1>${escapeXml(source)}</formula1></dataValidation>`);
  return `<dataValidations count="${choices.length}">${each.join("")}</dataValidations>`;
}

/** Links from cells into the workbook. */
function linksXml(rows: SheetFile["rows"]): string {
  const links = rows.flatMap((cells, row) => cells.flatMap((cell, column) => (cell?.link ? [`<hyperlink ref="${columnLetters(column)}${row + 1}" location="${escapeXml(cell.link)}"/>`] : [])));
  return links.length > 0 ? `<hyperlinks>${links.join("")}</hyperlinks>` : "";
}

/** One sheet's part; the selected one is in front. */
export function sheetXml({ columns, rows, frozen, choices = [] }: SheetFile, selected: boolean, styleOf: StyleOf = ownStyle): string {
  const view = `<sheetView workbookViewId="0"${selected ? ' tabSelected="1"' : ""}>${frozen ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' : ""}</sheetView>`;
  const cols = columns.map(({ width, look }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${styleOf(look)}" customWidth="1"/>`).join("");
  return `${declaration}<worksheet xmlns="${main}" xmlns:r="${office}"><sheetViews>${view}</sheetViews><sheetFormatPr defaultRowHeight="15"/>${cols && `<cols>${cols}</cols>`}<sheetData>${rows.map((cells, index) => rowXml(cells, index + 1, columns, styleOf)).join("")}</sheetData>${choicesXml(choices)}${linksXml(rows)}</worksheet>`;
}

/** What stands before and after the rows of a plain sheet with headings that stay in sight. */
export function sheetFrame(columns: number, selected: boolean): [before: string, after: string] {
  const [before = "", after = ""] = sheetXml({ name: "", columns: Array.from({ length: columns }, () => ({ width: 24, look: "text" })), rows: [], frozen: true }, selected).split("</sheetData>");
  return [before, `</sheetData>${after}`];
}

function workbookXml(sheets: readonly Pick<SheetFile, "name" | "hidden">[]): string {
  const each = sheets.map(({ name, hidden }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${index + 1}"/>`);
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${each.join("")}</sheets></workbook>`;
}

/** Every part of a workbook but its sheets, which are `xl/worksheets/sheet1.xml` and so on. */
export function workbookFrame(names: readonly string[], hidden: readonly boolean[] = []): Record<string, string> {
  const part = (index: number) => `worksheets/sheet${index + 1}.xml`;
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (list: string[]) => `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join("")}</Relationships>`;
  const type = (name: string, kind: string) => `<Override PartName="/xl/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const types = [type("workbook.xml", "sheet.main"), type("styles.xml", "styles"), ...names.map((_, index) => type(part(index), "worksheet"))];
  return {
    "[Content_Types].xml": `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join("")}</Types>`,
    "_rels/.rels": relations([relation("rId1", "officeDocument", "xl/workbook.xml")]),
    "xl/workbook.xml": workbookXml(names.map((name, index) => ({ name, hidden: hidden[index] }))),
    "xl/_rels/workbook.xml.rels": relations([...names.map((_, index) => relation(`rId${index + 1}`, "worksheet", part(index))), relation("rIdStyles", "styles", "styles.xml")]),
    "xl/styles.xml": stylesXml(),
  };
}

/** Puts sheets together as an XLSX file, the first one in front. Texts are written as texts, never as formulas. */
export function xlsxOf(sheets: readonly SheetFile[]): Uint8Array {
  const frame = workbookFrame(sheets.map(({ name }) => name), sheets.map(({ hidden }) => hidden === true));
  return zipOf({ ...frame, ...Object.fromEntries(sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, index === 0)])) });
}

/** A sheet's name as formulas and links need it. */
export function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}
