import { localize, type Locale, type Localized } from "#lib/record/localized/schema.ts";
import { formatDate } from "#lib/platform/i18n/formats.ts";
import type { Say } from "#lib/platform/i18n/translator.ts";
import type { Block, Inline, ParagraphBlock, TextRun } from "./schema.ts";

/** In which language a document is written, and by whose words. */
export interface Pen {
  locale: Locale;
  say: Say;
  /** Where this site is reached, without a slash at the end. */
  site: string;
}

type Look = Pick<TextRun, "bold" | "italic" | "soft" | "code" | "href" | "to">;

/** One of our own words. */
export function run(text: string, look: Look = {}): TextRun {
  return { type: "text", text, ...look };
}

/** A public text within a sentence: in the pen's language or, marked, in another. Nothing when no language has it. */
export function runsOf(value: Localized | null | undefined, pen: Pen, look: Look = {}): TextRun[] {
  const found = localize(value, pen.locale);
  if (!found) return [];
  return [{ type: "text", text: oneLine(found.text), ...(found.lang === pen.locale ? {} : { lang: found.lang }), ...look }];
}

/** As {@link runsOf}, with "not stated" where there is no text. */
export function statedRuns(value: Localized | null | undefined, pen: Pen, look: Look = {}): TextRun[] {
  const runs = runsOf(value, pen, look);
  return runs.length ? runs : [notStated(pen)];
}

export function notStated(pen: Pen): TextRun {
  return run(pen.say("ui.notStated"), { soft: true });
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").trim();
}

/** Public text of several paragraphs, set apart by blank lines; a text in another language says so after its last one. */
export function paragraphsOf(value: Localized | null | undefined, pen: Pen, look?: ParagraphBlock["look"]): ParagraphBlock[] {
  const found = localize(value, pen.locale);
  if (!found) return [];
  const lang = found.lang === pen.locale ? {} : { lang: found.lang };
  const texts = found.text.split(/\n[^\S\n]*\n\s*/).map((text) => text.trim()).filter(Boolean);
  const paragraphs = texts.map((text) => paragraph(linesOf(text).map((line) => (line.type === "text" ? { ...line, ...lang } : line)), look));
  if (lang.lang) paragraphs.at(-1)?.content.push(onlyIn(lang.lang, pen));
  return paragraphs;
}

/** A text whose line ends are meant: as runs with breaks between them. */
export function linesOf(text: string): Inline[] {
  return text.split("\n").flatMap((line, index): Inline[] => [...(index > 0 ? [{ type: "break" } as const] : []), ...(line.trim() ? [run(line.trim())] : [])]);
}

/** "(in Georgian only)" after a text that the pen's language lacks. */
export function onlyIn(lang: Locale, pen: Pen): TextRun {
  return run(` (${pen.say(`ui.onlyIn.${lang}`)})`, { soft: true });
}

export function paragraph(content: Inline[], look?: ParagraphBlock["look"]): ParagraphBlock {
  return { type: "paragraph", content, ...(look ? { look } : {}) };
}

/** A paragraph of our own words. */
export function sentence(text: string, look?: ParagraphBlock["look"]): ParagraphBlock {
  return paragraph([run(text)], look);
}

/** One item for each; a single one is no list. */
export function listOf(items: readonly Inline[][]): Block[] {
  if (items.length < 2) return items.map((item) => paragraph(item));
  return [{ type: "list", ordered: false, items: items.map((item) => [paragraph(item)]) }];
}

/** What stands between the inlines of each item and the next. */
export function joined(items: readonly Inline[][], between: Inline | string = ", "): Inline[] {
  return items.filter((item) => item.length > 0).flatMap((item, index) => (index > 0 ? [typeof between === "string" ? run(between) : between, ...item] : item));
}

/** The day in Tbilisi of an instant, in words. */
export function dayInWords(instant: string, pen: Pen): string {
  return formatDate(new Date(instant), pen.locale);
}

/** A page of this site in the pen's language: "/plans/x". */
export function pageAddress(path: string, pen: Pen): string {
  return `${pen.site}/${pen.locale}${path}`;
}
