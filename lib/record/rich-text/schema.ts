import { z } from "zod";
import { cleanText, locales } from "#lib/record/localized/schema.ts";

/**
 * A small rich text as a tree: paragraphs, two levels of headings, lists, tables, emphasis and links. It is what the editor
 * holds, what is stored and what every page and file is made of; whatever is not named here is dropped when it is parsed.
 */

/** The most characters of one document, in UTF-16 units. */
export const longestRichText = 200_000;
/** How many nodes may stand in each other: seven lists, which no reader could follow any more. */
export const deepestRichText = 18;
/** The most of each in the other: blocks of a document or a list, rows of a table, cells of a row, paragraphs of an item or a cell. */
const most = (count: number) => [count, "textTooLong"] as const;
const limits = { doc: most(2_000), list: most(1_000), listItem: most(50), table: most(1_000), tableRow: most(20), cell: most(50) };

/** Where a link may lead; anything else, `javascript:` above all, is refused, and what makes an address look like another one. */
export function isSafeAddress(address: string): boolean {
  if (address.length > 2_000 || !/^(https?:\/\/|mailto:)[^\s<>"\\\p{C}]+$/iu.test(address) || !URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return ["http:", "https:", "mailto:"].includes(protocol) && !username && !password;
}

const mark = z.discriminatedUnion("type", [
  z.object({ type: z.literal("bold") }),
  z.object({ type: z.literal("italic") }),
  z.object({ type: z.literal("link"), attrs: z.object({ href: z.string().max(2_000).refine(isSafeAddress, "url") }) }),
]);
const run = z.object({ type: z.literal("text"), text: z.string().overwrite(cleanText).min(1), marks: z.array(mark).max(3).optional() });
const inline = z.discriminatedUnion("type", [run, z.object({ type: z.literal("hardBreak") })]);
const paragraph = z.object({ type: z.literal("paragraph"), content: z.array(inline).optional() });
/** Below the heading of the section, which is the report's own. */
const heading = z.object({ type: z.literal("heading"), attrs: z.object({ level: z.union([z.literal(3), z.literal(4)]) }), content: z.array(inline).optional() });
const listItem = z.object({
  type: z.literal("listItem"),
  get content(): z.ZodType<(RichParagraph | RichList)[]> {
    return z.array(z.union([paragraph, list])).min(1).max(...limits.listItem);
  },
});
const list = z.object({ type: z.enum(["bulletList", "orderedList"]), content: z.array(listItem).min(1).max(...limits.list) });
const cellContent = { content: z.array(paragraph).min(1).max(...limits.cell) };
/** Every cell stands in one column and one row. */
const cell = z.object({ type: z.enum(["tableHeader", "tableCell"]), ...cellContent });
const row = z.object({ type: z.literal("tableRow"), content: z.array(cell).min(1).max(...limits.tableRow) });
const table = z.object({ type: z.literal("table"), content: z.array(row).min(1).max(...limits.table) });
const block = z.union([paragraph, heading, list, table]);
const document = z.object({ type: z.literal("doc"), content: z.array(block).min(1).max(...limits.doc) });

/**
 * How many characters stand in a tree and how many of its nodes in each other; any value. Measured level by level, not by walking down,
 * which a hostile depth would overflow; what lies deeper than a text may be is not looked at.
 */
export function measured(value: unknown): { length: number; depth: number } {
  let length = 0;
  let depth = 0;
  for (let level = [value]; level.length > 0 && depth <= deepestRichText + 1; depth += 1) {
    level = level.flatMap((node) => {
      if (typeof node !== "object" || node === null) return [];
      if ("text" in node && typeof node.text === "string") length += node.text.length;
      return "content" in node && Array.isArray(node.content) ? node.content : [];
    });
  }
  return { length, depth };
}

/** True when a tree is neither longer nor deeper than a text may be. */
function isMeasured(value: unknown): boolean {
  const { length, depth } = measured(value);
  return length <= longestRichText && depth <= deepestRichText + 1;
}

/** Refuses a text that is too long or too deep as `textTooLong`. */
export const richTextSchema = z.unknown().refine(isMeasured, { error: "textTooLong", abort: true }).pipe(document);

export type RichRun = z.infer<typeof run>;
export type RichInline = z.infer<typeof inline>;
export type RichParagraph = z.infer<typeof paragraph>;
export type RichHeading = z.infer<typeof heading>;
export type RichListItem = { type: "listItem"; content: (RichParagraph | RichList)[] };
export type RichList = { type: "bulletList" | "orderedList"; content: RichListItem[] };
export type RichTable = z.infer<typeof table>;
export type RichBlock = RichParagraph | RichHeading | RichList | RichTable;
export type RichText = { type: "doc"; content: RichBlock[] };

/** A rich text per language; only those that exist. */
export type LocalizedRichText = { [L in (typeof locales)[number]]?: RichText | undefined };
export const localizedRichTextSchema: z.ZodType<LocalizedRichText> = z.object({ ka: richTextSchema.optional(), en: richTextSchema.optional() });
