import { readFileSync } from "node:fs";
import path from "node:path";
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import { describe, expect, it } from "vitest";
import { planFileProblems } from "#lib/imports/plan-files/rules.ts";
import { planFileSchema, type PlanFile } from "#lib/imports/plan-files/schema.ts";
import { placeOf } from "#lib/imports/workbooks/rules.ts";
import { readLooseTable } from "./documents/rules.ts";
import { guessMapping } from "./guesses/rules.ts";
import { planFileFrom } from "./rules.ts";
import { mappingSchema, type LooseContext, type LooseTable, type Mapping } from "./schema.ts";

const folder = path.resolve(import.meta.dirname, "../../../prisma/demo");
const source = readFileSync(path.join(folder, "sources/dmanisi-2024-2025.txt"), "utf8");
const demo = planFileSchema.parse(JSON.parse(readFileSync(path.join(folder, "dmanisi-2024-2025.json"), "utf8")));
const [secretariat] = demo.organisations;
if (!secretariat) throw new Error("the demo plan has no Secretariat");
const context: LooseContext = { base: null, secretariat, organisations: [secretariat] };

async function tableOf(format: "text" | "html" | "docx", bytes: Uint8Array | string): Promise<LooseTable> {
  const read = await readLooseTable(format, typeof bytes === "string" ? Buffer.from(bytes) : bytes);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.table;
}

function read(table: LooseTable, mapping: Mapping = guessMapping(table, context), around = context) {
  const { raw, ...rest } = planFileFrom(table, mappingSchema.parse(mapping), around);
  return { file: planFileSchema.parse(raw), raw, mapping, ...rest };
}

/** The guess for a table without a first page, with what a person then types. */
function typed(table: LooseTable, facts: Partial<Mapping["facts"]> = {}): Mapping {
  const guess = guessMapping(table, context);
  return { ...guess, facts: { ...guess.facts, slug: "a-plan", title: "გეგმა", startsOn: "2018", endsOn: "2025", ...facts } };
}

/**
 * What the demo plan has and its document does not state, each for a reason:
 * - `en`: translations are the record's;
 * - `sourceNote`, `note`: what whoever made the record says of the source;
 * - `legalActs`: the decree stands before the annexes; an act is added in the editor;
 * - `plan.title`: the record has it as the decree names it ("… (2024-2025 წლები)"), the document's cover sets it on three lines;
 * - `municipality`: of the plan and of its bodies; the record proposes it by their names when they are made;
 * - keys of organisations: addresses that a person chose. Here organisations are compared by their names.
 */
function asStated({ plan, organisations, parts, commitments }: PlanFile) {
  const named = new Map(organisations.map(({ key, name }) => [key, name.ka]));
  const names = (keys: string[] | undefined) => keys?.map((key) => named.get(key));
  const withNames = commitments.map((commitment) => ({ ...commitment, lead: named.get(commitment.lead), coResponsible: names(commitment.coResponsible), partners: names(commitment.partners) }));
  const stated = { plan: { ...plan, title: undefined, secretariat: named.get(plan.secretariat) }, organisations: organisations.map(({ name, kind }) => ({ name, kind })), parts, commitments: withNames };
  return JSON.parse(JSON.stringify(stated, (key, value: unknown) => (["en", "sourceNote", "note", "municipality"].includes(key) ? undefined : value))) as typeof stated;
}

