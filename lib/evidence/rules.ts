import { mediaTypes, type MediaType } from "./schema.ts";

/** True for a type that evidence may have. */
export function isAllowedType(type: string | null | undefined): type is MediaType {
  return type !== null && type !== undefined && Object.hasOwn(mediaTypes, type);
}

/**
 * True when bytes without a known signature read as a CSV table: UTF-8 (a byte order mark is fine), no control characters,
 * no mark-up at the start, and a delimiter in its first line that has text.
 */
export function looksLikeCsv(bytes: Uint8Array): boolean {
  const text = decode(bytes);
  if (text === null || /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)) return false;
  const firstLine = text.split(/\r\n|\r|\n/).find((line) => line.trim() !== "");
  if (firstLine === undefined || !/[,;\t]/.test(firstLine)) return false;
  return !/^\s*</.test(text) && !/<(!doctype|html|head|body|script|svg|iframe|\?xml)\b/i.test(text) && !/^\s*(%!|#!|\{|\[)/.test(text);
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The name to show and to offer for saving: no path, no control or direction-changing characters, at most 120 characters,
 * and the ending that its content asks for, whatever the uploader called it.
 */
export function safeFileName(name: string, type: MediaType): string {
  const ending = mediaTypes[type];
  const plain = (name.split(/[/\\]/).at(-1) ?? "")
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const stem = plain.replace(new RegExp(`\\.(${endingsOf(ending)})$`, "i"), "").trim();
  return `${Array.from(stem).slice(0, 120).join("") || "file"}.${ending}`;
}

function endingsOf(ending: string): string {
  return ending === "jpg" ? "jpe?g" : ending;
}

/** `Content-Disposition` that saves under the given name (RFC 6266 with RFC 5987's UTF-8 form). */
export function attachmentHeader(fileName: string): string {
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
