import { unzipSync, zipSync, type UnzipFileInfo } from "fflate";
import mammoth from "mammoth";
import { looseLimits, type LooseFormat, type LooseReading } from "../schema.ts";
import { nestsTooDeep, pageBlocks } from "../pages/rules.ts";
import { pastedBlocks } from "../pasted/rules.ts";
import { assemble, refused } from "../tables/rules.ts";

const megabytes = (bytes: number) => ({ limit: String(bytes / 1_000_000) });
const begins = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
const isZip = (bytes: Uint8Array) => begins(bytes, 0x50, 0x4b, 0x03, 0x04) || begins(bytes, 0x50, 0x4b, 0x05, 0x06);
/** The container of old Office files, and of new ones behind a password. */
const isCompoundFile = (bytes: Uint8Array) => begins(bytes, 0xd0, 0xcf, 0x11, 0xe0);

/** Which of the loose formats an uploaded file is read as, by its content and name; null: none. */
export function documentFormat(bytes: Uint8Array, fileName: string): "docx" | "html" | null {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  if (["docx", "doc", "docm", "dotx", "dotm", "rtf", "odt"].includes(ending)) return "docx";
  if (["html", "htm", "xhtml", "mht", "mhtml"].includes(ending)) return "html";
  if (isZip(bytes)) return namesIn(bytes)?.some((name) => name.startsWith("word/")) ? "docx" : null;
  return /^\s*(<!doctype html|<html|<table|<body)/i.test(Buffer.from(bytes.subarray(0, 1_000)).toString("latin1")) ? "html" : null;
}

/** A document as one table, or why it is not read; never throws on bad bytes. */
export async function readLooseTable(format: LooseFormat, bytes: Uint8Array): Promise<LooseReading> {
  if (format === "docx") return readWord(bytes);
  if (bytes.length > looseLimits.textBytes) return refused("tooLarge", megabytes(looseLimits.textBytes));
  const text = decode(bytes, format === "html");
  if (text === null) return refused("encoding");
  if (text.includes("\0")) return refused("notText");
  // Georgian in UTF-8 that some program took for Latin letters: every letter has become "áƒ" and a third sign.
  if (/(á[ƒ\u0083].){4}/u.test(text)) return refused("encoding");
  if (format === "html" && nestsTooDeep(text)) return refused("damaged");
  return assemble(format === "html" ? pageBlocks(text) : pastedBlocks(text));
}

/** Text in UTF-8 or UTF-16, or in what a page says of itself; null when the bytes are not that. */
function decode(bytes: Uint8Array, page: boolean): string | null {
  const marked = begins(bytes, 0xff, 0xfe) ? "utf-16le" : begins(bytes, 0xfe, 0xff) ? "utf-16be" : null;
  const named = page ? /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,30})/i.exec(Buffer.from(bytes.subarray(0, 4_000)).toString("latin1"))?.[1] : undefined;
  for (const encoding of [marked ?? "utf-8", ...(named && !marked ? [named] : [])]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this encoding, or one that nobody knows: the next.
    }
  }
  return null;
}

function namesIn(bytes: Uint8Array): string[] | null {
  const names: string[] = [];
  try {
    unzipSync(bytes, { filter: ({ name }) => (names.push(name), false) });
    return names;
  } catch {
    return null;
  }
}

/** What of a Word file says words; pictures, fonts and embedded files stay packed. */
const wordParts = /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/(document|styles|numbering|footnotes|endnotes|comments)\d*\.xml|word\/_rels\/[^/]+\.rels)$/;

async function readWord(bytes: Uint8Array): Promise<LooseReading> {
  if (bytes.length > looseLimits.fileBytes) return refused("tooLarge", megabytes(looseLimits.fileBytes));
  if (isCompoundFile(bytes)) return refused(Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le")) ? "passwordProtected" : "oldFormat");
  if (!isZip(bytes)) return refused("notWord");
  const names = namesIn(bytes);
  if (!names) return refused("damaged");
  if (names.some((name) => /(^|\/)vbaProject\.bin$|^word\/vba/i.test(name))) return refused("macros");
  if (!names.includes("word/document.xml")) return refused("notWord");
  const parts = unpacked(bytes);
  if (!parts) return refused("damaged");
  if (parts === "bomb") return refused("bomb", megabytes(looseLimits.documentBytes));
  if (Buffer.from(parts["[Content_Types].xml"] ?? []).includes("macroEnabled")) return refused("macros");
  try {
    const buffer = Buffer.from(zipSync(parts, { level: 0 }));
    const { value } = await mammoth.convertToHtml({ buffer }, { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })), externalFileAccess: false, includeEmbeddedStyleMap: false });
    return assemble(pageBlocks(value));
  } catch {
    return refused("damaged");
  }
}

/**
 * The parts that are read. A part is given exactly the room that the file claims for it, and the claim is looked at first:
 * a part that unpacks to more does not fit and is damaged.
 */
function unpacked(bytes: Uint8Array): Record<string, Uint8Array> | "bomb" | null {
  let sum = 0;
  let largest = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo) => {
    if (!wordParts.test(name)) return false;
    sum += originalSize;
    largest = Math.max(largest, originalSize);
    return sum <= looseLimits.unpackedBytes && largest <= looseLimits.documentBytes;
  };
  try {
    const parts = unzipSync(bytes, { filter });
    return sum > looseLimits.unpackedBytes || largest > looseLimits.documentBytes ? "bomb" : parts;
  } catch {
    return sum > looseLimits.unpackedBytes || largest > looseLimits.documentBytes ? "bomb" : null;
  }
}
