import { describe, expect, it } from "vitest";
import { planFileSchema } from "#lib/imports/plan-files/schema.ts";
import { defaultTerms } from "./default-terms.ts";
import { handmade, handmadeCsv, tampered, typed } from "./handmade.ts";
import { readWorkbook } from "./reading.ts";
import { describeProblem, placeOf, readingProblems } from "./rules.ts";

const terms = await defaultTerms();
const known = { organisationKinds: ["municipal_body"], thematicAreas: ["transparency", "engagement"], fundingSources: ["state_budget"], municipalities: [], grades: { georgia: ["fully_implemented"] } };
type Rows = (string | number | null)[][];

/** The typed plan without one of its sheets. */
function without(sheet: string): Record<string, Rows> {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => name !== sheet));
}

async function read(bytes: Uint8Array, of = terms) {
  const reading = await readWorkbook(bytes, of);
  if (!reading.ok) throw new Error(reading.refusal.code);
  return reading;
}

/** Each problem as it would be told: where, and the code of what. */
async function problemsOf(sheets: Record<string, Rows>): Promise<string[]> {
  return readingProblems(await read(handmade(sheets)), known, "2026-11-21").map(({ place, path, message }) => `${place ? `${place.sheet} ${place.cell ?? place.row ?? ""}`.trim() : path} ${message}`.trim());
}

/** The typed plan with one sheet's cell changed; rows and columns from 0. */
function withCell(sheet: string, row: number, column: number, value: string | number | null): Record<string, Rows> {
  return { ...typed, [sheet]: (typed[sheet] ?? []).map((cells, index) => (index === row ? cells.map((cell, place) => (place === column ? value : cell)) : cells)) };
}

