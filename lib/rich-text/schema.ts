import { z } from "zod";
import { cleanText, locales } from "#lib/localized/schema.ts";

/**
 * A small rich text as a tree: paragraphs, two levels of headings, lists, tables, emphasis and links. It is what the editor
 * holds, what is stored and what every page and file is made of; whatever is not named here is dropped when it is parsed.
 */

/** Where a link may lead; anything else, `javascript:` above all, is refused. */
export function isSafeAddress(address: string): boolean {
  return /^(https?:\/\/|mailto:)[^\s<>"]+$/i.test(address) && URL.canParse(address);
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
    return z.array(z.union([paragraph, list])).min(1).max(50);
  },
});
const list = z.object({ type: z.enum(["bulletList", "orderedList"]), content: z.array(listItem).min(1).max(200) });
const cellContent = { content: z.array(paragraph).min(1).max(20) };
/** Every cell stands in one column and one row. */
const cell = z.object({ type: z.enum(["tableHeader", "tableCell"]), ...cellContent });
const row = z.object({ type: z.literal("tableRow"), content: z.array(cell).min(1).max(20) });
const table = z.object({ type: z.literal("table"), content: z.array(row).min(1).max(200) });
const block = z.union([paragraph, heading, list, table]);

export const richTextSchema = z.object({ type: z.literal("doc"), content: z.array(block).min(1).max(2_000) });

export type RichRun = z.infer<typeof run>;
export type RichInline = z.infer<typeof inline>;
export type RichParagraph = z.infer<typeof paragraph>;
export type RichListItem = { type: "listItem"; content: (RichParagraph | RichList)[] };
export type RichList = { type: "bulletList" | "orderedList"; content: RichListItem[] };
export type RichTable = z.infer<typeof table>;
export type RichBlock = RichParagraph | z.infer<typeof heading> | RichList | RichTable;
export type RichText = { type: "doc"; content: RichBlock[] };

/** A rich text per language; only those that exist. */
export type LocalizedRichText = { [L in (typeof locales)[number]]?: RichText | undefined };
export const localizedRichTextSchema: z.ZodType<LocalizedRichText> = z.object({ ka: richTextSchema.optional(), en: richTextSchema.optional() });
