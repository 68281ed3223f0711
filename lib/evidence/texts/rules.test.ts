import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { aDocx, aPdf } from "#prisma/evidence-files.ts";
import { readText } from "./rules.ts";

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const word = (xml: string) => zipSync({ "word/document.xml": strToU8(xml) });

describe("the text of a file", () => {
  it("of a PDF", async () => expect(await readText(new Uint8Array(aPdf("Minutes of the meeting")), "application/pdf")).toEqual({ status: "read", text: "Minutes of the meeting" }));

  it("of a Word file, its paragraphs apart", async () => expect(await readText(aDocx("სხდომის ოქმი", "№ 5 &amp; დანართი"), docx)).toEqual({ status: "read", text: "სხდომის ოქმი № 5 & დანართი" }));

  it("of the cells of a workbook, shared or not", async () => {
    const bytes = zipSync({ "xl/sharedStrings.xml": strToU8("<sst><si><t>სკოლა</t></si><si><r><t>საბავშვო </t></r><r><t>ბაღი</t></r></si></sst>"), "xl/worksheets/sheet1.xml": strToU8('<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>ბიბლიოთეკა</t></is></c></row></sheetData></worksheet>') });
    expect(await readText(bytes, xlsx)).toEqual({ status: "read", text: "სკოლა საბავშვო ბაღი ბიბლიოთეკა" });
  });

  it("of a table of plain text, without what is not text", async () => expect(await readText(strToU8("\ufeffსახელი,რიცხვი\u0000\u202e\nა,1\n"), "text/csv")).toEqual({ status: "read", text: "სახელი,რიცხვი ა,1" }));

  it("makes one of a word that was cut at the end of a line", async () => expect(await readText(strToU8("საკონტრო-\nლო ჯამი, x"), "text/csv")).toEqual({ status: "read", text: "საკონტროლო ჯამი, x" }));

  it("is nothing where there are no letters", async () => {
    expect(await readText(new Uint8Array(aPdf("")), "application/pdf")).toEqual({ status: "nothing" });
    expect(await readText(aDocx("1 — 2"), docx)).toEqual({ status: "nothing" });
  });

  it.each([
    ["what is no PDF", "application/pdf", strToU8("%PDF-1.7\nnothing more"), "failed"],
    ["what is no archive", docx, strToU8("PK\u0003\u0004"), "failed"],
    ["XML that is cut off", docx, word("<w:document><w:t>a"), "failed"],
    ["entities that grow", docx, word('<!DOCTYPE a [<!ENTITY b "bbbb">]><w:document><w:t>&b;</w:t></w:document>'), "refused"],
    ["a bomb", docx, word(`<w:document><w:t>${"a".repeat(60_000_000)}</w:t></w:document>`), "refused"],
  ] as const)("is not read of %s", async (_, type, bytes, status) => expect(await readText(new Uint8Array(bytes), type)).toEqual({ status }));

  it("ends somewhere", async () => {
    const reading = await readText(strToU8(`a,${"სიტყვა ".repeat(100_000)}`), "text/csv");
    expect(reading.status === "read" && reading.text.length).toBeLessThanOrEqual(300_000);
  });
});
