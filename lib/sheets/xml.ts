import { SaxesParser } from "saxes";
import { Refused } from "./schema.ts";
import { unpack, type Zip } from "./zip.ts";

export interface XmlHandlers {
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

const local = (name: string) => name.slice(name.indexOf(":") + 1);

/**
 * Reads one XML part of an archive as a stream, names without their prefixes. A document type, with which entities can be
 * made to grow or to name other files, is refused; nothing outside is ever loaded.
 */
export async function readXml(zip: Zip, name: string, handlers: XmlHandlers): Promise<boolean> {
  const entry = zip.entries.get(name);
  if (!entry) return false;
  const parser = new SaxesParser();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  parser.on("error", () => {
    throw new Refused("damaged");
  });
  parser.on("doctype", () => {
    throw new Refused("entities");
  });
  if (handlers.open) parser.on("opentag", (tag) => handlers.open?.(local(tag.name), tag.attributes));
  if (handlers.close) parser.on("closetag", (tag) => handlers.close?.(local(tag.name)));
  if (handlers.text) parser.on("text", handlers.text);
  if (handlers.text) parser.on("cdata", handlers.text);
  for await (const piece of unpack(zip, entry)) parser.write(decoded(() => decoder.decode(piece, { stream: true })));
  parser.write(decoded(() => decoder.decode()));
  parser.close();
  return true;
}

function decoded(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw new Refused("damaged");
  }
}

/** An attribute whatever its prefix: `r:id`, `rel:id`. */
export function attribute(attributes: Record<string, string>, name: string): string | undefined {
  return attributes[name] ?? attributes[Object.keys(attributes).find((key) => local(key) === name && key !== name) ?? ""];
}

const inName = /_x([0-9A-Fa-f]{4})_/g;

/** Undoes what spreadsheets write for characters that XML cannot hold: `_x000D_`. */
export function unescapeCell(text: string): string {
  return text.includes("_x") ? text.replace(inName, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}

/** A text for a cell or an attribute: what XML cannot hold, and what would be taken for such, is written as spreadsheets do. */
export function escapeCell(text: string): string {
  const held = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_").replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
  return escapeXml(held);
}

export function escapeXml(text: string): string {
  return text.toWellFormed().replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
