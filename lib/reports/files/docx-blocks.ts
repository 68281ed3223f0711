import { AlignmentType, Bookmark, BorderStyle, HeadingLevel, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType, type IParagraphOptions } from "docx";
import type { Say } from "#lib/platform/i18n/translator.ts";
import { heldByXml, inlinesOf, type Bookmarks } from "./docx-inlines.ts";
import { bullets, continued, figures, headingFill, ruleColour } from "./docx-styles.ts";
import type { Block, ChartBlock, FactsBlock, HeadingBlock, Inline, ListBlock, TableBlock } from "./schema.ts";

const headingLevels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5, HeadingLevel.HEADING_6] as const;

/** Twentieths of a point between the margins of A4. */
export const textWidth = 9_070;

/** Tables of so many rows are kept on one page. */
const longestWhole = 8;

/** Where a block stands, and what it takes from there. */
interface Setting {
  width: number;
  paragraph: IParagraphOptions;
  /** How many lists it is inside of. */
  depth: number;
}

type Placed = Paragraph | Table;

/** Turns neutral blocks into Word's own: headings, numbered lists, tables with header rows. */
export class DocxWriter {
  private readonly bookmarks: Bookmarks;
  private readonly say: Say;
  private lists = 0;

  constructor(bookmarks: Bookmarks, say: Say) {
    this.bookmarks = bookmarks;
    this.say = say;
  }

  blocks(blocks: readonly Block[], setting: Setting = { width: textWidth, paragraph: {}, depth: 0 }): Placed[] {
    return blocks.flatMap((block) => this.block(block, setting));
  }

  private block(block: Block, setting: Setting): Placed[] {
    if (block.type === "heading") return [this.heading(block)];
    if (block.type === "paragraph") return [this.paragraph(block.content, { ...setting.paragraph, ...(block.look ? { style: lookStyle(block.look, setting) } : {}) })];
    if (block.type === "list") return this.list(block, setting);
    if (block.type === "facts") return this.apart(this.facts(block, setting));
    if (block.type === "table") return this.apart(this.table(block, setting));
    return this.apart(this.chart(block, setting));
  }

  /** Word joins two tables that nothing stands between, and a cell has to end with a paragraph. */
  private apart(placed: Placed[]): Placed[] {
    return [...placed, new Paragraph({ spacing: { before: 0, after: 0, line: 120 }, children: [] })];
  }

  private paragraph(content: readonly Inline[], options: IParagraphOptions = {}, base = {}): Paragraph {
    return new Paragraph({ ...options, children: inlinesOf(content, this.bookmarks, base) });
  }

  private heading({ level, id, number, content }: HeadingBlock): Paragraph {
    const children = [...(number ? [new TextRun(`${heldByXml(number)}\u00a0\u00a0`)] : []), ...inlinesOf(content, this.bookmarks)];
    const name = id ? this.bookmarks.get(id) : undefined;
    return new Paragraph({ heading: headingLevels[level - 1] ?? HeadingLevel.HEADING_6, children: name ? [new Bookmark({ id: name, children })] : children });
  }

  /** Each ordered list begins at 1 again. */
  private list({ ordered, items }: ListBlock, setting: Setting): Placed[] {
    const instance = (this.lists += 1);
    const level = Math.min(setting.depth, 8);
    const inside: Setting = { ...setting, depth: setting.depth + 1, paragraph: { ...setting.paragraph, indent: continued(level) } };
    return items.flatMap(([first, ...rest]) => {
      const numbered = { ...setting.paragraph, numbering: { reference: ordered ? figures : bullets, level, instance } };
      if (first?.type !== "paragraph") return this.blocks(first ? [first, ...rest] : rest, inside);
      return [this.paragraph(first.content, numbered), ...this.blocks(rest, inside)];
    });
  }

  private cell(children: Placed[], width: number, header = false): TableCell {
    const last = children.at(-1);
    return new TableCell({
      children: last instanceof Paragraph ? children : [...children, new Paragraph({ style: "TableText", children: [] })],
      width: { size: width, type: WidthType.DXA }, margins: { top: 40, bottom: 40, left: 90, right: 90 }, ...(header ? { shading: { fill: headingFill } } : {}),
    });
  }

