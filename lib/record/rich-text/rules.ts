import { cleanText, isVisible, locales, type Locale } from "#lib/record/localized/schema.ts";
import {
  deepestRichText, isSafeAddress, measured,
  type LocalizedRichText, type RichBlock, type RichInline, type RichList, type RichListItem, type RichParagraph, type RichRun, type RichText,
} from "./schema.ts";

/** True when nothing of it could be read: no document, or one of empty paragraphs, lists and tables. */
export function isBlankRichText(value: RichText | null | undefined): boolean {
  return !value || !isVisible(plainTextOf(value));
}

/** True when it could be read in no language. */
export function isBlankLocalizedRichText(value: LocalizedRichText | null | undefined): boolean {
  return locales.every((locale) => isBlankRichText(value?.[locale]));
}

/** For the database: drops blank languages; null when nothing is left, so that "not stated" has one form. */
export function compactRichText(value: LocalizedRichText | null | undefined): LocalizedRichText | null {
  const kept = locales.flatMap((locale) => (isBlankRichText(value?.[locale]) ? [] : [[locale, value?.[locale]] as const]));
  return kept.length ? (Object.fromEntries(kept) as LocalizedRichText) : null;
}

/** The languages in which there is something to read. */
export function languagesOf(value: LocalizedRichText | null | undefined): Locale[] {
  return locales.filter((locale) => !isBlankRichText(value?.[locale]));
}

/** The text in the language asked for, else in another, with the language it really is in; null when there is none. */
export function localizeRichText(value: LocalizedRichText | null | undefined, locale: Locale): { text: RichText; lang: Locale } | null {
  for (const lang of [locale, ...locales]) {
    const text = value?.[lang];
    if (text && !isBlankRichText(text)) return { text, lang };
  }
  return null;
}

/** A plain text as a rich one: paragraphs end at blank lines, a line that ends inside one stays a line. Null when it is blank. */
export function richTextOf(plain: string): RichText | null {
  const paragraphs = cleanText(plain).split(/\n[^\S\n]*\n\s*/).map((text) => text.trim()).filter(Boolean);
  if (paragraphs.length === 0) return null;
  return { type: "doc", content: paragraphs.map((text): RichParagraph => ({ type: "paragraph", content: linesOf(text) })) };
}

function linesOf(text: string): RichInline[] {
  return text.split("\n").flatMap((line, index): RichInline[] => [...(index > 0 ? [{ type: "hardBreak" } as const] : []), ...(line ? [{ type: "text", text: line } as const] : [])]);
}

/** What is read, without its form: for search, comparison and counting. Blocks stand apart by a blank line, cells by a tab. */
export function plainTextOf(value: RichText): string {
  return value.content.map(plainBlock).join("\n\n");
}

function plainBlock(block: RichBlock): string {
  if (block.type === "paragraph" || block.type === "heading") return plainRuns(block.content);
  if (block.type === "table") return block.content.map((row) => row.content.map((cell) => cell.content.map(plainBlock).join("\n")).join("\t")).join("\n");
  return block.content.map((item) => item.content.map(plainBlock).join("\n")).join("\n");
}

function plainRuns(content: readonly RichInline[] = []): string {
  return content.map((inline) => (inline.type === "text" ? inline.text : "\n")).join("");
}

/** How many characters a document has of the `longestRichText` it may have. */
export function lengthOf(value: RichText): number {
  return measured(value).length;
}

/** The address that a person means by what they typed: `www.ge` is a page, `nino@ge.ge` a mailbox. Null when a link may not lead there. */
export function linkAddress(typed: string): string | null {
  const text = typed.trim();
  const mailbox = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text);
  const address = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text) ? text : mailbox ? `mailto:${text}` : `https://${text}`;
  const host = /^mailto:/i.test(address) || /^https?:\/\/[^/?#]*[.:][^/?#]/i.test(address);
  return host && isSafeAddress(address) ? address : null;
}

/**
 * What of any value is a rich text: nodes, attributes and marks that are not named in the schema are left out, a link that may
 * not lead where it says is its words, what stands too deep moves up. The schema accepts the result, unless there is too much of it;
 * null when nothing is left.
 */
export function withoutUnsafe(value: unknown): RichText | null {
  const content = childrenOf(value).flatMap((node) => safeBlock(node));
  return content.length > 0 ? { type: "doc", content } : null;
}

/** What a writer has written: without the empty paragraphs that an editor leaves at the end. Undefined when that is nothing. */
export function written(value: unknown): RichText | undefined {
  const text = withoutUnsafe(value);
  const last = text?.content.findLastIndex((block) => block.type !== "paragraph" || block.content?.length) ?? -1;
  return text && last >= 0 ? { type: "doc", content: text.content.slice(0, last + 1) } : undefined;
}

