import { isVisible } from "#lib/record/localized/schema.ts";
import { localizeRichText } from "#lib/record/rich-text/rules.ts";
import type { LocalizedRichText, RichBlock, RichInline, RichList, RichParagraph, RichRun, RichTable } from "#lib/record/rich-text/schema.ts";
import type { Block, Cell, HeadingBlock, Inline, TextRun } from "./schema.ts";
import { onlyIn, paragraph, type Pen } from "./writing.ts";

type Marks = Pick<TextRun, "lang">;

/**
 * What the Secretariat wrote, in the pen's language or, marked, in another.
 * @param level of the heading under which it stands; its own headings follow below
 */
export function richBlocks(value: LocalizedRichText | null, level: number, pen: Pen): Block[] {
  const found = localizeRichText(value, pen.locale);
  if (!found) return [];
  const foreign = found.lang !== pen.locale;
  const marks: Marks = foreign ? { lang: found.lang } : {};
  const levels = headingLevels(found.text.content, level);
  const blocks = found.text.content.flatMap((block, index) => blocksOf(block, levels[index] ?? level + 1, marks));
  return foreign ? [...blocks, paragraph([onlyIn(found.lang, pen)], "note")] : blocks;
}

/** No level is left out on the way down, whatever the text begins with. */
function headingLevels(blocks: readonly RichBlock[], level: number): number[] {
  let major = false;
  return blocks.map((block) => {
    if (block.type !== "heading") return 0;
    major ||= block.attrs.level === 3;
    return Math.min(6, level + (block.attrs.level === 4 && major ? 2 : 1));
  });
}

function blocksOf(block: RichBlock, level: number, marks: Marks): Block[] {
  if (block.type === "paragraph") return paragraphOf(block, marks);
  if (block.type === "table") return [tableOf(block, marks)];
  if (block.type === "heading") {
    const heading: HeadingBlock = { type: "heading", level, id: null, number: null, content: runs(block.content, marks) };
    return isEmpty(heading.content) ? [] : [heading];
  }
  return [listOf(block, marks)];
}

function paragraphOf(block: RichParagraph, marks: Marks): Block[] {
  const content = runs(block.content, marks);
  return isEmpty(content) ? [] : [paragraph(content)];
}

function listOf(list: RichList, marks: Marks): Block {
  const items = list.content.map((item) => item.content.flatMap((child) => (child.type === "paragraph" ? paragraphOf(child, marks) : [listOf(child, marks)])));
  return { type: "list", ordered: list.type === "orderedList", items };
}

/** The first row is the header when all of its cells are; a cell's paragraphs stand in lines of their own. */
function tableOf(table: RichTable, marks: Marks): Block {
  const [first, ...others] = table.content;
  const hasHeader = others.length > 0 && (first?.content.every(({ type }) => type === "tableHeader") ?? false);
  const width = Math.max(1, ...table.content.map(({ content }) => content.length));
  const cells = table.content.map((row) => Array.from({ length: width }, (_, column): Cell => ({ content: cellRuns(row.content[column], marks) })));
  const columns = Array.from({ length: width }, (_, column) => ({ label: hasHeader ? (cells[0]?.[column]?.content ?? []) : [], align: "start" as const, width: 1 }));
  return { type: "table", name: null, caption: null, hasHeader, columns, rows: hasHeader ? cells.slice(1) : cells };
}

function cellRuns(cell: RichTable["content"][number]["content"][number] | undefined, marks: Marks): Inline[] {
  const bold = cell?.type === "tableHeader";
  return (cell?.content ?? []).flatMap((child, index): Inline[] => [
    ...(index > 0 ? [{ type: "break" } as const] : []),
    ...runs(child.content, marks).map((inline): Inline => (bold && inline.type === "text" ? { ...inline, bold: true } : inline)),
  ]);
}

function runs(content: readonly RichInline[] = [], marks: Marks): Inline[] {
  return content.map((inline): Inline => (inline.type === "text" ? textRun(inline, marks) : { type: "break" }));
}

function textRun({ text, marks = [] }: RichRun, own: Marks): TextRun {
  const link = marks.find((mark) => mark.type === "link");
  return {
    type: "text", text, ...own,
    ...(marks.some(({ type }) => type === "bold") ? { bold: true as const } : {}),
    ...(marks.some(({ type }) => type === "italic") ? { italic: true as const } : {}),
    ...(link?.type === "link" ? { href: link.attrs.href } : {}),
  };
}

function isEmpty(content: readonly Inline[]): boolean {
  return content.every((inline) => inline.type === "break" || (inline.type === "text" && !isVisible(inline.text)));
}
