import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { canonicalJson } from "#lib/reports/snapshots/rules.ts";
import { snapshotSchema } from "#lib/reports/snapshots/schema.ts";
import { parseCsv } from "#lib/sheets/csv.ts";
import { readXlsx } from "#lib/sheets/xlsx.ts";
import { openZip } from "#lib/sheets/zip.ts";
import { reportDocument } from "./blocks.ts";
import { makeDocx } from "./docx.ts";
import { docxText } from "./docx-text.ts";
import { factsOf, type Fact } from "./facts.ts";
import { pdfText, readsPdf } from "./pdf-text.ts";
import { makePdf } from "./pdf.ts";
import { richSnapshot } from "./rich-snapshot.ts";
import { makeCsvZip, makeXlsx } from "./sheets.ts";

const source = { sha256: "ab".repeat(32), site: "https://ogp.example.ge" };
const snapshot = richSnapshot();

/** Formats break lines where they like. */
const dense = (text: string) => text.normalize("NFC").replace(/[\s\u00a0\u00ad\u200b]+/g, "");

/** How often a text says something; a number or another short word only where it stands alone. */
function timesSaid(words: string, text: string): number {
  if (words.length > 6 || /\s/.test(words)) return dense(text).split(dense(words)).length - 1;
  return [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${words.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")}(?![\\p{L}\\p{N}])`, "gu"))].length;
}

/** Facts that a text says less often than the snapshot states them. */
function missing(facts: readonly Fact[], said: (fact: Fact) => string | null, text: string): string[] {
  const stated = Map.groupBy(facts.filter((fact) => said(fact) !== null), (fact) => said(fact) ?? "");
  return [...stated].flatMap(([words, same]) => (timesSaid(words, text) < same.length ? [`${same.map(({ path }) => path).join(", ")}: ${words}`] : []));
}

describe.each(["ka", "en"] as const)("every fact of a snapshot in %s", (locale) => {
  it("is in the Word file", async () => {
    const say = await translatorFor(locale);
    const text = docxText(await makeDocx(reportDocument(snapshot, source, say, locale)));
    expect(missing(factsOf(snapshot, say, locale), ({ inText }) => inText, text)).toEqual([]);
  });

  it.skipIf(!readsPdf)("is in the PDF", async () => {
    const say = await translatorFor(locale);
    const text = pdfText(makePdf(reportDocument(snapshot, source, say, locale)));
    expect(missing(factsOf(snapshot, say, locale), ({ inText }) => inText, text)).toEqual([]);
  });

  it("is in the workbook and in the CSV files", async () => {
    const say = await translatorFor(locale);
    const cells: string[] = [];
    for await (const { rows } of readXlsx(openZip(makeXlsx(snapshot, source, say, locale)), () => true)) {
      cells.push(...rows.flatMap((row) => row.cells.map((cell) => String(typeof cell === "object" && "value" in cell ? cell.value : (cell ?? "")))));
    }
    const files = unzipSync(makeCsvZip(snapshot, source, say, locale));
    const fields = Object.entries(files).flatMap(([name, bytes]) => parseCsv(strFromU8(bytes).replace(/^\ufeff/, ""), name).flatMap((row) => row.cells.map((cell) => String(cell ?? ""))));
    const facts = factsOf(snapshot, say, locale);
    expect(missing(facts, ({ inTables }) => inTables, cells.join("\n"))).toEqual([]);
    expect(missing(facts, ({ inTables }) => inTables, fields.join("\n"))).toEqual([]);
  });

  it("is in the JSON, of which nothing is lost", () => {
    expect(snapshotSchema.parse(JSON.parse(canonicalJson(snapshot)))).toEqual(snapshot);
  });
});

describe("the comparison of facts", () => {
  it("misses what a file does not say, and refuses a field of which nobody has said how it is told", async () => {
    const say = await translatorFor("en");
    const text = docxText(await makeDocx(reportDocument(snapshot, source, say, "en")));
    const other = richSnapshot();
    const [commitment] = other.commitments;
    if (commitment) Object.assign(commitment, { plainSummary: { en: "Said nowhere" }, number: "VII.a" });
    expect(missing(factsOf(other, say, "en"), ({ inText }) => inText, text).sort()).toEqual(["commitments.number: VII.a", "commitments.plainSummary: Said nowhere"]);
    Object.assign(commitment ?? {}, { mood: "good" });
    expect(() => factsOf(other, say, "en")).toThrow("commitments.mood");
  });
});
