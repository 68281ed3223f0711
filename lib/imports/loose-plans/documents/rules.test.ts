import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { looseLimits, type LooseFormat } from "../schema.ts";
import { documentFormat, readLooseTable } from "./rules.ts";

const cellsOf = async (format: LooseFormat, content: Uint8Array | string) => {
  const read = await readLooseTable(format, typeof content === "string" ? Buffer.from(content) : content);
  return read.ok ? read.table.rows.map(({ cells }) => cells.map(({ text }) => text)) : read.refusal.code;
};

async function word(cell: TableCell[] = [new TableCell({ children: [new Paragraph("№")] }), new TableCell({ children: [new Paragraph("აქტივობა")] })]): Promise<Uint8Array> {
  return Packer.toBuffer(new Document({ sections: [{ children: [new Table({ rows: [new TableRow({ children: cell }), new TableRow({ children: [new TableCell({ children: [new Paragraph("1")] }), new TableCell({ children: [new Paragraph("სხდომა"), new Paragraph("მეორე სტრიქონი")] })] })] })] }] }));
}

describe("pasted text", () => {
  it("has quoted cells of several lines, and quotation marks that are only that", async () => {
    expect(await cellsOf("text", '№\tაქტივობა\tვადა\n1\t"სხდომა\n""გასვლითი"""\t2024\n2\t"ღია" კარი\t2025\n')).toEqual([["№", "აქტივობა", "ვადა"], ["1", 'სხდომა\n"გასვლითი"', "2024"], ["2", '"ღია" კარი', "2025"]]);
  });

  it("joins what Word writes on several lines because a cell has several paragraphs", async () => {
    expect(await cellsOf("text", "№\tაქტივობა\tვადა\tუწყება\n1\tსხდომა\nგასვლითი\t2024\tმერია\n2\tკარი\t2025\tმერია\r\n")).toEqual([["№", "აქტივობა", "ვადა", "უწყება"], ["1", "სხდომა\nგასვლითი", "2024", "მერია"], ["2", "კარი", "2025", "მერია"]]);
  });

  it("keeps paragraphs around the table, without empty lines and marks for bold", async () => {
    expect(await cellsOf("text", "**გეგმა**\n\n№\tაქტივობა\n\n1\tსხდომა\n\nბოლო\n")).toEqual([["გეგმა"], ["№", "აქტივობა"], ["1", "სხდომა"], ["ბოლო"]]);
  });

  it("may be in UTF-16, as Windows saves it", async () => {
    expect(await cellsOf("text", Buffer.from("\ufeff№\tა\n1\tბ", "utf16le"))).toEqual([["№", "ა"], ["1", "ბ"]]);
  });
});

describe("a page", () => {
  it("is only its words: what would run or load is not read", async () => {
    const page = `<table><tr><td onclick="x()"><script>alert(1)</script><b>1</b></td><td><img src=x onerror=alert(1)>სხდომა<style>p{}</style><!-- არა --><a href="javascript:x">ღია</a></td></tr><tr><td>2</td><td>&lt;script&gt;</td></tr></table>`;
    expect(await cellsOf("html", page)).toEqual([["1", "სხდომაღია"], ["2", "<script>"]]);
  });

  it("fills merged cells and says from where", async () => {
    const read = await readLooseTable("html", Buffer.from("<table><tr><td rowspan=2>1</td><td colspan=2>ა</td></tr><tr><td>ბ</td><td>გ</td></tr></table>"));
    expect(read.ok && read.table.rows.map(({ cells }) => cells)).toEqual([
      [{ text: "1" }, { text: "ა" }, { text: "ა", filled: "left" }],
      [{ text: "1", filled: "above" }, { text: "ბ" }, { text: "გ" }],
    ]);
  });

  it("numbers its numbered lists, and looks into tables that only arrange", async () => {
    expect(await cellsOf("html", "<table><tr><td><table><tr><td>1<td><ol><li>ა<li>ბ</ol><tr><td>2<td>გ<br>დ</table></table>")).toEqual([["1", "1) ა\n2) ბ"], ["2", "გ\nდ"]]);
  });

  it("joins tables under the same headings, in any order of columns, and puts others aside", async () => {
    const head = (...names: string[]) => `<tr>${names.map((name) => `<th>${name}</th>`).join("")}</tr>`;
    const page = `<table>${head("№", "აქტივობა", "ვადა")}<tr><td>1<td>ა<td>2024<tr><td>2<td>ბ<td>2024</table><p>გვერდი</p><table>${head("აქტივობა", "№")}<tr><td>გ<td>3</table><table><tr><td>ხელმოწერა<td>თარიღი<td>ბეჭედი<td>ადგილი</table>`;
    const read = await readLooseTable("html", Buffer.from(page));
    expect(read.ok && [read.table.aside, read.table.rows.slice(3).map(({ table, line, cells }) => [table, line, cells.map(({ text }) => text)])]).toEqual([["ხელმოწერა თარიღი ბეჭედი ადგილი"], [[0, 1, ["გვერდი"]], [2, 1, ["№", "აქტივობა", ""]], [2, 2, ["3", "გ", ""]]]]);
  });

  it("may nest deep, but not to stop the reading, nor claim any number of columns", async () => {
    expect(await cellsOf("html", `${"<div>".repeat(900)}<table><tr><td>1<td>ა</table>`)).toEqual([["1", "ა"]]);
    expect(await cellsOf("html", `${"<div>".repeat(900_000)}<table><tr><td>1<td>ა</table>`)).toBe("damaged");
    expect(await cellsOf("html", `<table>${"<tr><td colspan=1000 rowspan=60000>x<td>y".repeat(200)}</table>`)).toBe("tooManyRows");
    expect(await cellsOf("html", `<table>${"<tr><td>1<td>2".repeat(looseLimits.rows + 1)}</table>`)).toBe("tooManyRows");
    expect(await cellsOf("html", `<table><tr><td rowspan=6000 colspan=20>${"x".repeat(40_000)}<td>1${"<tr><td>2".repeat(5_000)}</table>`)).toBe("tooLarge");
  });

  it("in another encoding is read by what it says of itself", async () => {
    expect(await cellsOf("html", Buffer.from('<meta charset="windows-1252"><table><tr><td>1<td>caf\xe9</table>', "latin1"))).toEqual([["1", "café"]]);
  });
});

