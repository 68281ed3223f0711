import { ExternalHyperlink, InternalHyperlink, TextRun, type IRunOptions, type ParagraphChild } from "docx";
import { languageTags, softColour } from "./docx-styles.ts";
import type { Inline, SignShape, TextRun as Run } from "./schema.ts";

/** Names of bookmarks by the ids of headings: Word takes no hyphens in them, and no more than 40 letters. */
export type Bookmarks = ReadonlyMap<string, string>;

const shapes: Record<SignShape, string> = { empty: "○", half: "◐", full: "●", paused: "‖", crossed: "✕", none: "◌" };

/** Letters of no text font: the reader's system has them in this one or in its own. */
const symbols = { font: "Segoe UI Symbol" };

/** A text without what XML cannot hold and nobody sees. */
export function heldByXml(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").toWellFormed();
}

/** A text with its line ends. */
function runsOf(text: string, look: IRunOptions): TextRun[] {
  const lines = heldByXml(text).split("\n");
  return lines.map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}

function lookOf({ bold, italic, soft, code, lang }: Run): IRunOptions {
  return {
    ...(bold ? { bold } : {}), ...(italic ? { italics: true } : {}), ...(soft ? { color: softColour } : {}), ...(code ? { font: "Consolas", size: 18, noProof: true } : {}),
    ...(lang ? { language: { value: languageTags[lang] } } : {}),
  };
}

function textOf(run: Run, base: IRunOptions, bookmarks: Bookmarks): ParagraphChild[] {
  const anchor = run.to ? bookmarks.get(run.to) : undefined;
  const linked = run.href || anchor ? { style: "Hyperlink" } : {};
  const runs = runsOf(run.text, { ...base, ...lookOf(run), ...linked });
  if (run.href) return [new ExternalHyperlink({ link: heldByXml(run.href), children: runs })];
  return anchor ? [new InternalHyperlink({ anchor, children: runs })] : runs;
}

/** What stands in a line. A sign is drawn with letters and always followed by its word. */
export function inlinesOf(content: readonly Inline[], bookmarks: Bookmarks, base: IRunOptions = {}): ParagraphChild[] {
  return content.flatMap((inline): ParagraphChild[] => {
    if (inline.type === "text") return textOf(inline, base, bookmarks);
    if (inline.type === "break") return [new TextRun({ break: 1 })];
    const sign = inline.type === "progress" ? shapes[inline.shape] : "▮".repeat(inline.filled) + "▯".repeat(Math.max(0, inline.of - inline.filled));
    const lang = inline.type === "steps" && inline.lang ? { language: { value: languageTags[inline.lang] } } : {};
    return [new TextRun({ ...base, ...symbols, text: sign }), ...runsOf(`\u00a0${inline.word}`, { ...base, ...lang })];
  });
}
