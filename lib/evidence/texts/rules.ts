import { getDocumentProxy } from "unpdf";
import { Refused } from "#lib/sheets/schema.ts";
import { readXml } from "#lib/sheets/xml.ts";
import { openZip } from "#lib/sheets/zip.ts";
import type { ReadableType, Reading } from "./schema.ts";

/** A text is found by its first so many letters. */
const longestText = 300_000;
const mostPages = 500;

/** Collects pieces until there is enough. */
class Collected {
  text = "";
  get isFull(): boolean {
    return this.text.length >= longestText;
  }
  add(piece: string): void {
    if (!this.isFull) this.text += piece;
  }
}

async function readPdf(bytes: Uint8Array, into: Collected): Promise<void> {
  const pdf = await getDocumentProxy(bytes, { disableFontFace: true, useSystemFonts: false, enableXfa: false, stopAtErrors: false, verbosity: 0 });
  for (let number = 1; number <= Math.min(pdf.numPages, mostPages) && !into.isFull; number += 1) {
    const page = await pdf.getPage(number);
    for (const item of (await page.getTextContent()).items) {
      if ("str" in item) into.add(item.hasEOL ? `${item.str}\n` : item.str);
    }
    into.add("\n");
    page.cleanup();
  }
}

/** Text runs (`t`) of the parts of an Office file, a blank where something else ends. */
async function readParts(bytes: Uint8Array, parts: RegExp, into: Collected): Promise<void> {
  const zip = openZip(bytes);
  for (const name of zip.entries.keys()) {
    if (!parts.test(name) || into.isFull) continue;
    let isText = false;
    await readXml(zip, name, {
      open: (tag) => {
        isText = tag === "t";
        if (tag === "tab" || tag === "br") into.add(" ");
      },
      text: (text) => {
        if (isText) into.add(text);
      },
      close: (tag) => {
        isText = false;
        if (tag === "p" || tag === "si" || tag === "is") into.add("\n");
      },
    });
  }
}

async function collect(bytes: Uint8Array, type: ReadableType, into: Collected): Promise<void> {
  if (type === "application/pdf") return readPdf(bytes, into);
  if (type === "text/csv") return into.add(new TextDecoder().decode(bytes));
  return readParts(bytes, type.endsWith("wordprocessingml.document") ? /^word\/(document|footnotes|endnotes)\.xml$/ : /^xl\/(sharedStrings|worksheets\/[^/]+)\.xml$/, into);
}

/** The text of a file, as far as it is looked at: no marks of control, one blank for many. It may be hostile: only a process of its own reads it (bin/read-text.ts). */
export async function readText(bytes: Uint8Array, type: ReadableType): Promise<Reading> {
  const into = new Collected();
  try {
    await collect(bytes, type, into);
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    return { status: isLocked || (error instanceof Refused && error.refusal.code !== "damaged") ? "refused" : "failed" };
  }
  // A word cut at the end of a line is one word.
  const whole = into.text.slice(0, longestText).toWellFormed().replace(/(\p{L})[-\u00ad\u2010] *\n *(\p{L})/gu, "$1$2");
  const text = whole.replace(/[\p{Cc}\p{Cf}\uFFFD]+/gu, (marks) => (/[\n\t]/.test(marks) ? " " : "")).replace(/\s+/g, " ").trim();
  return /\p{L}/u.test(text) ? { status: "read", text } : { status: "nothing" };
}
