import { describe, expect, it } from "vitest";
import { attachmentHeader, looksLikeCsv, safeFileName } from "./rules.ts";
import { addEvidenceLinkSchema } from "./schema.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("a CSV table", () => {
  it.each(["a,b\n1,2", "\ufeffსახელი;თარიღი\r\nნინო;2019", "a\tb", "\n\nname,value\n"])("is recognised: %j", (text) => expect(looksLikeCsv(bytes(text))).toBe(true));

  it.each(["", "plain words", "<html><body>a,b", "  <svg xmlns='x'>,</svg>", "a,b\n<script>alert(1)</script>", "<?xml version='1.0'?>,", "a,b\u0000c", "#!/bin/sh\n,", "{\"a\": 1, \"b\": 2}"])(
    "is not: %j", (text) => expect(looksLikeCsv(bytes(text))).toBe(false),
  );

  it("is UTF-8", () => expect(looksLikeCsv(new Uint8Array([0x61, 0x2c, 0xff, 0xfe]))).toBe(false));
});

describe("a file's name", () => {
  it.each([
    ["დებულება.pdf", "დებულება.pdf"], ["../../etc/passwd", "passwd.pdf"], ["C:\\temp\\a.PDF", "a.pdf"], ["invoice.exe", "invoice.exe.pdf"],
    ["<script>alert(1)</script>.pdf", "script.pdf"], ["a\u202efdp.exe", "a fdp.exe.pdf"], ["\r\nX: y", "X y.pdf"], ["", "file.pdf"], ["...", "file.pdf"],
  ])("%j is kept as %j", (given, kept) => expect(safeFileName(given, "application/pdf")).toBe(kept));

  it("is not endless", () => expect(safeFileName("ა".repeat(500), "application/pdf")).toHaveLength(124));

  it("goes into the header without breaking it", () => {
    expect(attachmentHeader("დებულება \"1\".pdf")).toBe("attachment; filename=\"________ _1_.pdf\"; filename*=UTF-8''%E1%83%93%E1%83%94%E1%83%91%E1%83%A3%E1%83%9A%E1%83%94%E1%83%91%E1%83%90%20%221%22.pdf");
  });
});

describe("a link", () => {
  const urlOf = (url: string) => addEvidenceLinkSchema.shape.url.safeParse(url).success;
  it.each(["https://zugdidi.mun.ge/ka/act?id=1", "http://example.ge"])("may be %s", (url) => expect(urlOf(url)).toBe(true));
  it.each(["javascript:alert(1)", "data:text/html,x", "ftp://example.ge", "example.ge", "https://user:secret@example.ge", ""])("may not be %s", (url) => expect(urlOf(url)).toBe(false));
});
