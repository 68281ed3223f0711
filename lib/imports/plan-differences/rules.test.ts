import { describe, expect, it } from "vitest";
import type { PlanContent, PlanEditInput } from "#lib/editing/schema.ts";
import { overlay, parseEdits } from "#lib/editing/rules.ts";
import { entriesOf, matchOrganisations } from "#lib/imports/plan-entries/rules.ts";
import { planFileSchema, type PlanFile } from "#lib/imports/plan-files/schema.ts";
import { planDifferences, problemsInFile } from "./rules.ts";

let count = 0;
const newId = () => `00000000-0000-7000-8000-${String(++count).padStart(12, "0")}`;
const agency = { id: newId(), slug: "agency", name: { ka: "უწყება", en: "Agency" } };

/** Two parts; commitments 1 and 2 with a milestone each in the first, 1 in the second. */
function aFile(): PlanFile {
  const commitment = (part: string, number: string) => ({
    part, number, slug: `${part}-${number}`, title: { ka: `ვალდებულება ${part} ${number}` }, lead: "agency",
    indicators: [{ code: "A1", text: { ka: "რაოდენობა" }, target: 5 }, { text: { ka: "წილი" } }],
    milestones: [{ number: "1", title: { ka: "პირველი" }, milestones: [{ number: "1.1", title: { ka: "შიდა" } }] }, { number: "2", title: { ka: "მეორე" } }],
  });
  return planFileSchema.parse({
    format: "open-commitments/plan/1",
    plan: { slug: "plan", title: { ka: "გეგმა" }, level: "local", countryCode: "GE", vocabulary: "commitment", startsOn: "2026", endsOn: "2027", secretariat: "agency", scale: "georgia" },
    legalActs: [{ kind: { ka: "განკარგულება" }, number: "7", date: "2026-01-02", issuingBody: { ka: "საკრებულო" } }],
    organisations: [{ key: "agency", name: { ka: "უწყება" }, kind: "public_body" }],
    parts: [{ key: "one", kind: "challenge", number: "I", title: { ka: "პირველი" } }, { key: "two", kind: "challenge", number: "II", title: { ka: "მეორე" } }],
    commitments: [commitment("one", "1"), commitment("one", "2"), commitment("two", "1")],
    periods: [],
  });
}

const entries = (file: PlanFile) => entriesOf(file, matchOrganisations(file, [agency], newId));
const told = { newId, keepsUnstated: false };
const empty = (file: PlanFile): PlanContent => ({ plan: { id: newId(), slug: "plan", status: "draft", secretariatId: agency.id, version: 1, revision: 1, staged: null, fields: entries(file).plan }, legalActs: [], parts: [], commitments: [], milestones: [] });

/** The record once edits are made; lines have ids then. */
function made(before: PlanContent, edits: readonly { edit: PlanEditInput }[]): PlanContent {
  const after = overlay(before, parseEdits(edits.map(({ edit }) => edit)));
  for (const { fields } of [...after.commitments, ...after.milestones]) for (const line of [...fields.indicators, ...fields.sources]) line.id ??= newId();
  return after;
}

const recorded = () => made(empty(aFile()), planDifferences(null, entries(aFile()), told).edits);
const compare = (file: PlanFile, content = recorded(), options = told) => ({ content, ...planDifferences(content, entries(file), options) });
const said = ({ edits }: { edits: { edit: PlanEditInput; path: string | null }[] }) => edits.map(({ edit: { op, entity }, path }) => `${op} ${entity} ${path}`);