describe("a Word file", () => {
  it("gives its tables with the lines of their cells", async () => {
    expect(await cellsOf("docx", await word())).toEqual([["№", "აქტივობა"], ["1", "სხდომა\nმეორე სტრიქონი"]]);
  });

  const changed = async (parts: Record<string, Uint8Array>) => zipSync({ ...unzipSync(await word()), ...parts });

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ["behind a password", () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), Buffer.from("EncryptedPackage", "utf16le")]), "passwordProtected"],
    ["of before 2007", () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), Buffer.from("WordDocument", "utf16le")]), "oldFormat"],
    ["with macros", () => changed({ "word/vbaProject.bin": strToU8("x") }), "macros"],
    ["that is a sheet", () => zipSync({ "xl/workbook.xml": strToU8("<x/>") }), "notWord"],
    ["that is text", () => Buffer.from("text"), "notWord"],
    ["cut off", async () => (await word()).subarray(0, 900), "damaged"],
    ["that is no XML", () => changed({ "word/document.xml": strToU8("<w:document") }), "damaged"],
    ["that unpacks to more than anybody writes", () => changed({ "word/document.xml": new Uint8Array(looseLimits.documentBytes + 1) }), "bomb"],
    ["of too many bytes", () => new Uint8Array(looseLimits.fileBytes + 1), "tooLarge"],
    ["without a table", () => Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph("ტექსტი")] }] })), "noTable"],
  ])("%s is refused", async (_, bytes, code) => expect(await cellsOf("docx", await bytes())).toBe(code));

  it("that lies about its size does not fit", async () => {
    const honest = await changed({ "word/document.xml": strToU8(`<x>${" ".repeat(1_000_000)}</x>`) });
    const bytes = Buffer.from(honest);
    // The size in the list at the end of the archive: 1,000,007 becomes 100.
    for (let at = bytes.indexOf(Buffer.from("504b0102", "hex")); at !== -1; at = bytes.indexOf(Buffer.from("504b0102", "hex"), at + 4)) if (bytes.readUInt32LE(at + 24) > 1_000_000) bytes.writeUInt32LE(100, at + 24);
    expect(await cellsOf("docx", bytes)).toBe("damaged");
  });
});

describe("anything else", () => {
  it.each<[LooseFormat, Uint8Array | string, string]>([
    ["text", "სიტყვები ცხრილის გარეშე", "noTable"],
    ["text", Buffer.from([0xff, 0xd8, 0xe0, 0x31, 0x09, 0x32]), "encoding"],
    ["text", Buffer.from("აქტივობა\tვადა", "utf8").toString("latin1"), "encoding"],
    ["text", new TextDecoder("windows-1252").decode(Buffer.from("აქტივობა\tვადა", "utf8")), "encoding"],
    ["text", "a\0b\tc", "notText"],
    ["html", "<p>სიტყვები</p>", "noTable"],
    ["text", "x".repeat(looseLimits.textBytes + 1), "tooLarge"],
    ["text", `1\t${"x".repeat(looseLimits.cellCharacters + 1)}`, "tooLarge"],
  ])("%s is refused for its reason", async (format, content, code) => expect(await cellsOf(format, content)).toBe(code));

  it("is told apart by name and content", async () => {
    expect([documentFormat(await word(), "plan"), documentFormat(zipSync({ "xl/workbook.xml": strToU8("") }), "plan.xlsx"), documentFormat(strToU8("<table>"), "x"), documentFormat(strToU8("x"), "plan.DOC"), documentFormat(strToU8("{}"), "plan.json")]).toEqual(["docx", null, "html", "docx", null]);
  });
});
