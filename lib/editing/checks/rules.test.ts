import { describe, expect, it } from "vitest";
import { overlay } from "#lib/editing/rules.ts";
import type { FieldsOf, PlanContent, PlanEdit, PlanEntry } from "#lib/editing/schema.ts";
import { conflictsOf, editProblems, type Known } from "./rules.ts";

const lead = "lead";
const known: Known = { organisations: new Set([lead, "partner"]), thematicAreas: new Set(["transparency"]), sdgs: new Set([5]), fundingSources: new Set(["state"]), scales: new Set(["georgia", "five"]), reported: new Set(), actsInUse: new Set(), assessed: false };

const lines = { partnerships: [], indicators: [], sources: [], budgetLines: [] };
const commitmentFields = (changes: Partial<FieldsOf<"commitment">> = {}): FieldsOf<"commitment"> => ({
  number: "1", slug: "one", title: { ka: "ა" }, description: null, expectedOutcome: null, plainSummary: null, startsOn: null, endsOn: null, leadOrganisationId: lead, sourceNote: null, thematicAreas: [], sdgs: [], ...lines, ...changes,
});
const milestoneFields = (changes: Partial<FieldsOf<"milestone">> = {}): FieldsOf<"milestone"> => ({ number: "1.1", title: { ka: "ა" }, description: null, startsOn: null, endsOn: null, leadOrganisationId: lead, ...lines, ...changes });
const partFields = (changes: Partial<FieldsOf<"part">> = {}): FieldsOf<"part"> => ({ slug: "p", kind: "part", number: null, title: { ka: "ა" }, description: null, note: null, ...changes });
const entry = { version: 1, removed: false, staged: null };
const planFields: FieldsOf<"plan"> = { title: { ka: "ა" }, introduction: null, level: "national", countryCode: "GE", locality: null, vocabulary: "commitment", startsOn: "2024", endsOn: "2025", scaleCode: "georgia", consultationDays: 14, sourceNote: null };

/** Part P holds commitment A (milestones a1, a2 in a1) and an inner part Q; commitment B stands alone. */
function content(status = "draft"): PlanContent {
  const part = (id: string, parentId: string | null): PlanEntry<"part"> => ({ ...entry, entity: "part", id, place: { parentId }, fields: partFields({ slug: id.toLowerCase() }) });
  const commitment = (id: string, partId: string | null, number: string): PlanEntry<"commitment"> => ({ ...entry, entity: "commitment", id, place: { partId }, fields: commitmentFields({ number, slug: id.toLowerCase() }) });
  const milestone = (id: string, parentId: string | null, number: string): PlanEntry<"milestone"> => ({ ...entry, entity: "milestone", id, place: { commitmentId: "A", parentId }, fields: milestoneFields({ number }) });
  return {
    plan: { id: "plan", slug: "plan", status, secretariatId: "s", version: 4, revision: 9, staged: null, fields: planFields },
    legalActs: [], parts: [part("P", null), part("Q", "P")], commitments: [commitment("A", "P", "1"), commitment("B", null, "2")], milestones: [milestone("a1", null, "1.1"), milestone("a2", "a1", "1.2")],
  };
}

const problems = (edits: PlanEdit[], { status = "draft", ...changes }: Partial<Known> & { status?: string } = {}) => {
  const before = content(status);
  return editProblems(before, overlay(before, edits), edits, { ...known, ...changes });
};

describe("edits that can be made", () => {
  it.each<[string, PlanEdit[]]>([
    ["a number that a removal frees", [{ op: "remove", entity: "commitment", id: "B" }, { op: "add", entity: "commitment", id: "C", fields: commitmentFields({ number: "2", slug: "c" }) }]],
    ["numbers that change hands", [{ op: "change", entity: "commitment", id: "A", fields: commitmentFields({ number: "2", slug: "a" }), place: { partId: null } }, { op: "change", entity: "commitment", id: "B", fields: commitmentFields({ number: "1", slug: "b" }) }]],
    ["the same number in another part", [{ op: "add", entity: "commitment", id: "C", fields: commitmentFields({ number: "1", slug: "c" }) }]],
    ["what is added before what holds it", [{ op: "add", entity: "milestone", id: "m", fields: milestoneFields(), place: { commitmentId: "C" } }, { op: "add", entity: "commitment", id: "C", fields: commitmentFields({ number: "3", slug: "c" }) }]],
    ["a part that was emptied", [{ op: "change", entity: "commitment", id: "A", place: { partId: null } }, { op: "remove", entity: "part", id: "Q" }, { op: "remove", entity: "part", id: "P" }]],
  ])("%s", (_, edits) => expect(problems(edits)).toEqual({}));
});

