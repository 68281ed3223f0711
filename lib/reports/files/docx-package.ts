import { strFromU8, strToU8, unzipSync } from "fflate";
import { zipOf } from "#lib/sheets/csv.ts";
import { escapeXml } from "#lib/sheets/xml.ts";

interface Stamp {
  /** ISO 8601 in UTC. */
  publishedAt: string;
  /** `ka-GE` */
  language: string;
  font: string;
  /** Fonts that stand in for it, separated by commas. */
  otherFonts: string;
}

/** The moment of publication in place of the clock's, and the language of the document. */
function stamped(core: string, { publishedAt, language }: Stamp): string {
  const moment = publishedAt.replace(/\.\d+Z$/, "Z");
  return core
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`)
    .replace("</cp:coreProperties>", `<dc:language>${escapeXml(language)}</dc:language></cp:coreProperties>`);
}

function withFont(table: string, { font, otherFonts }: Stamp): string {
  const entry = `<w:font w:name="${escapeXml(font)}"><w:altName w:val="${escapeXml(otherFonts)}"/><w:family w:val="roman"/></w:font>`;
  return table.includes(`w:name="${font}"`) ? table : table.replace(/<w:fonts\b([^>]*?)\/>/, `<w:fonts$1>${entry}</w:fonts>`).replace("</w:fonts>", (end) => (table.endsWith("/>") ? end : `${entry}${end}`));
}

/** Names that the writer draws or counts across documents, numbered in the order in which this one uses them. */
const drawn = [
  { pattern: /\brId[a-z0-9_-]{21}(?=")/g, named: "rIdLink" },
  { pattern: /\b_Toc\d+\b/g, named: "_Toc" },
  { pattern: /(?<=<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")\d+/g, named: "" },
];

/**
 * A Word file whose bytes depend on its content alone: the clock's time, the random names of its relationships and the
 * order of the writer's work are taken out of it.
 */
export function settledDocx(bytes: Uint8Array, stamp: Stamp): Uint8Array {
  const lists = drawn.map((kind) => ({ ...kind, names: new Map<string, string>() }));
  const settled = (text: string) => lists.reduce((xml, { pattern, named, names }) => xml.replace(pattern, (name) => {
    const known = names.get(name) ?? `${named}${names.size + 1}`;
    names.set(name, known);
    return known;
  }), text);
  const parts = Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1));
  return zipOf(Object.fromEntries(parts.map(([name, content]) => {
    if (!/\.(xml|rels)$/.test(name)) return [name, content];
    const xml = settled(strFromU8(content));
    return [name, strToU8(name === "docProps/core.xml" ? stamped(xml, stamp) : name === "word/fontTable.xml" ? withFont(xml, stamp) : xml)];
  })));
}