describe("what a file changes in a plan", () => {
  it("is nothing when it says the same", () => {
    const { edits, missing, unchanged } = compare(aFile());
    expect({ edits, missing, unchanged }).toEqual({ edits: [], missing: [], unchanged: { plan: 1, legal_act: 1, part: 2, commitment: 3, milestone: 9 } });
  });

  it("is all of it when the plan is new, each after what holds it", () => {
    expect(said({ edits: planDifferences(null, entries(aFile()), told).edits })).toHaveLength(15);
  });

  it("knows a commitment by its address, else by its number in its part, and lets it keep its address", () => {
    const file = aFile();
    Object.assign(file.commitments[0]!, { slug: "otherwise", title: { ka: "სხვა" } });
    Object.assign(file.commitments[1]!, { number: "9" });
    const { edits, missing, content } = compare(file);
    expect(said({ edits })).toEqual(["change commitment commitments[0]", "change commitment commitments[1]"]);
    expect(edits.map(({ edit }) => edit.fields)).toMatchObject([{ slug: "one-1", title: { ka: "სხვა" } }, { slug: "one-2", number: "9" }]);
    expect(missing).toEqual([]);
    expect(compare(file, made(content, edits)).edits).toEqual([]);
  });

  it("knows a part by its key, else by kind and number, and an act by number and date", () => {
    const file = aFile();
    file.parts[0]!.key = "renamed";
    file.commitments.forEach((commitment) => (commitment.part = commitment.part === "one" ? "renamed" : commitment.part));
    expect(compare(file).edits).toEqual([]);
    file.legalActs[0]!.date = "2026-01-03";
    const { edits, missing } = compare(file);
    expect(said({ edits })).toEqual(["add legal_act legalActs[0]"]);
    expect(missing.map(({ entity }) => entity)).toEqual(["legal_act"]);
  });

  it("keeps the ids of indicators that are known by their code or by their words in a language", () => {
    const file = aFile();
    file.commitments[0]!.indicators = [{ text: { ka: "წილი", en: "Share" } }, { code: "A1", text: { ka: "სხვა რაოდენობა" }, target: 6 }, { text: { ka: "ახალი" } }];
    const { edits, content } = compare(file);
    const before = content.commitments[0]!.fields.indicators;
    expect((edits[0]!.edit.fields as { indicators: { id: string | null }[] }).indicators.map(({ id }) => id)).toEqual([before[1]!.id, before[0]!.id, null]);
  });

  it("lists what the file has not, the outermost alone, and takes it out only by the removals", () => {
    const file = aFile();
    file.commitments.pop();
    file.commitments[0]!.milestones!.shift();
    const { edits, missing, removals, content } = compare(file);
    expect(edits).toEqual([]);
    expect(missing.map(({ entity, fields }) => [entity, fields.number])).toEqual([["commitment", "1"], ["milestone", "1"]]);
    const { commitments, milestones } = made(content, removals);
    expect([commitments.filter(({ removed }) => !removed).length, milestones.filter(({ removed }) => !removed).length]).toEqual([2, 4]);
  });

  it("moves only what moved against the others, and puts what is new where it stands", () => {
    const file = aFile();
    const [first, second, third] = file.commitments;
    file.commitments = [third!, first!, { ...second!, slug: "new", number: "3" }, second!];
    const { edits, content } = compare(file);
    expect(said({ edits })).toEqual(["change commitment commitments[0]", "add commitment commitments[2]", ...[0, 1, 2].map((index) => `add milestone commitments[2].${["milestones[0]", "milestones[0].milestones[0]", "milestones[1]"][index]}`)]);
    expect(made(content, edits).commitments.map(({ fields }) => fields.slug)).toEqual(["two-1", "one-1", "new", "one-2"]);
  });

  it("moves a milestone to another one, and a commitment to another part", () => {
    const file = aFile();
    const { milestones } = file.commitments[0]!;
    const inner = milestones![0]!.milestones!.pop()!;
    milestones![1]!.milestones = [inner];
    file.commitments[1]!.part = "two";
    file.commitments[1]!.number = "5";
    const { edits, content } = compare(file);
    const after = made(content, edits);
    expect(compare(file, after).edits).toEqual([]);
  });

  it("leaves what a loose document does not state as it is", () => {
    const file = aFile();
    const full = recorded();
    for (const commitment of file.commitments) delete commitment.indicators;
    expect(compare(file, full, { newId, keepsUnstated: true }).edits).toEqual([]);
    expect(compare(file, full).edits).toHaveLength(3);
  });
});

describe("problems of edits", () => {
  it("are told where the file has what they are about", () => {
    const { edits } = planDifferences(null, entries(aFile()), told);
    const index = edits.findIndex(({ path }) => path === "commitments[1]");
    expect(problemsInFile({ [`${index}.indicators.0.text`]: "required", [`${index}.number`]: "duplicate", [`${index}.place.partId`]: "unknownChoice" }, edits).map(({ path, message }) => [path, message])).toEqual([
      ["commitments[1].indicators[0].text", "required"], ["commitments[1].number", "duplicate"], ["commitments[1].part", "unknownChoice"],
    ]);
  });
});

describe("organisations of a file", () => {
  it("are known by their key, else by a name that only one of the record has", () => {
    const twins = [{ id: newId(), slug: "a-office", name: { ka: "აპარატი" } }, { id: newId(), slug: "b-office", name: { ka: "აპარატი" } }];
    const file = { organisations: [{ key: "agency", name: { ka: "სხვა სახელი" }, kind: "x" }, { key: "other", name: { en: " agency" }, kind: "x" }, { key: "office", name: { ka: "აპარატი" }, kind: "x" }] };
    expect(matchOrganisations(file, [agency, ...twins], newId).map(({ by, known }) => [by, known?.slug])).toEqual([["key", "agency"], [null, undefined], [null, undefined]]);
    expect(matchOrganisations({ organisations: [file.organisations[1]!] }, [agency, ...twins], newId)[0]).toMatchObject({ by: "name", id: agency.id });
  });
});
