import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compactRichText, isBlankLocalizedRichText, isBlankRichText, languagesOf, lengthOf, linkAddress, localizeRichText, plainTextOf, richTextOf, withoutUnsafe, written } from "./rules.ts";
import { deepestRichText, isSafeAddress, longestRichText, richTextSchema, type RichText } from "./schema.ts";

const words = (text: string, ...marks: object[]) => ({ type: "text", text, ...(marks.length ? { marks } : {}) });
const paragraph = (...content: object[]) => ({ type: "paragraph", content });
const doc = (...content: object[]) => ({ type: "doc", content });
const link = (href: unknown) => ({ type: "link", attrs: { href } });
const linked = (href: unknown) => doc(paragraph(words("words", link(href))));
const list = (...content: object[]) => ({ type: "bulletList", content: [{ type: "listItem", content }] });
const cell = (text: string, type = "tableCell") => ({ type, content: [paragraph(words(text))] });
const table = (...rows: object[][]) => ({ type: "table", content: rows.map((content) => ({ type: "tableRow", content })) });
const parsed = (value: unknown): RichText => richTextSchema.parse(value);

/** A list in a list in a list …, without walking down to make it. */
function nested(depth: number): object {
  let inner: object = paragraph(words("deep"));
  for (let level = 0; level < depth; level += 1) inner = list(inner);
  return doc(inner);
}

describe("where a link leads", () => {
  it.each(["https://mof.ge", "http://მთავრობა.გე/გეგმა?წელი=2019#5.2", "HTTPS://MOF.GE/a(b)", "mailto:ogp@justice.gov.ge"])("may be %s", (href) => {
    expect(isSafeAddress(href)).toBe(true);
    expect(parsed(linked(href))).toEqual(linked(href));
    expect(withoutUnsafe(linked(href))).toEqual(linked(href));
  });

  it.each([
    "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "java\tscript:alert(1)", "\u0001javascript:alert(1)", "javascript&colon;alert(1)", "&#106;avascript:alert(1)",
    "java\u200bscript:alert(1)", "ｊａｖａｓｃｒｉｐｔ：alert(1)", "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD4=", "vbscript:msgbox(1)", "vbscript\u3000:msgbox(1)", "blob:https://mof.ge/1", "file:///etc/passwd",
    "//mof.ge", "/workspace", "\\\\mof.ge", "https:\\\\mof.ge", "https:/mof.ge\\@evil.example", "https://", "https://a b", "https://a\u202egp.ofm", "https://mof.ge\u0000.evil.example", "https://mof.ge@evil.example", "https://a:b@evil.example",
    'https://a"onmouseover="alert(1)', "https://a<script>", "ftp://mof.ge", "view-source:https://mof.ge", "", 5, null, ["https://mof.ge"],
  ])("is never %j", (href) => {
    if (typeof href === "string") expect(isSafeAddress(href)).toBe(false);
    expect(richTextSchema.safeParse(linked(href)).success).toBe(false);
    expect(withoutUnsafe(linked(href))).toEqual(doc(paragraph(words("words"))));
  });

  it("is no longer than an address is", () => {
    expect(isSafeAddress(`https://mof.ge/${"a".repeat(2_000)}`)).toBe(false);
  });

  it("is a page or a mailbox, whatever little of it was typed", () => {
    expect(linkAddress(" www.mof.ge/x ")).toBe("https://www.mof.ge/x");
    expect(linkAddress("nino@mof.ge")).toBe("mailto:nino@mof.ge");
    expect(linkAddress("http://localhost:3000/a")).toBe("http://localhost:3000/a");
    expect(linkAddress("mof.ge:8080")).toBe("https://mof.ge:8080");
    expect(["", "javascript:alert(1)", "data:text/html,1", "word", "two words", "ftp://mof.ge"].map(linkAddress)).toEqual([null, null, null, null, null, null]);
  });

  it("is no script for any text whatsoever", () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.tuple(fc.string(), fc.constantFrom("javascript:", "data:", "vbscript:"), fc.string()).map((parts) => parts.join(""))), (href) => {
      const kept = isSafeAddress(href) ? href : linkAddress(href);
      if (kept !== null) expect(["http:", "https:", "mailto:"]).toContain(new URL(kept).protocol);
    }));
  });
});

