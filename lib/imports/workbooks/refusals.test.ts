import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { locales } from "#lib/record/localized/schema.ts";
import { planFileProblems } from "#lib/imports/plan-files/rules.ts";
import { defaultTerms } from "./default-terms.ts";
import { handmade, handmadeCsv, tampered, typed } from "./handmade.ts";
import { readWorkbook } from "./reading.ts";
import { refusalCodes, type Refusal } from "#lib/sheets/schema.ts";
import { writeExample } from "./writing.ts";

const terms = await defaultTerms();
const workbook = handmade(typed);
const csv = handmadeCsv({ "plan.csv": typed.გეგმა ?? [], "organisations.csv": typed.ორგანიზაციები ?? [], "commitments.csv": typed.ვალდებულებები ?? [] });
const sheet = "xl/worksheets/sheet1.xml";

async function refusalOf(bytes: Uint8Array): Promise<Refusal | null> {
  const reading = await readWorkbook(bytes, terms);
  return reading.ok ? null : reading.refusal;
}

const ole = (content: string) => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600), Buffer.from(content, "utf16le")]);

/** An archive whose list of contents says that a file is small while it is not. */
function lying(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf("PK\u0001\u0002", 0, "latin1"); at >= 0; at = copy.indexOf("PK\u0001\u0002", at + 4, "latin1")) copy.writeUInt32LE(100, at + 24);
  return copy;
}

/** One long text, merged over a thousand rows. */
function stretched(): Uint8Array {
  const [heading = []] = typed.ვალდებულებები ?? [];
  const rows = [heading, ["1", "x".repeat(30_000)], ...Array.from({ length: 1_000 }, (_, index) => [String(index + 2)])];
  return tampered(handmade({ ვალდებულებები: rows }), { [sheet]: (xml) => xml.replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="B2:B1002"/></mergeCells>') });
}

const zeros = new Uint8Array(59_000_000);
const spaces = (length: number) => new Uint8Array(length).fill(0x20);

describe("a file that is not read says why:", () => {
  it.each<[string, () => Uint8Array, string]>([
    ["a picture", () => Buffer.from("\x89PNG\r\n\x1a\n0000", "latin1"), "notASheet"],
    ["a PDF file", () => Buffer.from("%PDF-1.7 …"), "notASheet"],
    ["a page", () => Buffer.from("<!doctype html><table></table>"), "notASheet"],
    ["nothing", () => new Uint8Array(), "notASheet"],
    ["plain words", () => Buffer.from("გამარჯობა"), "notASheet"],
    ["a Word file", () => zipSync({ "[Content_Types].xml": Buffer.from("<Types/>"), "word/document.xml": Buffer.from("<w/>") }), "notASheet"],
    ["an archive of pictures", () => zipSync({ "a.png": Buffer.from("x") }), "notASheet"],
    ["an old Excel file", () => ole("Workbook"), "oldFormat"],
    ["a binary workbook", () => tampered(workbook, { "xl/workbook.bin": "x" }), "oldFormat"],
    ["a workbook with a password", () => ole("EncryptedPackage"), "passwordProtected"],
    ["an OpenDocument file", () => zipSync({ mimetype: Buffer.from("application/vnd.oasis.opendocument.spreadsheet"), "content.xml": Buffer.from("<x/>") }), "openDocument"],
    ["macros", () => tampered(workbook, { "xl/vbaProject.bin": "x" }), "macros"],
    ["a workbook for macros", () => tampered(workbook, { "[Content_Types].xml": (xml) => xml.replace("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml") }), "macros"],
    ["links to other files", () => tampered(workbook, { "xl/externalLinks/externalLink1.xml": "<x/>" }), "externalLinks"],
    ["entities that grow", () => tampered(workbook, { [sheet]: (xml) => xml.replace("<worksheet", '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet') }), "entities"],
    ["an entity that names a file", () => tampered(workbook, { [sheet]: (xml) => xml.replace("<worksheet", '<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet') }), "entities"],
    ["an unknown entity", () => tampered(workbook, { [sheet]: (xml) => xml.replace("</sheetData>", "&x;</sheetData>") }), "damaged"],
    ["a sheet that breaks off", () => tampered(workbook, { [sheet]: (xml) => xml.slice(0, 800) }), "damaged"],
    ["a sheet of 100 MB", () => tampered(workbook, { [sheet]: spaces(100_000_000) }), "tooLarge"],
    ["a sheet of 100 MB that says it has 100 bytes", () => lying(tampered(workbook, { [sheet]: spaces(100_000_000) })), "bomb"],
    ["a zip bomb of many files", () => zipSync(Object.fromEntries(Array.from({ length: 3 }, (_, index) => [`${index}.csv`, zeros])), { level: 1 }), "tooLarge"],
    ["a zip bomb that lies", () => lying(zipSync({ "plan.csv": zeros }, { level: 1 })), "bomb"],
    ["too many files", () => zipSync(Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`${index}.csv`, new Uint8Array()]))), "bomb"],
    ["more bytes than are taken", () => new Uint8Array(20_000_001), "tooLarge"],
    ["little to unpack that says much", stretched, "tooLarge"],
    ["too many rows", () => handmadeCsv({ "plan.csv": Array.from({ length: 30_002 }, () => ["x"]) }), "tooManyRows"],
    ["letters of an older encoding", () => tampered(csv, { "plan.csv": Buffer.from("Title;Caf\xe9\n", "latin1") }), "encoding"],
    ["UTF-16 that does not say so", () => tampered(csv, { "plan.csv": Buffer.from("Title;Plan\n", "utf16le") }), "encoding"],
    ["a quotation mark that never ends", () => tampered(csv, { "plan.csv": 'Title;Level\n"one;two\n' }), "csvQuotes"],
    ["one CSV file alone", () => Buffer.from("Number;Title\n1;One\n"), "singleCsv"],
    ["broken JSON", () => Buffer.from('{"format": '), "notJson"],
    ["JSON that nests without end", () => Buffer.from("[".repeat(200_000)), "damaged"],
    ["sheets of something else", () => handmade({ Sheet1: [["a"]], Tabelle2: [["b"]] }), "noSheets"],
    ["half of a workbook", () => workbook.subarray(0, workbook.length / 2), "damaged"],
  ])("%s", { timeout: 60_000 }, async (_, make, code) => {
    expect((await refusalOf(make()))?.code).toBe(code);
  });

  it("a formula, by its cell, whatever it is said to come to", async () => {
    const bytes = tampered(workbook, { [sheet]: (xml) => xml.replace(/<c r="B2"[^>]*>.*?<\/c>/, '<c r="B2" t="str"><f>HYPERLINK("http://example.org","local")</f><v>local</v></c>') });
    expect(await refusalOf(bytes)).toEqual({ code: "formulas", values: { sheet: "გეგმა", cells: "B2" } });
  });

  it("in every language", () => {
    const values = { sheet: "x", cells: "x", rows: "1", file: "x", line: "1", reason: "x", sheets: "x" };
    for (const locale of locales) for (const code of refusalCodes) expect(terms.say[locale](`workbooks.refusals.${code}`, values)).not.toContain("workbooks.");
  });
});

