import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** The exact cuts that the templates ask for: with one missing, a font of the machine would stand in. */
const latin = ["400Regular", "600SemiBold", "400Regular_Italic", "600SemiBold_Italic"];
const georgian = ["400Regular", "500Medium", "600SemiBold"];
/** Arrows, signs of comparison, boxes to tick: what officials put between their words. */
const signs = [["noto-sans-math", "NotoSansMath"], ["noto-sans-symbols-2", "NotoSansSymbols2"]] as const;

/** What Noto Sans Georgian is asked for; everything else is Noto Sans'. The same ranges stand in the templates. */
const georgianLetters = /[\u10a0-\u10ff\u1c90-\u1cbf]/u;

export interface Fonts {
  blobs: Buffer[];
  /** True for a character that the fonts can draw in every cut. */
  draws: (character: string) => boolean;
}

let loaded: Fonts | undefined;

/** The fonts of the files, from the packages; never from the machine, on which a file would then depend. */
export function loadFonts(): Fonts {
  return (loaded ??= readFonts());
}

function readFonts(): Fonts {
  const files = (family: string, name: string, cuts: readonly string[]) => cuts.map((cut) => readFileSync(require.resolve(`@expo-google-fonts/${family}/${cut}/${name}_${cut}.ttf`)));
  const latinFiles = files("noto-sans", "NotoSans", latin);
  const georgianFiles = files("noto-sans-georgian", "NotoSansGeorgian", georgian);
  const signFiles = signs.flatMap(([family, name]) => files(family, name, ["400Regular"]));
  const [latinSets, georgianSets, signSets] = [latinFiles, georgianFiles, signFiles].map((family) => family.map(codePointsOf));
  const draws = (character: string) => {
    const point = character.codePointAt(0) ?? 0;
    const has = (points: ReadonlySet<number>) => points.has(point);
    return georgianLetters.test(character) ? (georgianSets?.every(has) ?? false) : Boolean(latinSets?.every(has) || signSets?.some(has));
  };
  return { blobs: [...latinFiles, ...georgianFiles, ...signFiles], draws };
}

/** Which code points a TrueType font draws, by its character map (OpenType's `cmap`, formats 4 and 12). */
function codePointsOf(font: Buffer): Set<number> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
  const entry = tables.find((at) => font.toString("latin1", at, at + 4) === "cmap");
  if (entry === undefined) throw new Error("a font without a character map");
  const map = font.readUInt32BE(entry + 8);
  const subtables = Array.from({ length: font.readUInt16BE(map + 2) }, (_, index) => map + font.readUInt32BE(map + 8 + 8 * index));
  const points = new Set<number>();
  for (const at of subtables) for (const [first, last] of segmentsOf(font, at)) for (let point = first; point <= last; point += 1) points.add(point);
  return points;
}

/** Ranges of code points; in format 4 one may hold a few that have no glyph, which Noto does not have. */
function segmentsOf(font: Buffer, at: number): [number, number][] {
  const format = font.readUInt16BE(at);
  if (format === 12) return Array.from({ length: font.readUInt32BE(at + 12) }, (_, index): [number, number] => [font.readUInt32BE(at + 16 + 12 * index), font.readUInt32BE(at + 20 + 12 * index)]);
  if (format !== 4) return [];
  const doubled = font.readUInt16BE(at + 6);
  return Array.from({ length: doubled / 2 }, (_, index): [number, number] => [font.readUInt16BE(at + 16 + doubled + 2 * index), font.readUInt16BE(at + 14 + 2 * index)]).filter(([first]) => first !== 0xffff);
}
