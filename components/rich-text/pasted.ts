/**
 * HTML from a word processor or another page as the editor can take it: headings on its two levels, a list that Word calls paragraphs
 * as a list, and every cell in one column and one row. The document is parsed apart from the page and never shown; nothing in it runs.
 */
export function pasted(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const element of body.querySelectorAll("script, style, template")) element.remove();
  for (const heading of body.querySelectorAll("h1, h2, h5, h6")) rename(heading, /[12]/.test(heading.tagName) ? "h3" : "h4");
  listsOfWord(body);
  for (const inner of body.querySelectorAll("table table")) inner.replaceWith(...[...inner.querySelectorAll("td, th")].flatMap((cell) => [...cell.childNodes]));
  for (const cell of body.querySelectorAll("td, th")) flatten(cell);
  for (const table of body.querySelectorAll("table")) spread(table);
  return body.innerHTML;
}

function rename(element: Element, tag: string): void {
  const other = element.ownerDocument.createElement(tag);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

const blocks = "p, h1, h2, h3, h4, h5, h6, ul, ol, li, div, blockquote, pre";

/** A cell holds paragraphs alone; anything else in it would tear its table apart. */
function flatten(cell: Element): void {
  for (const block of [...cell.querySelectorAll(blocks)].reverse()) {
    if (block.querySelector(blocks)) block.replaceWith(...block.childNodes);
    else rename(block, "p");
  }
}

/** A cell that reached over others stands at its first place, with empty ones at the rest. */
function spread(table: HTMLTableElement): void {
  const rows = [...table.rows];
  for (const [index, row] of rows.entries()) {
    for (const cell of [...row.cells]) {
      const [across, down] = [Math.min(cell.colSpan, 20), Math.min(cell.rowSpan, rows.length - index)];
      const place = cell.cellIndex;
      cell.colSpan = 1;
      cell.rowSpan = 1;
      for (let more = 1; more < across; more += 1) cell.after(cell.ownerDocument.createElement(cell.tagName));
      for (let below = 1; below < down; below += 1) for (let more = 0; more < across; more += 1) insertAt(rows[index + below], place, cell);
    }
  }
}

function insertAt(row: HTMLTableRowElement | undefined, place: number, like: HTMLTableCellElement): void {
  row?.insertBefore(like.ownerDocument.createElement(like.tagName), row.cells[place] ?? null);
}

/** Word writes an item as a paragraph with its bullet or number as text before it. */
function listsOfWord(body: HTMLElement): void {
  let open: { list: Element; level: number }[] = [];
  let last: Element | null = null;
  for (const paragraph of [...body.querySelectorAll("p")]) {
    const level = Number(/mso-list:[^;]*level(\d)/i.exec(paragraph.getAttribute("style") ?? "")?.[1] ?? 0);
    if (level === 0) continue;
    if (paragraph.previousElementSibling !== last) open = [];
    const marker = [...paragraph.querySelectorAll("span")].find((span) => /mso-list:\s*ignore/i.test(span.getAttribute("style") ?? ""));
    const tag = /^[\p{L}\d]{1,4}[.)]/u.test(marker?.textContent.trim() ?? "") ? "ol" : "ul";
    marker?.remove();
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    let list = open.at(-1)?.level === level ? open.at(-1)?.list : undefined;
    if (!list) {
      list = body.ownerDocument.createElement(tag);
      const item = open.at(-1)?.list.lastElementChild;
      if (item) item.append(list);
      else paragraph.before(list);
      open.push({ list, level });
    }
    const item = body.ownerDocument.createElement("li");
    list.append(item);
    item.append(paragraph);
    last = open[0]?.list ?? null;
  }
}