  private grid(rows: TableRow[], widths: number[], headed: "firstRow" | "firstColumn" | null): Table {
    const line = { style: BorderStyle.SINGLE, size: 4, color: ruleColour };
    const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
    return new Table({
      rows, columnWidths: widths, layout: TableLayoutType.FIXED,
      tableLook: { firstRow: headed === "firstRow", firstColumn: headed === "firstColumn", noHBand: true, noVBand: true },
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      borders: { top: line, bottom: line, insideHorizontal: line, left: none, right: none, insideVertical: none },
    });
  }

  private facts({ facts }: FactsBlock, { width }: Setting): Placed[] {
    const widths = sharesOf([3, 7], width);
    const [label = 0, value = 0] = widths;
    const inside: Setting = { width: value - 180, paragraph: { style: "FactText" }, depth: 0 };
    const rows = facts.map((fact) => new TableRow({
      children: [this.cell([this.paragraph([{ type: "text", text: fact.label, bold: true }], { style: "FactText" })], label), this.cell(this.blocks(fact.value, inside), value)],
    }));
    return rows.length > 0 ? [this.grid(rows, widths, "firstColumn")] : [];
  }

  private table({ caption, hasHeader, columns, rows }: TableBlock, { width }: Setting): Placed[] {
    const widths = sharesOf(columns.map((column) => column.width), width);
    const alignment = columns.map(({ align }) => (align === "end" ? AlignmentType.RIGHT : AlignmentType.LEFT));
    const short = rows.length <= longestWhole;
    const cell = (content: readonly Inline[], index: number, header: boolean, together = header) => {
      const options: IParagraphOptions = { style: "TableText", alignment: alignment[index] ?? AlignmentType.LEFT, keepNext: together };
      return this.cell([this.paragraph(content, options, header ? { bold: true } : {})], widths[index] ?? 0, header);
    };
    const head = hasHeader ? [new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ label }, index) => cell(label, index, true)) })] : [];
    const body = rows.map((cells, row) => new TableRow({ children: cells.map(({ content }, index) => cell(content, index, false, short && row < rows.length - 1)) }));
    if (head.length + body.length === 0) return [];
    return [...(caption ? [new Paragraph({ style: "Caption", children: [new TextRun(heldByXml(caption))] })] : []), this.grid([...head, ...body], widths, hasHeader ? "firstRow" : null)];
  }

  /** A chart as the counts that it draws. */
  private chart({ axis, title, total, parts }: ChartBlock, setting: Setting): Placed[] {
    const label = (text: string): Inline[] => [{ type: "text", text }];
    const table: TableBlock = {
      type: "table", name: null, caption: title, hasHeader: true,
      columns: [
        { label: label(this.say(axis === "progress" ? "reports.summary.state" : "reports.summary.grade")), align: "start", width: 5 },
        { label: label(this.say("report-tables.columns.count")), align: "end", width: 3 },
      ],
      rows: [
        ...parts.map(({ sign, label: name, said }) => [{ content: [sign ?? name] }, { content: label(said) }]),
        [{ content: label(this.say("report-tables.columns.total")) }, { content: label(String(total)) }],
      ],
    };
    return this.table(table, setting);
  }
}

/** What stands beside the point is closer to what it follows within a fact. */
function lookStyle(look: "label" | "note", { paragraph }: Setting): string {
  if (look === "label") return "FactLabel";
  return paragraph.style === "FactText" ? "FactNote" : "Note";
}

/** A width divided by shares, in whole units that add up to it. */
function sharesOf(shares: readonly number[], width: number): number[] {
  const all = shares.reduce((sum, share) => sum + share, 0) || 1;
  const widths = shares.map((share) => Math.floor((share / all) * width));
  const rest = width - widths.reduce((sum, each) => sum + each, 0);
  return widths.map((each, index) => (index === widths.length - 1 ? each + rest : each));
}
