import { describe, expect, it } from "vitest";
import { locales } from "#lib/record/localized/schema.ts";
import { defaultTerms } from "./default-terms.ts";
import { columnHint, readMeRows } from "./read-me.ts";
import { columnLabel, fileNameOf, headingIndex, headingLabel, headingsOf, ownSheets, sheetIndex, sheetLabel, sheetModels, sheetNames } from "./sheets.ts";
import { plain } from "./values.ts";

const terms = await defaultTerms();

describe("the sheets", () => {
  it("are told apart by name in every language, and spreadsheets take their names", () => {
    expect(sheetModels.map(({ name }) => name)).toEqual([...sheetNames]);
    for (const locale of locales) {
      const names = [...sheetNames, ...ownSheets].map((name) => sheetLabel(name, locale, terms));
      expect(new Set(names.map(plain)).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/);
    }
    for (const { name } of sheetModels) for (const words of [fileNameOf(name), ...locales.map((locale) => sheetLabel(name, locale, terms))]) expect(sheetIndex(terms).get(plain(words))).toMatchObject({ name });
  });

  it.each(sheetModels.map((model) => [model.name, model] as const))("%s has columns that are told apart in every language", (name, model) => {
    const index = headingIndex(model, terms);
    for (const heading of headingsOf(model)) for (const locale of locales) expect(index.get(plain(headingLabel(name, heading, locale, terms)))).toEqual(heading);
  });

  it.each(locales)("are explained in %s without a word missing", (locale) => {
    expect(readMeRows(locale, terms).flat().filter((words) => /workbooks\./.test(words))).toEqual([]);
  });

  it("are documented as they are read (mend the document with vitest -u)", async () => {
    const row = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
    const sections = sheetModels.flatMap(({ name, required, columns }) => [
      `## ${sheetLabel(name, "en", terms)} · ${sheetLabel(name, "ka", terms)}`,
      "",
      `${fileNameOf(name)}.csv${required ? ", needed" : ""}: ${terms.say.en(`workbooks.about.${name}`)}.`,
      "",
      row(["column", "ka", "field", "needed", "what may stand in it"]),
      row(["---", "---", "---", "---", "---"]),
      ...columns.map((column) => row([columnLabel(name, column, "en", terms), columnLabel(name, column, "ka", terms), `\`${column.field}\``, column.required ? "yes" : "", columnHint(column, "en", terms)])),
      "",
    ]);
    const habits = readMeRows("en", terms).slice(1, 9).map(([line]) => `- ${line}`);
    const introduction = [
      "# A plan as sheets",
      "",
      "A plan can be downloaded and brought in as an XLSX workbook, as the same sheets in CSV files inside one ZIP file, or as a [plan file](plan-file.md). All three hold the plan as it is promised, without",
      "what was reported of it. This document is made from the model by which they are written and read (`lib/imports/workbooks/sheets.ts`).",
      "",
      ...habits,
      "- CSV files are separated by semicolons, commas or tabs, and in UTF-8 or in UTF-16 that says so. A text that begins with =, +, - or @ has an apostrophe before it, so that no spreadsheet runs it; it is read without.",
      "- A text in languages has the columns “Title (Georgian)”, “Title (English)” and so on. One that is longer than a cell can be goes on in “Introduction (Georgian) 2”.",
      "- Sheets called Read me, Problems and Lists are written for the reader and never read.",
      "",
    ];
    await expect(`${[...introduction, ...sections].join("\n").trimEnd()}\n`).toMatchFileSnapshot("../../../docs/plan-sheets.md");
  });
});
