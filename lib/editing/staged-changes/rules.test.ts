import { describe, expect, it } from "vitest";
import { overlay } from "#lib/editing/rules.ts";
import { fieldsSchemas, type PlanContent, type PlanEdit } from "#lib/editing/schema.ts";
import { stagedChanges } from "./rules.ts";

const lead = "0190163d-8694-739b-aea5-966c26f8ad90";
const entry = { version: 1, removed: false, staged: null };
const plan = fieldsSchemas.plan.parse({ title: { en: "Plan" }, level: "local", countryCode: "GE", startsOn: "2024", endsOn: "2025" });
const fields = fieldsSchemas.milestone.parse({ number: "1.1", title: { en: "Portal" }, endsOn: "2024", leadOrganisationId: lead });
const commitmentOf = (number: string) => fieldsSchemas.commitment.parse({ number, title: { en: `C${number}` }, leadOrganisationId: lead });
const base: PlanContent = {
  plan: { id: "p", slug: "p", status: "adopted", secretariatId: lead, version: 1, revision: 1, staged: null, fields: plan },
  legalActs: [], parts: [],
  commitments: ["1", "2"].map((number) => ({ ...entry, entity: "commitment", id: number, place: { partId: null }, fields: commitmentOf(number) })),
  milestones: [{ ...entry, entity: "milestone", id: "m", place: { commitmentId: "1", parentId: null }, fields }],
};
const changes = (edits: PlanEdit[]) => stagedChanges(base, overlay(base, edits), edits);

describe("an amendment in preparation", () => {
  it("shows of a change only the fields that differ, old and new", () => {
    expect(changes([{ op: "change", entity: "milestone", id: "m", fields: { ...fields, endsOn: "2025" } }])).toEqual([
      { entity: "milestone", id: "m", op: "change", number: "1.1", title: { en: "Portal" }, fields: [{ name: "endsOn", before: "2024", after: "2025" }], moved: null, reordered: false },
    ]);
    expect(changes([{ op: "change", entity: "plan", id: "p", fields: { ...plan, endsOn: "2026" } }])[0]).toMatchObject({ title: { en: "Plan" }, fields: [{ name: "endsOn", before: "2025", after: "2026" }] });
  });

  it("shows all that is stated of what is added, and only the name of what is removed", () => {
    const [added] = changes([{ op: "add", entity: "milestone", id: "n", fields: { ...fields, number: "1.2" }, place: { commitmentId: "1" } }]);
    expect(added).toMatchObject({ number: "1.2", moved: null });
    expect(added?.fields.map(({ name, before }) => [name, before])).toEqual([["number", null], ["title", null], ["leadOrganisationId", null], ["endsOn", null]]);
    expect(changes([{ op: "remove", entity: "milestone", id: "m" }])[0]).toMatchObject({ op: "remove", number: "1.1", fields: [] });
  });

  it("says from where to where something goes, or that it only changes places", () => {
    expect(changes([{ op: "change", entity: "milestone", id: "m", place: { commitmentId: "2" } }])[0]).toMatchObject({
      fields: [], moved: { from: { number: "1", title: { en: "C1" } }, to: { number: "2", title: { en: "C2" } } }, reordered: false,
    });
    expect(changes([{ op: "change", entity: "commitment", id: "2", place: { after: null } }])[0]).toMatchObject({ moved: null, reordered: true });
  });
});