interface LooseNode {
  type?: unknown;
  text?: unknown;
  attrs?: unknown;
  marks?: unknown;
  content?: unknown;
}

function childrenOf(node: unknown): LooseNode[] {
  const content = typeof node === "object" && node !== null && "content" in node ? node.content : [];
  return Array.isArray(content) ? content.filter((child): child is LooseNode => typeof child === "object" && child !== null) : [];
}

function safeBlock(node: LooseNode): RichBlock[] {
  switch (node.type) {
    case "paragraph": return [safeParagraph(node)];
    case "heading": return [{ type: "heading", attrs: { level: attribute(node.attrs, "level") === 4 ? 4 : 3 }, ...safeRuns(node) }];
    case "bulletList":
    case "orderedList": return safeList(node, 1);
    case "table": return safeTable(node);
    default: return [];
  }
}

function attribute(attrs: unknown, name: string): unknown {
  return typeof attrs === "object" && attrs !== null ? (attrs as Record<string, unknown>)[name] : undefined;
}

function safeParagraph(node: LooseNode): RichParagraph {
  return { type: "paragraph", ...safeRuns(node) };
}

function safeRuns(node: LooseNode): { content?: RichInline[] } {
  const content = childrenOf(node).flatMap((child): RichInline[] => {
    if (child.type === "hardBreak") return [{ type: "hardBreak" }];
    const text = child.type === "text" && typeof child.text === "string" ? cleanText(child.text) : "";
    const marks = safeMarks(child.marks);
    return text ? [{ type: "text", text, ...(marks.length ? { marks } : {}) }] : [];
  });
  return content.length ? { content } : {};
}

function safeMarks(marks: unknown): NonNullable<RichRun["marks"]> {
  const found = Array.isArray(marks) ? marks.filter((mark): mark is LooseNode => typeof mark === "object" && mark !== null) : [];
  const href = attribute(found.find(({ type }) => type === "link")?.attrs, "href");
  return [
    ...(["bold", "italic"] as const).filter((type) => found.some((mark) => mark.type === type)).map((type) => ({ type })),
    ...(typeof href === "string" && isSafeAddress(href) ? [{ type: "link" as const, attrs: { href } }] : []),
  ];
}

/** Two levels of the tree make one of the list. */
const deepestList = Math.floor((deepestRichText - 2) / 2);

function safeList(node: LooseNode, depth: number): RichList[] {
  const items = childrenOf(node).filter(({ type }) => type === "listItem");
  const content = items.flatMap((item): RichListItem[] => {
    const inside = childrenOf(item).flatMap((child) => safeItem(child, depth));
    return inside.length ? [{ type: "listItem", content: inside }] : [];
  });
  return content.length ? [{ type: node.type === "orderedList" ? "orderedList" : "bulletList", content }] : [];
}

function safeItem(node: LooseNode, depth: number): (RichParagraph | RichList)[] {
  if (node.type === "paragraph") return [safeParagraph(node)];
  const list = node.type === "bulletList" || node.type === "orderedList";
  return list && depth < deepestList ? safeList(node, depth + 1) : paragraphsIn(node);
}

/** Every paragraph below a node, found without walking down by calls. */
function paragraphsIn(node: LooseNode): RichParagraph[] {
  const found: RichParagraph[] = [];
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === "paragraph" || next.type === "heading") found.push(safeParagraph(next));
    else waiting.push(...childrenOf(next).reverse());
  }
  return found;
}

/** Rows are as wide as the widest: a cell that reached over others leaves empty ones. */
function safeTable(node: LooseNode): RichBlock[] {
  const rows = childrenOf(node).filter(({ type }) => type === "tableRow");
  const cells = rows.map((row) => childrenOf(row).filter(({ type }) => type === "tableHeader" || type === "tableCell"));
  const width = Math.max(0, ...cells.map((row) => row.length));
  if (width === 0) return [];
  const content = cells.map((row) => ({
    type: "tableRow" as const,
    content: Array.from({ length: width }, (_, column) => safeCell(row[column], row.every(({ type }) => type === "tableHeader") && row.length > 0)),
  }));
  return [{ type: "table", content }];
}

function safeCell(node: LooseNode | undefined, header: boolean) {
  const paragraphs = childrenOf(node).filter(({ type }) => type === "paragraph").map(safeParagraph);
  const type = (node ? node.type === "tableHeader" : header) ? ("tableHeader" as const) : ("tableCell" as const);
  return { type, content: paragraphs.length ? paragraphs : [{ type: "paragraph" as const }] };
}