describe("a text that looks like a formula", () => {
  it("is written to CSV so that no spreadsheet runs it", async () => {
    const { csvOf, csvTextOf } = await import("#lib/sheets/csv.ts");
    expect(csvOf([["=1+1", "-5", "'=x", "plain", -5]])).toBe("\ufeff'=1+1;'-5;''=x;plain;-5\r\n");
    expect(["'=1+1", "''=x", "'plain", "-5"].map(csvTextOf)).toEqual(["=1+1", "'=x", "'plain", "-5"]);
  });
});

describe("bytes that were changed at random", () => {
  it("are read or refused, but never end in an error", { timeout: 120_000 }, async () => {
    const files = [workbook, csv, await writeExample("xlsx", "en", terms), await writeExample("json", "ka", terms)];
    const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 20 }), fc.double({ min: 0.5, max: 1, noNaN: true }), async (bytes, changes, kept) => {
        const copy = Uint8Array.from(bytes.subarray(0, Math.ceil(bytes.length * kept)));
        for (const { at, byte } of changes) copy[Math.floor(at * copy.length)] = byte;
        const reading = await readWorkbook(copy, terms);
        if (reading.ok) planFileProblems(reading.raw, { organisationKinds: [], thematicAreas: [], fundingSources: [], municipalities: [], grades: {} }, "2026-11-21");
      }),
      { numRuns: 300 },
    );
  });

  it("nor does the XML of a sheet", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(sheet, "xl/worksheets/sheet5.xml", "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels"), fc.nat(3_000), fc.string({ maxLength: 6 }), async (name, at, text) => {
        await readWorkbook(tampered(workbook, { [name]: (xml) => xml.slice(0, at) + text + xml.slice(at + text.length) }), terms);
      }),
      { numRuns: 200 },
    );
  });
});
