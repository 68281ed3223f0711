import { strFromU8, unzipSync } from "fflate";

const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&" };

/** What a Word file says, line by line, with the addresses that its links lead to; for tests. */
export function docxText(bytes: Uint8Array): string {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  const links = [...strFromU8(parts["word/_rels/document.xml.rels"] ?? new Uint8Array()).matchAll(/Target="(https?:[^"]+)"/g)].map(([, target]) => target);
  const text = xml.replace(/<w:instrText\b.*?<\/w:instrText>/gs, "").replace(/<\/w:p>|<w:br\b[^>]*>|<w:tab\/>/g, "\n").replace(/<[^>]+>/g, "");
  return `${text}\n${links.join("\n")}`.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => entities[entity] ?? entity);
}