describe("a workbook that was typed by hand", () => {
  it("is understood without keys, with labels, names and dates as people write them", async () => {
    const { raw, problems } = await read(handmade(typed));
    expect(problems).toEqual([]);
    const file = planFileSchema.parse(raw);
    expect(file.plan).toMatchObject({ slug: "zugdidis-samokmedo-gegma", level: "local", startsOn: "2026", endsOn: "2027-12", secretariat: "zugdidis-meria" });
    expect(file.organisations.map(({ key }) => key)).toEqual(["zugdidis-meria", "zugdidis-sakrebulo"]);
    expect(file.parts.map(({ key }) => key)).toEqual(["objective-1", "objective-2"]);
    expect(file.commitments).toMatchObject([
      { slug: "objective-1-1", part: "objective-1", lead: "zugdidis-meria", partners: ["zugdidis-sakrebulo"], thematicAreas: ["transparency", "engagement"], sdgs: [11, 16], milestones: [{ number: "1.1", endsOn: "2026-12-31" }] },
      { slug: "objective-2-1", part: "objective-2", sdgs: [16], milestones: [{ number: "1.1", endsOn: "2026-06" }] },
    ]);
    expect(readingProblems({ raw, places: (await read(handmade(typed))).places, problems }, known, "2026-11-21")).toEqual([]);
  });

  it("is the same as CSV files, whatever separates their cells, in UTF-8 or UTF-16", async () => {
    const { raw } = await read(handmade(typed));
    const csv = handmadeCsv(Object.fromEntries(Object.entries(typed).map(([name, rows]) => [`ჩემი გეგმა/${name}.csv`, rows])));
    expect((await read(csv)).raw).toEqual(raw);
    const name = "ჩემი გეგმა/ეტაპები.csv";
    for (const separator of [",", "\t"]) expect((await read(tampered(csv, { [name]: (text) => text.replaceAll(";", separator) }))).raw).toEqual(raw);
    expect((await read(tampered(csv, { [name]: (text) => `sep=;\r\n${text.replace("\ufeff", "")}` }))).raw).toEqual(raw);
    const utf16 = Buffer.from(`\ufeff${(typed.ეტაპები ?? []).map((cells) => cells.join("\t")).join("\n")}`, "utf16le");
    expect((await read(tampered(csv, { [name]: utf16 }))).raw).toEqual(raw);
  });

  it("takes headings and sheets in either language, mixed, in any order, and with odd spaces and case", async () => {
    const milestones: Rows = [["  END ", "title (georgian)", "Number", "ვალდებულება"], ["31/12/2026", "ფორმის შემუშავება", "1.1", "1/1"], ["June 2026", "კამერების შეძენა", "1.1", "2/1"]];
    expect((await read(handmade({ ...without("ეტაპები"), "milestones ": milestones }))).raw).toEqual((await read(handmade(typed))).raw);
  });

  it("gives an organisation that the record knows its key there", async () => {
    const { raw } = await read(handmade(typed), await defaultTerms([{ key: "zugdidi-city-hall", name: { ka: "ზუგდიდის მერია" } }]));
    expect(planFileSchema.parse(raw).commitments[0]?.lead).toBe("zugdidi-city-hall");
  });

  it("says where each entry came from", async () => {
    const { places } = await read(handmade(typed));
    expect(placeOf(places, "commitments[1].milestones[0].endsOn")).toEqual({ sheet: "ეტაპები", row: 3, column: "D", heading: "დასრულება", cell: "D3" });
    expect(placeOf(places, "commitments[0].title.ka")).toMatchObject({ sheet: "ვალდებულებები", cell: "C2" });
    expect(placeOf(places, "commitments[0].partners[0]")).toMatchObject({ cell: "E2" });
    expect(placeOf(places, "commitments[0].budget")).toMatchObject({ sheet: "ვალდებულებები", row: 2, cell: null });
    expect(placeOf(places, "periods[0].slug")).toBeNull();
  });

  it("lets a cell that is merged over several rows count for each of them", async () => {
    const sheet = "xl/worksheets/sheet5.xml";
    const rows: Rows = [["ვალდებულება", "ნომერი", "სათაური (ქართულად)"], ["1/1", "1.1", "პირველი"], [null, "1.2", "მეორე"]];
    const bytes = tampered(handmade({ ...typed, ეტაპები: rows }), { [sheet]: (xml) => xml.replace("</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>') });
    expect(planFileSchema.parse((await read(bytes)).raw).commitments[0]?.milestones).toHaveLength(2);
  });

  it("takes a date as exactly as its cell shows it", async () => {
    const withFormat = (code: string, serial: number) => tampered(handmade(withCell("გეგმა", 1, 4, serial)), {
      "xl/styles.xml": (xml) => xml.replace("<fonts", `<numFmts count="1"><numFmt numFmtId="170" formatCode="${code}"/></numFmts><fonts`).replace('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat', '<xf numFmtId="170" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat'),
    });
    const starts = async (code: string, serial = 46_296) => ((await read(withFormat(code, serial))).raw as { plan: { startsOn: string } }).plan.startsOn;
    expect([await starts("dd.mm.yyyy"), await starts("[$-ka]mmmm\\ yyyy"), await starts("yyyy")]).toEqual(["2026-10-01", "2026-10", "2026"]);
    expect((await read(withFormat("dd.mm.yyyy hh:mm", 46_296.5))).problems.find(({ path }) => path === "plan.startsOn")?.message).toBe("sheetDate");
  });
});

describe("what is wrong in a workbook is told where it is:", () => {
  it.each<[string, Record<string, Rows>, string[]]>([
    ["an unknown label", withCell("გეგმა", 1, 1, "სოფლის"), ["გეგმა B2 unknownLabel"]],
    ["a date that is none", withCell("ეტაპები", 1, 3, "გაზაფხულზე"), ["ეტაპები D2 sheetDate"]],
    ["a number as date", withCell("ეტაპები", 1, 3, 45_000.5), ["ეტაპები D2 sheetDate"]],
    ["an agency that is not in its sheet", withCell("ვალდებულებები", 1, 3, "ქუთაისის მერია"), ["ვალდებულებები D2 noSuchRow"]],
    ["a commitment that is not there", withCell("ეტაპები", 1, 0, "7"), ["ეტაპები A2 noSuchRow"]],
    ["a number that two commitments have", withCell("ეტაპები", 1, 0, "1/"), ["ეტაპები A2 noSuchRow"]],
    ["no commitment", withCell("ეტაპები", 1, 0, null), ["ეტაპები A2 commitmentMissing"]],
    ["an empty cell that is needed", withCell("ვალდებულებები", 1, 3, null), ["ვალდებულებები D2 missing"]],
    ["an unknown heading", withCell("ეტაპები", 0, 3, "ბოლო ვადა"), ["ეტაპები D1 unknownHeading"]],
    ["no heading", withCell("ეტაპები", 0, 3, null), ["ეტაპები D1 noHeading"]],
    ["a heading that stands twice", withCell("ეტაპები", 0, 3, "Number"), ["ეტაპები D1 headingTwice"]],
    ["a column that is missing, once", withCell("ვალდებულებები", 0, 3, "პარტნიორი ორგანიზაციები"), ["ვალდებულებები E1 headingTwice", "ვალდებულებები 1 missingColumn"]],
    ["a sheet that nobody knows", { ...typed, შენიშვნები: [["ა"]] }, ["შენიშვნები unknownSheet"]],
    ["two plans", { ...typed, გეგმა: [...(typed.გეგმა ?? []), ["მეორე გეგმა"]] }, ["გეგმა A3 onePlan"]],
    ["a number with units", { ...typed, ბიუჯეტი: [["ვალდებულება", "თანხა", "ვალუტა"], ["objective-2-1", "20 000 ლარი", "GEL"]] }, ["ბიუჯეტი B2 sheetNumber"]],
    ["a comma that may be either", { ...typed, ბიუჯეტი: [["ვალდებულება", "თანხა", "ვალუტა"], ["2/1", "20,000", "GEL"], ["2/1", "20 000,50", "GEL"]] }, ["ბიუჯეტი B2 numberAmbiguous"]],
    ["what the rules of plans say", withCell("ეტაპები", 1, 3, "2025").ეტაპები ? { ...typed, ეტაპები: [["ვალდებულება", "ნომერი", "სათაური (ქართულად)", "დაწყება", "დასრულება"], ["1/1", "1.1", "ა", "2026", "2025"]] } : {}, ["ეტაპები E2 endBeforeStart"]],
  ])("%s", async (_, sheets, expected) => {
    expect(await problemsOf(sheets)).toEqual(expected);
  });

  it("a number that several commitments have names none of them", async () => {
    expect(await problemsOf(withCell("ეტაპები", 2, 0, "1"))).toEqual(["ეტაპები A3 severalRows"]);
    const commitments: Rows = [["ნომერი", "მისამართი", "პასუხისმგებელი უწყება"], ["1", "a", "ზუგდიდის მერია"], ["1", "b", "ზუგდიდის მერია"]];
    expect(await problemsOf({ ...without("ამოცანები"), ვალდებულებები: commitments, ეტაპები: [["ვალდებულება", "ნომერი", "სათაური (ქართულად)"], ["1", "1.1", "ა"]] })).toContain("ეტაპები A2 severalRows");
  });

  it("a sheet that is missing, and nothing of what follows from it", async () => {
    expect(await problemsOf(without("ორგანიზაციები"))).toEqual(["missingSheet"]);
  });

  it("in the words of the reader", async () => {
    const reading = await read(handmade(withCell("გეგმა", 1, 1, "სოფლის")));
    const [problem] = readingProblems(reading, known, "2026-11-21");
    if (!problem) throw new Error("no problem");
    expect(describeProblem(problem, "ka", terms)).toEqual({ where: "გეგმა, B2 (დონე)", what: "„სოფლის“ ჩამოთვლილთა შორის არ არის", expected: "ერთ-ერთი ამათგან: ეროვნული; ადგილობრივი; დარგობრივი" });
    expect(describeProblem(problem, "en", terms)).toEqual({ where: "გეგმა, B2 (დონე)", what: "“სოფლის” is not one of the choices", expected: "one of: National; Local; Sectoral" });
  });
});
