import { AlignmentType, Document, Footer, Header, Packer, PageBreak, PageNumber, Paragraph, TabStopType, TableOfContents, TextRun, type FileChild } from "docx";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { DocxWriter, textWidth } from "./docx-blocks.ts";
import { heldByXml, inlinesOf } from "./docx-inlines.ts";
import { settledDocx } from "./docx-package.ts";
import { languageTags, numbering, otherFonts, stylesOf, textFont } from "./docx-styles.ts";
import type { Block, ReportDocument } from "./schema.ts";

/** Ids of all headings that something may lead to, wherever they stand. */
function headingIds(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === "heading") return block.id ? [block.id] : [];
    if (block.type === "list") return block.items.flatMap(headingIds);
    return block.type === "facts" ? block.facts.flatMap(({ value }) => headingIds(value)) : [];
  });
}

/** What stands on every page: which report and version this is, and which page of how many. */
function margins({ title, version, words }: ReportDocument) {
  const tabs = { tabStops: [{ type: TabStopType.RIGHT, position: textWidth }] };
  const numbers: Record<string, typeof PageNumber.CURRENT | typeof PageNumber.TOTAL_PAGES> = { "{page}": PageNumber.CURRENT, "{pages}": PageNumber.TOTAL_PAGES };
  const place = words.page.split(/(\{pages?\})/).map((piece) => numbers[piece] ?? piece);
  return {
    headers: { default: new Header({ children: [new Paragraph({ style: "Header", ...tabs, children: inlinesOf([title], new Map()) })] }) },
    footers: { default: new Footer({ children: [new Paragraph({ style: "Footer", ...tabs, children: [new TextRun(version), new TextRun({ children: ["\t", ...place] })] })] }) },
  };
}

/**
 * The report as a Word file to work on: Word's own heading styles, lists, tables with header rows, links, a contents list
 * that Word fills with page numbers. The same document gives the same bytes.
 */
export async function makeDocx(document: ReportDocument): Promise<Uint8Array> {
  const { locale, kind, title, author, cover, body, words, publishedAt } = document;
  const bookmarks = new Map([...new Set(headingIds([...cover, ...body]))].map((id, index) => [id, `_s${index + 1}`]));
  const writer = new DocxWriter(bookmarks, await translatorFor(locale));
  const children: FileChild[] = [
    new Paragraph({ style: "Subtitle", children: [new TextRun(kind)] }), new Paragraph({ style: "Title", children: inlinesOf([title], bookmarks) }), ...writer.blocks(cover),
    new Paragraph({ style: "ContentsHeading", pageBreakBefore: true, children: [new TextRun(words.contents)] }), new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: "1-3" }),
    new Paragraph({ alignment: AlignmentType.LEFT, children: [new PageBreak()] }), ...writer.blocks(body),
  ];
  const file = new Document({
    title: heldByXml(title.text), subject: heldByXml(kind), creator: heldByXml(author), lastModifiedBy: heldByXml(author), description: document.address, styles: stylesOf(locale), numbering,
    sections: [{ properties: { page: { size: { width: 11_906, height: 16_838 }, margin: { top: 1_418, bottom: 1_418, left: 1_418, right: 1_418, header: 700, footer: 700 } } }, ...margins(document), children }],
  });
  return settledDocx(await Packer.toBuffer(file), { publishedAt, language: languageTags[locale], font: textFont, otherFonts });
}
