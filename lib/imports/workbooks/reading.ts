import { decodeText, parseCsv, readCsvFolder } from "#lib/sheets/csv.ts";
import { planFileOf } from "./entries.ts";
import { Refused, workbookLimits, type Refusal } from "#lib/sheets/schema.ts";
import { type WorkbookReading, type WorkbookTerms } from "./schema.ts";
import { sheetIndex } from "./sheets.ts";
import { plain } from "./values.ts";
import { readXlsx } from "#lib/sheets/xlsx.ts";
import { isZip, openZip, type Zip } from "#lib/sheets/zip.ts";

/**
 * Reads a plan from a workbook, a ZIP file of CSV files or a plan file, whichever the bytes are. What is read is not yet
 * checked (`readingProblems` does); a file of which nothing can be read is refused with the reason. It never throws.
 */
export async function readWorkbook(bytes: Uint8Array, terms: WorkbookTerms): Promise<WorkbookReading> {
  try {
    if (bytes.length > workbookLimits.fileBytes) throw new Refused("tooLarge");
    if (isZip(bytes)) return await readArchive(openZip(bytes), terms);
    return readText(bytes);
  } catch (error) {
    return { ok: false, refusal: refusalOf(error) };
  }
}

/** Whatever goes wrong inside a library means that the bytes are not what they should be. */
function refusalOf(error: unknown): Refusal {
  return error instanceof Refused ? error.refusal : { code: "damaged", values: {} };
}

async function readArchive(zip: Zip, terms: WorkbookTerms): Promise<WorkbookReading> {
  const names = [...zip.entries.keys()];
  if (names.includes("content.xml") || names.includes("mimetype")) throw new Refused("openDocument");
  if (names.includes("[Content_Types].xml")) {
    const known = sheetIndex(terms);
    return { ok: true, format: "xlsx", ...(await planFileOf(readXlsx(zip, (name) => typeof known.get(plain(name)) === "object"), terms)) };
  }
  return { ok: true, format: "csv", ...(await planFileOf(readCsvFolder(zip), terms)) };
}

const oldOffice = [0xd0, 0xcf, 0x11, 0xe0];

/** Old Excel files, and new ones that are locked, are the same kind of container. */
function refuseOldOffice(bytes: Uint8Array): void {
  if (!oldOffice.every((byte, index) => bytes[index] === byte)) return;
  throw new Refused(Buffer.from(bytes.subarray(0, 4_000_000)).includes(Buffer.from("EncryptedPackage", "utf16le")) ? "passwordProtected" : "oldFormat");
}

function readText(bytes: Uint8Array): WorkbookReading {
  refuseOldOffice(bytes);
  const start = Buffer.from(bytes.subarray(0, 512)).toString("latin1");
  if (bytes.length === 0 || /^(%PDF|\{\\rtf|<|\x89PNG|\xff\xd8\xff|GIF8|Rar!|7z)/.test(start.trimStart())) throw new Refused("notASheet");
  const text = decodeText(bytes, "").replace(/^\ufeff/, "");
  if (!/^\s*[[{]/.test(text)) throw new Refused(looksLikeCsv(text) ? "singleCsv" : "notASheet");
  return { ok: true, format: "json", raw: parseJson(text), places: { rows: {}, columns: {} }, problems: [] };
}

function looksLikeCsv(text: string): boolean {
  return parseCsv(text.slice(0, 20_000).replace(/"[^"]*$/, ""), "").some(({ cells }) => cells.length > 1);
}

function parseJson(text: string): unknown {
  if (depthOf(text) > workbookLimits.milestoneDepth * 2 + 10) throw new Refused("damaged");
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refused("notJson", { reason: error instanceof Error ? error.message.slice(0, 200) : "" });
  }
}

/** How deep brackets nest, outside of texts: beyond some depth a file is made to hurt, not to be read. */
function depthOf(text: string): number {
  let [depth, deepest, quoted] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted && letter === "\\") at += 1;
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === "[" || letter === "{")) deepest = Math.max(deepest, (depth += 1));
    else if (!quoted && (letter === "]" || letter === "}")) depth -= 1;
  }
  return deepest;
}