describe("edits that cannot", () => {
  const both: PlanEdit = { op: "change", entity: "milestone", id: "a2", fields: milestoneFields({ number: "1.1" }) };
  it.each<[string, PlanEdit[], Record<string, string>, (Partial<Known> & { status?: string })?]>([
    ["a number twice", [both], { "0.number": "duplicate" }],
    ["one thing twice in a list", [both, { ...both, fields: milestoneFields({ number: "9" }) }], { "1.op": "duplicate" }],
    ["an id that is there", [{ op: "add", entity: "commitment", id: "A", fields: commitmentFields() }], { "0.op": "duplicate" }],
    ["an id that is something else", [{ op: "remove", entity: "milestone", id: "A" }], { "0.op": "unknownChoice" }],
    ["what goes with its commitment", [{ op: "remove", entity: "commitment", id: "A" }, { op: "change", entity: "milestone", id: "a1", fields: milestoneFields() }], { "1.op": "removedAlready" }],
    ["an addition to what goes", [{ op: "remove", entity: "commitment", id: "A" }, { op: "add", entity: "milestone", id: "m", fields: milestoneFields({ number: "9" }), place: { commitmentId: "A" } }], { "1.op": "removedAlready" }],
    ["a milestone inside itself", [{ op: "change", entity: "milestone", id: "a1", place: { parentId: "a2" } }], { "0.place.parentId": "insideItself" }],
    ["a milestone in one of another commitment", [{ op: "add", entity: "milestone", id: "m", fields: milestoneFields(), place: { commitmentId: "B", parentId: "a1" } }], { "0.place.parentId": "unknownChoice" }],
    ["a place behind what stands elsewhere", [{ op: "change", entity: "commitment", id: "A", place: { after: "a1" } }], { "0.place.after": "unknownChoice" }],
    ["a part that holds something", [{ op: "remove", entity: "part", id: "P" }], { "0.op": "partNotEmpty" }],
    ["an act by which something was amended", [{ op: "remove", entity: "legal_act", id: "X" }], { "0.op": "unknownChoice" }, { actsInUse: new Set(["X"]) }],
    ["a reported milestone for another commitment", [{ op: "change", entity: "milestone", id: "a1", place: { commitmentId: "B" } }], { "0.place.commitmentId": "inUse" }, { reported: new Set(["a1"]) }],
    ["a public address", [{ op: "change", entity: "commitment", id: "A", fields: commitmentFields({ slug: "else" }) }], { "0.slug": "addressKept" }, { status: "in_consultation" }],
    ["a scale that was used", [{ op: "change", entity: "plan", id: "plan", fields: { ...planFields, scaleCode: "five" } }], { "0.scaleCode": "inUse" }, { assessed: true }],
    ["another plan", [{ op: "change", entity: "plan", id: "other", fields: planFields }], { "0.id": "unknownChoice" }],
    ["a plan that ends first", [{ op: "change", entity: "plan", id: "plan", fields: { ...planFields, endsOn: "2023" } }], { "0.endsOn": "endBeforeStart" }],
    ["a line by the id of something else", [{ op: "change", entity: "milestone", id: "a1", fields: milestoneFields({ sources: [{ id: "A", text: { ka: "ა" } }] }) }], { "0.sources.0.id": "duplicate" }],
  ])("%s", (_, edits, expected, changes) => expect(problems(edits, changes)).toEqual(expected));
});

it("finds what somebody else changed meanwhile", () => {
  const edits: PlanEdit[] = [
    { op: "change", entity: "commitment", id: "A", version: 1, fields: commitmentFields() }, { op: "change", entity: "commitment", id: "B", version: 2, fields: commitmentFields() },
    { op: "remove", entity: "milestone", id: "a1" }, { op: "remove", entity: "milestone", id: "gone", version: 1 }, { op: "change", entity: "plan", id: "plan", version: 3, fields: planFields }, { op: "add", entity: "part", id: "N", fields: partFields() },
  ];
  expect(conflictsOf(content(), edits)).toEqual([1, 3, 4]);
});
