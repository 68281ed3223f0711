import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { tidy, type Block, type SpannedCell } from "../tables/rules.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** What is never text that a reader sees. */
const unseen = new Set(["script", "style", "template", "noscript", "head", "title", "iframe", "object", "svg", "math", "select", "textarea", "button"]);
const ownLine = new Set(["p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer", "main", "blockquote", "pre", "dl", "dt", "dd", "table", "tr", "hr", "address", "figure", "caption"]);

/** Elements that need no end, or that the next of their kind ends. */
const endless = new Set(["p", "li", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "dt", "dd", "br", "img", "input", "meta", "link", "hr", "col", "colgroup", "area", "base", "embed", "source", "track", "wbr", "html", "head", "body"]);

/** True when elements stand in each other deeper than in any document: reading such a page takes a time that grows with its square. */
export function nestsTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, end, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (endless.has(name.toLowerCase())) continue;
    depth = end ? Math.max(0, depth - 1) : depth + 1;
    if (depth > 1_000) return true;
  }
  return false;
}

const isElement = (node: Node): node is Element => "tagName" in node;
const childrenOf = (node: Node): Node[] => ("childNodes" in node ? node.childNodes : []);
const numberOf = (element: Element, name: string) => Number.parseInt(element.attrs.find((attr) => attr.name === name)?.value ?? "", 10);

/** The element itself and what is in it, in reading order, without recursion: a page may nest deep. */
function* walk(root: Node, enters: (element: Element) => boolean): Generator<{ node: Node; leaves: boolean }> {
  const stack: { node: Node; leaves: boolean }[] = [{ node: root, leaves: false }];
  for (let step = stack.pop(); step; step = stack.pop()) {
    yield step;
    if (step.leaves || (isElement(step.node) && step.node !== root && !enters(step.node))) continue;
    stack.push({ node: step.node, leaves: true });
    const children = childrenOf(step.node);
    for (let index = children.length - 1; index >= 0; index -= 1) stack.push({ node: children[index] as Node, leaves: false });
  }
}

/** The words of an element; items of a numbered list with their numbers, where it has more than one. */
function textOf(root: Node): string {
  const lists: { next: number | null }[] = [];
  let text = "";
  for (const { node, leaves } of walk(root, (element) => !unseen.has(element.tagName))) {
    if (!isElement(node)) text += node.nodeName === "#text" && "value" in node && !leaves ? node.value.replace(/\s+/g, " ") : "";
    else if (node.tagName === "br") text += leaves ? "" : "\n";
    else if (unseen.has(node.tagName)) continue;
    else if (ownLine.has(node.tagName)) text += `\n${leaves ? "" : markOf(node, lists)}`;
    if (leaves && isElement(node) && (node.tagName === "ol" || node.tagName === "ul")) lists.pop();
  }
  return tidy(text);
}

/** Opens a list or counts its next item. A list of one item gets no number: Word makes such lists of cells that it numbers across rows. */
function markOf(element: Element, lists: { next: number | null }[]): string {
  if (element.tagName === "ol" || element.tagName === "ul") {
    const items = element.childNodes.filter((child) => isElement(child) && child.tagName === "li").length;
    lists.push({ next: element.tagName === "ol" && items > 1 ? numberOf(element, "start") || 1 : null });
  }
  const list = lists.at(-1);
  if (element.tagName !== "li" || !list || list.next === null) return "";
  list.next += 1;
  return `${list.next - 1}) `;
}

function rowsOf(table: Element): Element[] {
  const rows: Element[] = [];
  for (const { node, leaves } of walk(table, (element) => element.tagName !== "td" && element.tagName !== "th")) if (!leaves && isElement(node) && node.tagName === "tr") rows.push(node);
  return rows;
}

const cellsOf = (row: Element): Element[] => row.childNodes.filter((child): child is Element => isElement(child) && (child.tagName === "td" || child.tagName === "th"));

/** A table whose cells hold tables only arranges the page. */
function arranges(table: Element): boolean {
  for (const { node, leaves } of walk(table, () => true)) if (!leaves && node !== table && isElement(node) && node.tagName === "table") return true;
  return false;
}

function spanned(table: Element): SpannedCell[][] {
  return rowsOf(table).map((row) => cellsOf(row).map((cell) => ({ text: textOf(cell), rows: numberOf(cell, "rowspan") || 1, columns: numberOf(cell, "colspan") || 1 })));
}

/** A page's paragraphs and tables. Nothing of the page is ever run or shown as a page: only its words are taken. */
export function pageBlocks(html: string): Block[] {
  const blocks: Block[] = [];
  let words = "";
  const endParagraph = () => {
    const paragraph = tidy(words);
    if (paragraph) blocks.push(...paragraph.split("\n").map((line) => ({ paragraph: line })));
    words = "";
  };
  const root = parse(html).childNodes.find((node) => node.nodeName === "html");
  if (!root) return [];
  const inner = (element: Element) => !unseen.has(element.tagName) && (element.tagName !== "table" || arranges(element));
  for (const { node, leaves } of walk(root, inner)) {
    if (!isElement(node)) words += node.nodeName === "#text" && "value" in node && !leaves ? node.value.replace(/\s+/g, " ") : "";
    else if (node.tagName === "table" && !inner(node)) {
      endParagraph();
      if (!leaves) blocks.push({ table: spanned(node) });
    } else if (node.tagName === "br" || ownLine.has(node.tagName)) endParagraph();
  }
  endParagraph();
  return blocks;
}