describe("Dmanisi's plan, pasted as it stands", () => {
  it("comes out as the demo plan has it, field by field, with nothing but the guessed mapping", async () => {
    const { file } = read(await tableOf("text", source));
    expect(asStated(file)).toEqual(asStated(demo));
  });

  it("has every activity, each with its row, and the one cell that cannot be read told with its place", async () => {
    const table = await tableOf("text", source);
    const { file, places, notes, raw } = read(table);
    expect(file.commitments.map(({ number, slug }) => [number, slug])).toEqual(demo.commitments.map(({ number, slug }) => [number, slug]));
    for (const [index, { number, milestones = [] }] of file.commitments.entries()) {
      const place = placeOf(places, `commitments[${index}].lead`);
      expect(table.rows[(place?.row ?? 0) - 1]?.cells[0]?.text).toBe(number);
      expect(place).toMatchObject({ sheet: "№ 1", column: "F", heading: "პასუხისმგებელი უწყება" });
      if (milestones.length) expect(placeOf(places, `commitments[${index}].milestones[0].title`)).toMatchObject({ column: "B", row: place?.row });
    }
    expect(notes.map(({ path: at, message, values, place }) => [at, message, values.value, place?.cell])).toEqual([["commitments[0].budget", "sumNotRead", "საჭიროების დამატებითი ხარჯს", "H42"]]);
    expect(planFileProblems(raw, { organisationKinds: ["municipal_body"], thematicAreas: [], fundingSources: ["municipal_budget", "other", "deficit"], municipalities: ["dmanisi"], grades: { georgia: [] } }, "2024-07-30")).toEqual([]);
  });

  it("comes out the same from its table alone, with the objectives as the table calls them", async () => {
    const table = await tableOf("text", source.slice(source.indexOf("1.2\t")));
    const { file } = read(table, typed(table, { level: "local", locality: "დმანისი" }));
    const { commitments } = asStated(file);
    const inNoPart = (all: typeof commitments) => all.map((commitment) => ({ ...commitment, part: undefined }));
    expect(inNoPart(commitments)).toEqual(inNoPart(asStated(demo).commitments));
    expect(commitments.map(({ part }) => part)).toEqual(demo.commitments.map(({ part }) => (part === "objective-1" ? undefined : part)));
    expect(file.parts.map(({ key, number, title }) => [key, number, title.ka])).toEqual([["objective-2", "2", "ამოცანა 2-ის აქტივობები"], ["objective-3", "3", "ამოცანა 3-ის აქტივობები"]]);
  });

  it("changes nothing but what it states of the plan that is there", async () => {
    const base = { ...context, base: demo, organisations: demo.organisations };
    const table = await tableOf("text", source);
    const { file } = read(table, guessMapping(table, base), base);
    expect(file.commitments).toEqual(demo.commitments);
    expect(file.parts).toEqual(demo.parts);
    expect(file.legalActs).toEqual(demo.legalActs);
    expect(file.plan).toEqual(demo.plan);
    expect(file.organisations.toSorted(byKey)).toEqual(demo.organisations.toSorted(byKey));
  });

  const byKey = (a: { key: string }, b: { key: string }) => a.key.localeCompare(b.key);
});

const rowsOf = (text: string) => text.split("\n").filter(Boolean).map((line) => line.split("\t"));

describe("the same table in other documents", () => {
  const lines = rowsOf(source);
  const paragraphs = lines.filter((cells) => cells.length === 1).map(([text = ""]) => text.replaceAll("**", ""));
  const rows = lines.filter((cells) => cells.length > 1).map((cells) => cells.slice(0, 11));

  it("comes out the same from a Word file", async () => {
    const table = new Table({ rows: rows.map((cells) => new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) })) });
    const bytes = await Packer.toBuffer(new Document({ sections: [{ children: [...paragraphs.map((text) => new Paragraph(text)), table] }] }));
    expect(asStated(read(await tableOf("docx", bytes)).file)).toEqual(asStated(demo));
  });

  it("comes out the same from a page", async () => {
    const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    const cells = rows.map((row) => `<tr>${row.map((text) => `<td><p>${escape(text)}</p></td>`).join("")}</tr>`).join("");
    const page = `<!doctype html><html lang="ka"><head><meta charset="utf-8"><title>გეგმა</title></head><body>${paragraphs.map((text) => `<p>${escape(text)}</p>`).join("")}<table><tbody>${cells}</tbody></table></body></html>`;
    expect(asStated(read(await tableOf("html", page)).file)).toEqual(asStated(demo));
  });
});

