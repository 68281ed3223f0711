import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { snapshotSchema } from "#lib/reports/snapshots/schema.ts";
import { reportDocument } from "./blocks.ts";
import { makeDocx } from "./docx.ts";
import { richSnapshot } from "./rich-snapshot.ts";

const source = { sha256: "ab".repeat(32), site: "https://ogp.example.ge" };

async function partsOf(locale: "ka" | "en") {
  const bytes = await makeDocx(reportDocument(richSnapshot(), source, await translatorFor(locale), locale));
  const parts = unzipSync(bytes);
  return { bytes, part: (name: string) => strFromU8(parts[name] ?? expect.unreachable(name)) };
}

describe.each([["ka", "ka-GE"], ["en", "en-GB"]] as const)("a report as a Word file in %s", (locale, language) => {
  it("says its language, title and author, and names a font that has Georgian", async () => {
    const { part } = await partsOf(locale);
    const snapshot = richSnapshot();
    const core = part("docProps/core.xml");
    expect(core).toContain(`<dc:language>${language}</dc:language>`);
    expect(core).toContain(snapshot.report.title[locale]);
    expect(core).toContain(snapshot.plan.secretariat.name[locale]);
    expect(core).toContain("2020-12-31T08:00:00Z</dcterms:created>");
    expect(part("word/styles.xml")).toMatch(new RegExp(`<w:docDefaults>.*<w:lang w:val="${language}"`));
    expect(part("word/styles.xml")).toContain('w:ascii="Sylfaen"');
    expect(part("word/fontTable.xml")).toContain('w:name="Sylfaen"');
  });

  it("has Word's own headings, contents, lists, table headers and links", async () => {
    const { part } = await partsOf(locale);
    const xml = part("word/document.xml");
    const levels = [...xml.matchAll(/<w:pStyle w:val="Heading(\d)"\/>/g)].map(([, level]) => Number(level));
    expect(new Set(levels)).toEqual(new Set([1, 2, 3, 4, 5, 6]));
    expect(levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    expect(xml).toMatch(/TOC \\h \\o (?:"|&quot;)1-3/);
    expect(xml).toContain("<w:numPr>");
    const headed = [...xml.matchAll(/<w:tbl>(.*?)<\/w:tbl>/gs)].filter(([, table = ""]) => table.includes("<w:tblHeader/>"));
    expect(headed.length).toBeGreaterThan(5);
    expect(headed.every(([, table = ""]) => /<w:tblLook [^>]*w:firstRow="(?:1|true)"/.test(table))).toBe(true);
    expect(part("word/_rels/document.xml.rels")).toContain("https://example.ge/linked-");
    const anchors = [...xml.matchAll(/w:anchor="([^"]+)"/g)].map(([, name]) => name);
    const bookmarks = new Set([...xml.matchAll(/<w:bookmarkStart w:name="([^"]+)"|<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, a, b]) => a ?? b));
    expect(anchors.length).toBeGreaterThan(0);
    expect(anchors.filter((name) => !bookmarks.has(name))).toEqual([]);
    expect(part("word/footer1.xml")).toMatch(/PAGE.*NUMPAGES/s);
  });

  it("marks what is in the other language", async () => {
    const other = locale === "ka" ? "en" : "ka";
    const snapshot = richSnapshot();
    const [commitment] = snapshot.commitments;
    if (commitment) commitment.title = { [other]: "Portal" };
    const bytes = await makeDocx(reportDocument(snapshot, source, await translatorFor(locale), locale));
    expect(strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array())).toMatch(new RegExp(`<w:lang w:val="${other === "ka" ? "ka-GE" : "en-GB"}"/></w:rPr><w:t[^>]*>Portal`));
  });

  it("stays whole whatever people wrote: mark-up, marks that XML cannot hold, signs beyond the letters", async () => {
    const odd = "<w:p/>&amp; \"'\u0001\ufffe ]]> \u{1f600}\tა";
    const written = (value: unknown): unknown =>
      Array.isArray(value) ? value.map(written)
        : typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, ["ka", "en", "text", "url"].includes(key) && typeof inner === "string" ? `${inner}${odd}` : written(inner)]))
          : value;
    const snapshot = snapshotSchema.parse(written(richSnapshot()));
    const parts = unzipSync(await makeDocx(reportDocument(snapshot, source, await translatorFor(locale), locale)));
    for (const [name, bytes] of Object.entries(parts)) {
      if (!/\.(xml|rels)$/.test(name)) continue;
      const parser = new SaxesParser();
      parser.on("error", (error) => expect.unreachable(`${name}: ${error.message}`));
      parser.write(strFromU8(bytes)).close();
    }
    expect(strFromU8(parts["word/document.xml"] ?? new Uint8Array())).toContain("&lt;w:p/&gt;&amp;amp; ");
  });

  it("is the same bytes each time", async () => {
    const [one, two] = [await partsOf(locale), await partsOf(locale)];
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true);
  });
});