describe("what a document keeps", () => {
  it("is what the schema names: no style, no script, no picture, no node of another kind", () => {
    const hostile = {
      ...doc(
        { type: "script", content: [words("alert(1)")] }, { type: "image", attrs: { src: "x", onerror: "alert(1)" } },
        { type: "heading", attrs: { level: 1, onclick: "alert(1)", style: "x" }, content: [words("A", { type: "bold" }, { type: "code" }, { type: "textStyle", attrs: { color: "red" } })] },
        { ...paragraph({ ...words("B"), onclick: "alert(1)" }, { type: "hardBreak", attrs: { x: 1 } }, { type: "iframe" }, { type: "text", text: 5 }), dangerouslySetInnerHTML: { __html: "<b>" } },
      ),
      __proto__: { polluted: true }, style: "x",
    };
    expect(withoutUnsafe(hostile)).toEqual(doc({ type: "heading", attrs: { level: 3 }, content: [words("A", { type: "bold" })] }, paragraph(words("B"), { type: "hardBreak" })));
  });

  it("is the words without what turns their direction or only programs put in", () => {
    expect(parsed(doc(paragraph(words("a\u202eb\u0000c"))))).toEqual(doc(paragraph(words("abc"))));
    expect(withoutUnsafe(doc(paragraph(words("\u202e"), words("b"))))).toEqual(doc(paragraph(words("b"))));
  });

  it("is a table whose rows are equally wide, with header cells as they were", () => {
    expect(withoutUnsafe(doc(table([cell("A", "tableHeader"), cell("B", "tableHeader")], [cell("1")])))).toEqual(
      doc(table([cell("A", "tableHeader"), cell("B", "tableHeader")], [cell("1"), { type: "tableCell", content: [{ type: "paragraph" }] }])),
    );
    expect(withoutUnsafe(doc({ type: "table", content: [] }))).toBeNull();
  });

  it("is the words of what stands too deep, however deep it is", () => {
    expect(richTextSchema.safeParse(nested(Math.floor((deepestRichText - 2) / 2))).success).toBe(true);
    for (const depth of [10, 200, 100_000]) {
      expect(richTextSchema.safeParse(nested(depth)).error?.issues).toMatchObject([{ message: "textTooLong" }]);
      const kept = withoutUnsafe(nested(depth));
      expect(richTextSchema.parse(kept)).toEqual(kept);
      expect(kept && plainTextOf(kept)).toBe("deep");
    }
  });

  it("is at most so long", () => {
    expect(richTextSchema.safeParse(doc(paragraph(words("ა".repeat(longestRichText))))).success).toBe(true);
    expect(richTextSchema.safeParse(doc(paragraph(words("ა".repeat(longestRichText))), paragraph(words("ა")))).error?.issues).toMatchObject([{ message: "textTooLong" }]);
    expect(richTextSchema.safeParse(doc(...Array.from({ length: 2_001 }, () => paragraph()))).error?.issues).toMatchObject([{ message: "textTooLong" }]);
  });

  it("is never cut short in silence: what is too much is kept for its writer, who is told", () => {
    const much = doc(...Array.from({ length: 3_000 }, () => paragraph(words("ა".repeat(100)))));
    expect(withoutUnsafe(much)).toEqual(much);
    expect(richTextSchema.safeParse(withoutUnsafe(much)).success).toBe(false);
  });

  it("is what was written, without the empty paragraphs behind it", () => {
    expect(written(doc(paragraph(), paragraph(words("a")), paragraph(), { type: "paragraph" }))).toEqual(doc({ type: "paragraph" }, paragraph(words("a"))));
    expect(written(doc(paragraph(), { type: "paragraph" }))).toBeUndefined();
  });

  it.each([null, undefined, 5, "<p>a</p>", [], {}, { type: "doc" }, { type: "doc", content: "x" }, { type: "doc", content: [null, 5, "x"] }])("is nothing of %j", (value) => {
    expect(withoutUnsafe(value)).toBeNull();
    expect(richTextSchema.safeParse(value).success).toBe(false);
  });
});

