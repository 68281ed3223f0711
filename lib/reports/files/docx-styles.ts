import { AlignmentType, LevelFormat, LineRuleType, type INumberingOptions, type IStylesOptions } from "docx";
import type { Locale } from "#lib/record/localized/schema.ts";

/** Which language proofing tools take a text for. */
export const languageTags: Record<Locale, string> = { ka: "ka-GE", en: "en-GB" };

/** On every Windows and in every Word, with Georgian and Latin letters; what stands in for it elsewhere is named in the font table. */
export const textFont = "Sylfaen";
export const otherFonts = "Noto Sans Georgian, Noto Sans, DejaVu Sans";
const font = { ascii: textFont, hAnsi: textFont, cs: textFont, eastAsia: textFont };

const [ink, accent, soft] = ["1F1D1A", "0B5A5E", "595550"];

export const softColour = soft;
export const ruleColour = "B9B4A8";
export const headingFill = "EDEAE1";

/** Lists of both kinds, nested as deep as they go. */
export const bullets = "bullets";
export const figures = "figures";

const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const indent = (level: number) => ({ paragraph: { indent: { left: 425 * (level + 1), hanging: 340 } } });

export const numbering: INumberingOptions = {
  config: [
    { reference: bullets, levels: levels.map((level) => ({ level, format: LevelFormat.BULLET, text: "–", alignment: AlignmentType.LEFT, style: indent(level) })) },
    { reference: figures, levels: levels.map((level) => ({ level, format: LevelFormat.DECIMAL, text: `%${level + 1}.`, alignment: AlignmentType.LEFT, style: indent(level) })) },
  ],
};

/** Where text goes on below the first paragraph of a list item. */
export function continued(level: number): { left: number } {
  return { left: 425 * (level + 1) };
}

function heading(size: number, before: number) {
  return { run: { font, size, bold: true, color: ink }, paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true } };
}

const quiet = { font, size: 18, color: soft };

/** Word's own styles wherever there is one, so that what is pasted takes on the look of its new document. */
export function stylesOf(locale: Locale): IStylesOptions {
  const plain = { basedOn: "Normal", quickFormat: true };
  return {
    default: {
      document: { run: { font, size: 21, color: ink, language: { value: languageTags[locale], eastAsia: languageTags[locale] } }, paragraph: { spacing: { after: 120, line: 276 } } },
      title: { run: { font, size: 44, bold: true, color: ink }, paragraph: { spacing: { before: 60, after: 360, line: 264, lineRule: LineRuleType.AUTO }, keepLines: true } },
      heading1: heading(32, 480), heading2: heading(26, 360), heading3: heading(23, 280), heading4: heading(21, 240), heading5: heading(21, 200), heading6: heading(21, 160),
      hyperlink: { run: { color: accent, underline: {} } },
      caption: { run: { font, size: 20, bold: true, italics: false, color: ink }, paragraph: { spacing: { before: 200, after: 80 }, keepNext: true } },
    },
    paragraphStyles: [
      { id: "Subtitle", name: "Subtitle", ...plain, next: "Normal", run: { font, size: 24, color: soft }, paragraph: { spacing: { before: 1200, after: 60 } } },
      { id: "ContentsHeading", name: "TOC Heading", ...plain, next: "Normal", run: { font, size: 32, bold: true }, paragraph: { spacing: { after: 240 }, keepNext: true } },
      { id: "FactLabel", name: "Fact Label", ...plain, next: "Normal", run: { font, bold: true }, paragraph: { spacing: { before: 120, after: 40 }, keepNext: true } },
      { id: "Note", name: "Note", ...plain, run: quiet, paragraph: { spacing: { after: 120 } } },
      { id: "TableText", name: "Table Text", ...plain, run: { font, size: 19 }, paragraph: { spacing: { before: 30, after: 30, line: 252 } } },
      { id: "FactText", name: "Fact Text", ...plain, run: { font, size: 19 }, paragraph: { spacing: { before: 30, after: 110, line: 252 } } },
      { id: "FactNote", name: "Fact Note", basedOn: "Note", paragraph: { spacing: { before: 0, after: 110, line: 252 } } },
      { id: "Header", name: "header", basedOn: "Normal", run: quiet, paragraph: { spacing: { after: 0 } } },
      { id: "Footer", name: "footer", basedOn: "Normal", run: quiet, paragraph: { spacing: { after: 0 } } },
    ],
  };
}
