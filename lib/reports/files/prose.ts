import type { LocalizedRichText, RichBlock, RichInline, RichText } from "#lib/record/rich-text/schema.ts";
import { locales } from "#lib/record/localized/schema.ts";
import type { DataRow, Telling } from "./table-cells.ts";

/** In characters. A spreadsheet holds 32,767 UTF-16 units in a cell and calls a file with more damaged. */
const cellLength = /[^]{1,16000}/gu;

/** The words of a line, and where its links lead beside them. */
function lineOf(content: readonly RichInline[] = []): string {
  return content
    .map((inline) => {
      if (inline.type === "hardBreak") return "\n";
      const link = inline.marks?.find((mark) => mark.type === "link");
      return link?.type === "link" && link.attrs.href !== inline.text ? `${inline.text} (${link.attrs.href})` : inline.text;
    })
    .join("");
}

function rowsOf(block: RichBlock, telling: Telling): DataRow[] {
  // A text that no cell holds goes on in the next row.
  const row = (kind: string, text: string): DataRow[] => (text.trim() ? (text.match(cellLength) ?? []).map((piece) => ({ textKind: telling.say(`report-tables.textKinds.${kind}`), text: piece })) : []);
  if (block.type === "paragraph" || block.type === "heading") return row(block.type, lineOf(block.content));
  if (block.type === "table") return block.content.flatMap(({ content }) => row("tableRow", content.map((cell) => cell.content.map((paragraph) => lineOf(paragraph.content)).join("\n")).join(" | ")));
  return block.content.flatMap(({ content }) => content.flatMap((inner) => (inner.type === "paragraph" ? row("listItem", lineOf(inner.content)) : rowsOf(inner, telling))));
}

/** A rich text as rows of a table, in the reader's language, else in the other one. */
export function proseRows(telling: Telling, value: LocalizedRichText | null): DataRow[] {
  const text: RichText | undefined = value?.[telling.locale] ?? locales.map((locale) => value?.[locale]).find(Boolean);
  return text?.content.flatMap((block) => rowsOf(block, telling)) ?? [];
}