const mark = fc.constantFrom({ type: "bold" }, { type: "italic" }, { type: "strike" }, { type: "link", attrs: { href: "https://mof.ge" } }, { type: "link", attrs: { href: "javascript:1" } }, null);
const { tree } = fc.letrec((tie) => ({
  tree: fc.record({
    type: fc.constantFrom("doc", "paragraph", "heading", "bulletList", "orderedList", "listItem", "table", "tableRow", "tableCell", "tableHeader", "text", "hardBreak", "script"),
    text: fc.option(fc.oneof(fc.string(), fc.string({ unit: "binary" }))), marks: fc.option(fc.array(mark, { maxLength: 4 })), attrs: fc.option(fc.record({ level: fc.integer(), href: fc.string(), style: fc.string() })),
    content: fc.option(fc.array(tie("tree"), { maxLength: 4 })),
  }),
}));

describe("any value whatsoever", () => {
  it("becomes what the schema accepts as it is, or nothing", () => {
    fc.assert(fc.property(fc.oneof(fc.array(tree, { maxLength: 5 }).map((content) => ({ type: "doc", content })), fc.anything()), (value) => {
      const kept = withoutUnsafe(value);
      if (kept === null) return;
      expect(richTextSchema.parse(kept)).toEqual(kept);
      expect(withoutUnsafe(kept)).toEqual(kept);
    }));
  });

  it("that the schema accepts stays as it is parsed", () => {
    fc.assert(fc.property(fc.array(tree, { maxLength: 3 }), (content) => {
      const result = richTextSchema.safeParse({ type: "doc", content });
      if (result.success) expect(plainTextOf(withoutUnsafe(result.data) ?? result.data)).toBe(plainTextOf(result.data));
    }));
  });
});

describe("plain and rich", () => {
  it("says a plain text in paragraphs, with the lines it has", () => {
    expect(richTextOf("A\r\nB\n \n\n C \n")).toEqual(doc(paragraph(words("A"), { type: "hardBreak" }, words("B")), paragraph(words("C"))));
    expect(richTextOf(" \n\n ")).toBeNull();
  });

  it("reads the same again", () => {
    const line = fc.string({ minLength: 1 }).map((text) => text.replace(/\s+/g, " ").trim()).filter(Boolean);
    const text = fc.array(fc.array(line, { minLength: 1 }).map((lines) => lines.join("\n")), { minLength: 1 }).map((paragraphs) => paragraphs.join("\n\n"));
    fc.assert(fc.property(text, (plain) => {
      const rich = richTextOf(plain);
      expect(rich && plainTextOf(rich)).toBe(plain);
      expect(richTextSchema.safeParse(rich).success).toBe(true);
    }));
  });

  it("reads headings, lists and tables as words in their order", () => {
    const value = parsed(doc({ type: "heading", attrs: { level: 3 }, content: [words("H")] }, list(paragraph(words("a", { type: "bold" }), words("b")), list(paragraph(words("c")))), table([cell("1"), cell("2")], [cell("3"), cell("4")])));
    expect(plainTextOf(value)).toBe("H\n\nab\nc\n\n1\t2\n3\t4");
    expect(lengthOf(value)).toBe(8);
  });
});

describe("a text that says nothing", () => {
  const empty = parsed(doc(paragraph(), list(paragraph(words(" \u00a0\u200b"))), table([cell("\t")])));
  const said = parsed(doc(paragraph(words("ა"))));

  it("is blank, and is kept in no language", () => {
    expect([isBlankRichText(empty), isBlankRichText(null), isBlankRichText(said)]).toEqual([true, true, false]);
    expect(compactRichText({ ka: empty, en: said })).toEqual({ en: said });
    expect([compactRichText({ ka: empty }), compactRichText(null)]).toEqual([null, null]);
    expect([isBlankLocalizedRichText({ ka: empty }), isBlankLocalizedRichText({ en: said })]).toEqual([true, false]);
  });

  it("gives way to the other language", () => {
    expect(localizeRichText({ ka: empty, en: said }, "ka")).toEqual({ text: said, lang: "en" });
    expect(localizeRichText({ ka: said, en: said }, "en")?.lang).toBe("en");
    expect(localizeRichText({ ka: empty }, "ka")).toBeNull();
    expect(languagesOf({ ka: empty, en: said })).toEqual(["en"]);
  });
});
