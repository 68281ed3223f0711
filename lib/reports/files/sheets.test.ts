import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { translatorFor } from "#lib/platform/i18n/translator.ts";
import { richTextOf } from "#lib/record/rich-text/rules.ts";
import { parseCsv } from "#lib/sheets/csv.ts";
import { readXlsx } from "#lib/sheets/xlsx.ts";
import { openZip } from "#lib/sheets/zip.ts";
import { richSnapshot } from "./rich-snapshot.ts";
import { makeCsvZip, makeXlsx, reportTables } from "./sheets.ts";

const source = { sha256: "ab".repeat(32), site: "https://ogp.example.ge" };
const snapshot = richSnapshot();

describe.each(["ka", "en"] as const)("the tables of a report in %s", (locale) => {
  it("have headings in words, no sheet called the same, and no column that always is empty in a report that states everything", async () => {
    const say = await translatorFor(locale);
    const tables = reportTables(snapshot, source, say, locale);
    const names = tables.map(({ name }) => say(`report-tables.sheets.${name}`));
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.length > 31 || /[[\]:*?/\\]/.test(name))).toEqual([]);
    const unknown = tables.flatMap(({ name, columns }) => (name === "ogp" ? [] : columns.filter((column) => say(`report-tables.columns.${column}`).startsWith("report-tables."))));
    expect(unknown).toEqual([]);
    const empty = tables.flatMap(({ name, columns, rows }) => columns.filter((column) => rows.every((row) => (row[column] ?? null) === null)).map((column) => `${name}.${column}`));
    expect(empty).toEqual(["Region", "Action Plan Number", "Short Title", "Year Of Submission", "Theme", "Specificity"].map((column) => `ogp.${column}`));
    const unlisted = tables.flatMap(({ name, columns, rows }) => rows.flatMap((row) => Object.keys(row)).filter((key) => !columns.includes(key)).map((key) => `${name}.${key}`));
    expect(unlisted).toEqual([]);
  });

  it("say the same as a workbook and as CSV, with numbers as numbers and headings that stay in sight", async () => {
    const say = await translatorFor(locale);
    const tables = reportTables(snapshot, source, say, locale);
    const xlsx = makeXlsx(snapshot, source, say, locale);
    const csv = Object.values(unzipSync(makeCsvZip(snapshot, source, say, locale))).map((bytes) => Buffer.from(bytes).toString());
    let index = 0;
    for await (const sheet of readXlsx(openZip(xlsx), () => true)) {
      const { name, columns, rows } = tables[index] ?? expect.unreachable();
      expect(sheet.name).toBe(say(`report-tables.sheets.${name}`));
      const stated = rows.map((row) => columns.map((column) => row[column] ?? null));
      expect(sheet.rows.slice(1).map(({ cells }) => columns.map((_, at) => { const cell = cells[at] ?? null; return typeof cell === "object" && cell !== null && "value" in cell ? cell.value : cell; }))).toEqual(stated);
      const text = csv[index] ?? "";
      expect(text.startsWith("\ufeff")).toBe(true);
      const inCsv = parseCsv(text.slice(1), name);
      expect(inCsv.slice(1).map(({ cells }) => columns.map((_, at) => cells[at] ?? null))).toEqual(stated.map((cells) => cells.map((cell) => (cell === null ? null : String(cell)))));
      index += 1;
    }
    expect(index).toBe(tables.length);
    const parts = unzipSync(xlsx);
    expect(Object.keys(parts).filter((part) => part.startsWith("xl/worksheets/")).every((part) => strFromU8(parts[part] ?? new Uint8Array()).includes('state="frozen"'))).toBe(true);
  });

  it("call the steps of the plan what the plan calls them", async () => {
    const say = await translatorFor(locale);
    const csv = unzipSync(makeCsvZip({ ...snapshot, plan: { ...snapshot.plan, vocabulary: "activity" } }, source, say, locale));
    const headings = strFromU8(csv["05-indicators.csv"] ?? expect.unreachable()).split("\r\n")[0]?.split(";").slice(1, 3);
    expect(headings).toEqual(locale === "ka" ? ["აქტივობა", "ქვე-აქტივობა"] : ["Activity", "Sub-activity"]);
  });

  it("are the same bytes each time", async () => {
    const say = await translatorFor(locale);
    expect(makeXlsx(richSnapshot(), source, say, locale)).toEqual(makeXlsx(snapshot, source, say, locale));
    expect(makeCsvZip(richSnapshot(), source, say, locale)).toEqual(makeCsvZip(snapshot, source, say, locale));
  });

  it("run nothing as a formula, whoever wrote it", async () => {
    const say = await translatorFor(locale);
    const [first] = snapshot.comments?.published ?? [];
    const hostile = { ...snapshot, comments: { published: [{ ...(first ?? expect.unreachable()), body: '=HYPERLINK("https://example.ge")', author: "@SUM(A1)" }], refused: [] } };
    const csv = unzipSync(makeCsvZip(hostile, source, say, locale));
    const [name = ""] = Object.keys(csv).filter((file) => file.includes("comments"));
    expect(strFromU8(csv[name] ?? new Uint8Array())).toMatch(/\n'@SUM\(A1\);.*"'=HYPERLINK\(/);
    const sheets = unzipSync(makeXlsx(hostile, source, say, locale));
    expect(Object.values(sheets).map((bytes) => strFromU8(bytes)).some((xml) => xml.includes("<f>"))).toBe(false);
  });

  it("hold no text that a spreadsheet would call damaged: what no cell takes goes on in the next row", async () => {
    const say = await translatorFor(locale);
    const long = "სიტყვა 😀 ".repeat(8_000).trim();
    const body = { ka: richTextOf(long) ?? undefined, en: richTextOf(long) ?? undefined };
    const table = reportTables({ ...snapshot, sections: [{ key: "introduction", kind: "introduction", heading: null, body }] }, source, say, locale).find(({ name }) => name === "texts");
    const texts = (table?.rows ?? []).filter(({ commitmentKey }) => !commitmentKey).map(({ text }) => String(text));
    expect(texts.join("")).toBe(long);
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(32_767);
  });
});
