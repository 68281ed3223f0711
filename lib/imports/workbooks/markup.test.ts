import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { defaultTerms } from "./default-terms.ts";
import { handmade, handmadeCsv, tampered, typed } from "./handmade.ts";
import { markUp } from "./markup.ts";
import { readWorkbook } from "./reading.ts";
import { readingProblems } from "./rules.ts";
import type { RawSheet } from "#lib/sheets/schema.ts";
import { wrongColour } from "#lib/sheets/xlsx-file.ts";
import { readXlsx } from "#lib/sheets/xlsx.ts";
import { openZip } from "#lib/sheets/zip.ts";

const terms = await defaultTerms();
const known = { organisationKinds: ["municipal_body"], thematicAreas: ["transparency", "engagement"], fundingSources: [], municipalities: [], grades: { georgia: [] } };
const wrong = { ...typed, ვალდებულებები: (typed.ვალდებულებები ?? []).map((cells, row) => (row === 1 ? ["1", "1", "ბიუჯეტი", null, "უცნობი კავშირი"] : cells)) };

async function problemsOf(bytes: Uint8Array) {
  const reading = await readWorkbook(bytes, terms);
  if (!reading.ok) throw new Error(reading.refusal.code);
  return { raw: reading.raw, problems: readingProblems(reading, known, "2026-11-21") };
}

async function sheetsOf(bytes: Uint8Array): Promise<RawSheet[]> {
  const sheets: RawSheet[] = [];
  for await (const sheet of readXlsx(openZip(bytes), () => true)) sheets.push(sheet);
  return sheets;
}

/** Names of the cells of a sheet that have the colour of problems. */
function colouredCells(bytes: Uint8Array, part: string): string[] {
  const files = unzipSync(bytes);
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const fills = (/<fills\b.*?<\/fills>/s.exec(text("xl/styles.xml"))?.[0].match(/<fill>.*?<\/fill>/gs) ?? []).flatMap((fill, index) => (fill.includes(wrongColour) ? [String(index)] : []));
  const styles = (/<cellXfs\b.*?<\/cellXfs>/s.exec(text("xl/styles.xml"))?.[0].match(/<xf\b[^>]*>/g) ?? []).map((xf) => fills.includes(/fillId="(\d+)"/.exec(xf)?.[1] ?? ""));
  return [...text(part).matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/g)].filter(([, , style]) => styles[Number(style)]).map(([, name]) => name ?? "");
}

describe("a workbook with problems", () => {
  it("is given back with its cells coloured and the problems first, in the reader's language, each linked to its cell", async () => {
    const bytes = handmade(wrong);
    const { problems, raw } = await problemsOf(bytes);
    const marked = await markUp(bytes, problems, "en", terms);
    const [first, ...others] = await sheetsOf(marked);
    expect(first?.name).toBe("Problems");
    expect(first?.rows.map(({ cells }) => cells)).toEqual([
      ["2 problems to correct"],
      [terms.say.en("workbooks.report.lead")],
      ["Sheet", "Row", "Column", "What is wrong", "What is expected"],
      ["ვალდებულებები", { kind: "number", value: 2, text: "2" }, "E (პარტნიორი ორგანიზაციები)", "the sheet “Organisations” holds no “უცნობი კავშირი”", "a name that stands in that sheet; add the row, or correct the name"],
      ["ვალდებულებები", { kind: "number", value: 2, text: "2" }, "D (პასუხისმგებელი უწყება)", "this is empty", "fill in this cell"],
    ]);
    expect(strFromU8(unzipSync(marked)["xl/worksheets/open-commitments-problems.xml"] ?? new Uint8Array())).toContain(`<hyperlink ref="A5" location="'ვალდებულებები'!E2"/>`);
    expect(others).toEqual(await sheetsOf(bytes));
    expect(colouredCells(marked, "xl/worksheets/sheet4.xml")).toEqual(["D2", "E2"]);
    expect((await problemsOf(marked)).raw).toEqual(raw);
  });

  it("is marked afresh the second time: what was corrected loses its colour", async () => {
    const marked = await markUp(handmade(wrong), (await problemsOf(handmade(wrong))).problems, "ka", terms);
    const corrected = tampered(marked, { "xl/worksheets/sheet4.xml": (xml) => xml.replace(/<c r="D2" s="(\d+)"\/>/, '<c r="D2" s="$1" t="inlineStr"><is><t>ზუგდიდის მერია</t></is></c>') });
    const { problems } = await problemsOf(corrected);
    const again = await markUp(corrected, problems, "en", terms);
    expect((await sheetsOf(again)).map(({ name }) => name)).toEqual(["Problems", ...Object.keys(typed)]);
    expect(colouredCells(again, "xl/worksheets/sheet4.xml")).toEqual(["E2"]);
  });

  it("keeps what its author made of it: names, views, parts that we do not know", async () => {
    const bytes = tampered(handmade(wrong), {
      "xl/workbook.xml": (xml) => xml.replace("</sheets>", '</sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">x</definedName></definedNames>').replace('activeTab="0"', 'activeTab="3"'),
      "xl/theme/theme1.xml": "<theme/>",
    });
    const files = unzipSync(await markUp(bytes, (await problemsOf(bytes)).problems, "ka", terms));
    const workbook = strFromU8(files["xl/workbook.xml"] ?? new Uint8Array());
    expect(workbook).toContain('localSheetId="2"');
    expect(workbook).not.toContain("activeTab");
    expect(Object.keys(files)).toContain("xl/theme/theme1.xml");
    expect(Object.entries(files).filter(([name, content]) => name.startsWith("xl/worksheets/") && strFromU8(content).includes("tabSelected")).map(([name]) => name)).toEqual(["xl/worksheets/open-commitments-problems.xml"]);
  });

  it("is made anew where its insides are not as we know them", async () => {
    const bytes = tampered(handmade(wrong), { "xl/worksheets/sheet4.xml": (xml) => xml.replace(/<c r="(\w+)" s="(\d+)"/g, "<c r='$1' s='$2'") });
    const { problems } = await problemsOf(bytes);
    const marked = await markUp(bytes, problems, "ka", terms);
    expect((await sheetsOf(marked)).map(({ name }) => name)).toEqual(["შეცდომები", ...Object.keys(typed)]);
    expect((await problemsOf(marked)).problems.map(({ message }) => message)).toEqual(problems.map(({ message }) => message));
  });
});

it("of CSV files a workbook is made, in the reader's language", async () => {
  const csv = handmadeCsv(Object.fromEntries(Object.entries(wrong).map(([name, rows]) => [`${name}.csv`, rows])));
  const { problems } = await problemsOf(csv);
  const marked = await markUp(csv, problems, "en", terms);
  expect((await sheetsOf(marked)).map(({ name }) => name)).toEqual(expect.arrayContaining(["Problems", "Plan", "Organisations", "Objectives", "Commitments", "Milestones"]));
  expect((await problemsOf(marked)).problems.map(({ message }) => message)).toEqual(problems.map(({ message }) => message));
});

it("of a plan file there is the list of problems", async () => {
  const bytes = new TextEncoder().encode("{}");
  const [list] = await sheetsOf(await markUp(bytes, (await problemsOf(bytes)).problems, "en", terms));
  expect(list?.rows.map(({ cells }) => cells[0])).toContain("plan");
});