describe("a plan with a row for each milestone", () => {
  const page = `<table>
    <tr><th rowspan="2">№</th><th rowspan="2">Commitment</th><th rowspan="2">Milestone</th><th rowspan="2">Lead agency</th><th rowspan="2">Partners</th><th rowspan="2">Timeline</th><th colspan="2">Source of funding (thousand GEL)</th></tr>
    <tr><th>State budget</th><th>Donors</th></tr>
    <tr><td colspan="8">Challenge I: Public services</td></tr>
    <tr><td colspan="8">Objective 1. Better access</td></tr>
    <tr><td rowspan="3">1</td><td rowspan="3">Open the register</td><td>1.1. Pass the law</td><td rowspan="3">Ministry of Justice</td><td>IDFI, USAID</td><td>May 2018</td><td>10</td><td></td></tr>
    <tr><td>1.2. Build the portal</td><td></td><td>June 2018 – March 2019</td><td></td><td>2.5</td></tr>
    <tr><td>1.3. Tell people</td><td></td><td>annually</td><td></td><td></td></tr>
    <tr><td colspan="8">Objective 2. Fewer papers</td></tr>
    <tr><td>2</td><td>Publish forms</td><td></td><td>Ministry of Finance, State Audit Office</td><td></td><td>2019</td><td></td><td></td></tr>
    <tr><td colspan="6">Total</td><td>10</td><td>2.5</td></tr>
  </table>`;

  it("nests its parts, gives each milestone its cells, and sums to their sources", async () => {
    const table = await tableOf("html", page);
    const { file, notes } = read(table, typed(table));
    expect(file.parts.map(({ key, kind, number, title, parent }) => [key, kind, number, title.en, parent])).toEqual([
      ["challenge-i", "challenge", "I", "Public services", undefined],
      ["objective-1", "objective", "1", "Better access", "challenge-i"],
      ["objective-2", "objective", "2", "Fewer papers", "challenge-i"],
    ]);
    const [first, second] = file.commitments;
    expect(first).toMatchObject({ part: "objective-1", number: "1", title: { en: "Open the register" } });
    expect(first?.milestones).toEqual([
      { number: "1.1", title: { en: "Pass the law" }, startsOn: "2018-05", endsOn: "2018-05", partners: ["idfi", "usaid"], budget: [{ amount: 10_000, currency: "GEL", fundingSource: "state_budget" }] },
      { number: "1.2", title: { en: "Build the portal" }, startsOn: "2018-06", endsOn: "2019-03", budget: [{ amount: 2_500, currency: "GEL", fundingSource: "other" }] },
      { number: "1.3", title: { en: "Tell people" }, description: { en: "Timeline: annually" } },
    ]);
    expect(file.organisations.find(({ key }) => key === first?.lead)?.name.en).toBe("Ministry of Justice");
    expect([second?.lead, second?.coResponsible]).toEqual(["ministry-of-finance", ["state-audit-office"]]);
    expect(file.commitments).toHaveLength(2);
    expect(notes.map(({ path: at, message, place }) => [at, message, place?.cell, place?.heading])).toEqual([["commitments[0].milestones[2].endsOn", "termNotRead", "F7", "Timeline"]]);
  });
});

describe("lists beside lists", () => {
  it("give each sub-activity its term, its indicator and its sum", async () => {
    const text = `№\tაქტივობა\tინდიკატორი\tშესრულების ვადა\tბიუჯეტი\tპასუხისმგებელი უწყება
2.1\tსხდომები 2.1.1 ორგანიზება 2.1.2 გამართვა\t"2.1.1 გეგმა\n2.1.2 ოქმი"\t2.1.1 – მაისი 2024; 2.1.2 – 2025\t"2.1.1 500 ლარი\n2.1.2 არ საჭიროებს დამატებით ხარჯს"\tმერია
2.2\t"შეხვედრები\n1) მომზადება\n2) ჩატარება"\tშეხვედრა\t"1) 2024\n2) ყოველწლიურად"\t\tმერია`;
    const table = await tableOf("text", text);
    const { file } = read(table, typed(table));
    expect(file.commitments.map(({ milestones, indicators }) => [indicators, milestones])).toEqual([
      [undefined, [
        { number: "2.1.1", title: { ka: "ორგანიზება" }, startsOn: "2024-05", endsOn: "2024-05", indicators: [{ text: { ka: "გეგმა" } }], budget: [{ amount: 500, currency: "GEL" }] },
        { number: "2.1.2", title: { ka: "გამართვა" }, startsOn: "2025", endsOn: "2025", indicators: [{ text: { ka: "ოქმი" } }], budget: [{ noAdditionalCost: true, statedText: { ka: "არ საჭიროებს დამატებით ხარჯს" } }] },
      ]],
      [[{ text: { ka: "შეხვედრა" } }], [
        { number: "2.2.1", title: { ka: "მომზადება" }, startsOn: "2024", endsOn: "2024" },
        { number: "2.2.2", title: { ka: "ჩატარება" }, description: { ka: "შესრულების ვადა: ყოველწლიურად" } },
      ]],
    ]);
  });

  it("stay words where the person says so", async () => {
    const table = await tableOf("text", "№\tაქტივობა\tვადა\tპასუხისმგებელი\n2.1\tსხდომები 2.1.1 ორგანიზება 2.1.2 გამართვა\t2024\tმერია\n2.2\tსხვა\t2025\tმერია");
    const { file } = read(table, typed(table, { lists: "text" }));
    expect(file.commitments[0]).toMatchObject({ title: { ka: "სხდომები 2.1.1 ორგანიზება 2.1.2 გამართვა" } });
  });
});
