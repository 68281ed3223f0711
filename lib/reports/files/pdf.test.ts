import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Locale } from "#lib/record/localized/schema.ts";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import type { Snapshot } from "#lib/reports/snapshots/schema.ts";
import { reportDocument } from "./blocks.ts";
import { loadFonts } from "./fonts.ts";
import { generatedReport } from "./generated-report.ts";
import { makePdf } from "./pdf.ts";
import { pdfText, readPdf } from "./pdf-text.ts";
import { richSnapshot } from "./rich-snapshot.ts";
import type { HeadingBlock, ReportDocument } from "./schema.ts";
import { makeSummary } from "./summary.ts";
import { printable } from "./typesetting.ts";

const source = { sha256: "ab".repeat(32), site: "https://ogp.example.ge" };
const languages = ["ka", "en"] as const;

async function documentOf(snapshot: Snapshot, locale: Locale): Promise<ReportDocument> {
  return reportDocument(snapshot, source, await translatorFor(locale), locale);
}

/** A report in which the public said something. */
function commented(body: string): Snapshot {
  const snapshot = generatedReport({ commitments: 1, milestones: 1 });
  const comments = snapshot.comments && { ...snapshot.comments, published: snapshot.comments.published.slice(0, 1).map((comment) => ({ ...comment, body })) };
  return { ...snapshot, comments };
}

const dense = (text: string) => text.normalize("NFC").replace(/[\s\u00ad-]/g, "");
const plain = (content: HeadingBlock["content"]) => content.map((inline) => (inline.type === "text" ? inline.text : "")).join("");

describe.each(languages)("a report as PDF in %s", (locale) => {
  it("is a tagged PDF/UA-1 that says its title, author and language", async () => {
    const document = await documentOf(richSnapshot(), locale);
    const pdf = makePdf(document);
    expect(readPdf("pdfinfo", [], pdf)).toMatch(/^Tagged: +yes$/m);
    const meta = readPdf("pdfinfo", ["-meta"], pdf);
    expect(meta).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(meta).toContain(`<dc:language><rdf:Bag><rdf:li>${locale}</rdf:li>`);
    expect(readPdf("pdfinfo", [], pdf)).toContain(document.title.text);
    expect(readPdf("pdfinfo", [], pdf)).toContain(document.author);
  });

  it("has every heading as a bookmark, in its order, and tags for headings, tables, lists and charts", async () => {
    const document = await documentOf(richSnapshot(), locale);
    const pdf = makePdf(document);
    const outline = [...readPdf("pdftohtml", ["-xml", "-i", "-stdout"], pdf).matchAll(/<item page="\d+">(.*?)<\/item>/g)].map(([, text]) => dense((text ?? "").replaceAll("&amp;", "&").replaceAll("&#34;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">")));
    const headings = document.body.flatMap((block) => (block.type === "heading" && block.id ? [dense(`${block.number ?? ""}${plain(block.content)}`)] : []));
    expect(outline).toEqual(headings);
    const tags = new Set([...readPdf("pdfinfo", ["-struct"], pdf).matchAll(/^ *([A-Z]\w*)/gm)].map(([, tag]) => tag));
    expect([...tags]).toEqual(expect.arrayContaining(["H1", "H2", "H3", "Table", "TH", "TD", "L", "LI", "Link", "Figure", "TOC"]));
  });

  it("is drawn with the fonts of the packages alone, all of them inside", async () => {
    const fonts = readPdf("pdffonts", [], makePdf(await documentOf(richSnapshot(), locale))).split("\n").slice(2).filter(Boolean);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+NotoSans(Georgian|Math|Symbols2)?-\w+ .* yes yes yes /);
  });

  it("is the same byte for byte when it is made again", async () => {
    const [first, second] = [makePdf(await documentOf(richSnapshot(), locale)), makePdf(await documentOf(richSnapshot(), locale))];
    expect(Buffer.compare(first, second)).toBe(0);
  });
});

describe("what people write", () => {
  it.each(["*fett* _x_ #panic() $x$ @nobody <label> \\ // /* */ `code` = no heading", "https://example.ge/" + "a".repeat(400), "ვალდებულება".repeat(60), "שלום, 😀👩‍👩‍👧 \u{e000} ◐ ≥ ✓ →", "\ufeff\ufffe\u202e\u0001x"])("is never markup and never in the way: %s", async (body) => {
    const text = dense(pdfText(makePdf(await documentOf(commented(body), "ka"))));
    const said = dense(printable(body, loadFonts().draws));
    expect(text.includes(said), said).toBe(true);
  });

  it("is left out where it shows nothing: a heading of it would keep the file from being made", async () => {
    const body = { type: "doc" as const, content: [{ type: "heading" as const, attrs: { level: 3 as const }, content: [{ type: "text" as const, text: "\u200b" }] }, { type: "paragraph" as const, content: [{ type: "text" as const, text: "Seen" }] }] };
    const snapshot = richSnapshot();
    const pdf = makePdf(await documentOf({ ...snapshot, sections: snapshot.sections.map((section) => (section.key === "introduction" ? { ...section, body: { ka: body } } : section)) }, "ka"));
    expect(pdfText(pdf)).toContain("Seen");
  });

  it("of any kind can be set", async () => {
    const say = await translatorFor("ka");
    fc.assert(fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 200 }), (body) => {
      expect(makePdf(reportDocument(commented(body.toWellFormed() || "x"), source, say, "ka")).length).toBeGreaterThan(1000);
    }), { numRuns: 40 });
  });
});

describe.each(languages)("the summary in %s", (locale) => {
  it.each([1, 2, 8, 30, 200])("is exactly one page for %i commitments", async (commitments) => {
    const pdf = makeSummary(generatedReport({ commitments, milestones: 3 }), source, await translatorFor(locale), locale);
    expect(readPdf("pdfinfo", [], pdf)).toMatch(/^Pages: +1$/m);
    expect(readPdf("pdfinfo", [], pdf)).toMatch(/^Tagged: +yes$/m);
    expect(dense(pdfText(pdf))).toContain(dense(`${source.site}/${locale}/reports/generated/versions/2`));
  });

  it("is one page however long its words are, and without commitments", async () => {
    const small = generatedReport({ commitments: 30, milestones: 1 });
    const long = { ka: "გრძელი სათაური ".repeat(30).trim(), en: "A very long title ".repeat(30).trim() };
    const wordy: Snapshot = { ...small, report: { ...small.report, title: long }, plan: { ...small.plan, title: long, secretariat: { slug: "s", name: long } }, commitments: small.commitments.map((commitment) => ({ ...commitment, title: long })) };
    const empty: Snapshot = { ...generatedReport({ commitments: 0, milestones: 0 }), parts: [] };
    for (const snapshot of [wordy, empty]) expect(readPdf("pdfinfo", [], makeSummary(snapshot, source, await translatorFor(locale), locale))).toMatch(/^Pages: +1$/m);
  });
});
