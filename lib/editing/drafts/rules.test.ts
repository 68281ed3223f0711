import { describe, expect, it } from "vitest";
import { fieldsSchemas, planEntities } from "#lib/editing/schema.ts";
import { blankLine, calledIn, fieldNames, fieldsFrom, merge, valuesOf } from "./rules.ts";

const milestone = {
  number: "5.2", title: { ka: "ეტაპი" }, description: null, startsOn: "2026-01", endsOn: null, leadOrganisationId: "0190163d-8694-739b-aea5-966c26f8ad90",
  partnerships: [{ organisationId: "0190163d-8694-739b-aea5-966c26f8ad91", role: "partner" }],
  indicators: [{ id: "0190163d-8694-739b-aea5-966c26f8ad92", code: null, text: { en: "Sites" }, baseline: "0.5", target: "3", unit: null }],
  sources: [], budgetLines: [{ amount: "100", currency: "GEL", programmeCode: null, fundingSourceCode: null, noAdditionalCost: false, statedText: null }],
};

describe("a form of the editor", () => {
  it.each(planEntities)("has every field of %s and no other", (entity) => {
    expect(fieldNames(entity).sort()).toEqual(Object.keys(fieldsSchemas[entity].shape).sort());
  });

  it("gives back what it was given", () => {
    const fields = fieldsSchemas.milestone.parse(milestone);
    expect(fieldsSchemas.milestone.parse(fieldsFrom("milestone", valuesOf("milestone", fields)))).toEqual(fields);
  });

  it("restores a draft as it was typed, whatever else the draft holds", () => {
    const typed = { ...valuesOf("milestone", milestone), number: " 5", endsOn: "spring" };
    expect(valuesOf("milestone", JSON.parse(JSON.stringify({ ...typed, foreign: 1 })))).toEqual(typed);
    expect(valuesOf("milestone", { title: 3, sources: "no" })).toEqual(valuesOf("milestone", {}));
  });

  it("sends numbers as numbers and refuses what is none", () => {
    const plan = valuesOf("plan", null);
    expect(fieldsFrom("plan", plan).consultationDays).toBe(14);
    expect(fieldsFrom("plan", { ...plan, consultationDays: "" }).consultationDays).toBeNaN();
    expect(fieldsFrom("commitment", { sdgs: ["16", "4"] }).sdgs).toEqual([16, 4]);
  });

  it("knows an empty line of each list", () => {
    expect(blankLine("milestone", "sources")).toEqual({ id: "", text: { ka: "", en: "" } });
    expect(blankLine("milestone", "budgetLines")).toMatchObject({ amount: "", noAdditionalCost: false });
  });

  it("calls an unfinished form by what was typed first", () => {
    expect(calledIn({ number: "3", title: { ka: "სათაური" } })).toEqual({ number: "3", title: { ka: "სათაური", en: "" } });
    expect(calledIn({ kind: { ka: "ბრძანება" } }).title.ka).toBe("ბრძანება");
    expect(calledIn(null)).toEqual({ number: "", title: { ka: "", en: "" } });
  });
});

describe("two people at the same thing", () => {
  const base = valuesOf("milestone", milestone);
  const mine = { ...base, number: "5.3", endsOn: "2027" };

  it("takes what only the other changed and keeps what only this person changed", () => {
    const merged = merge("milestone", base, mine, { ...base, startsOn: "2026-02" });
    expect(merged).toEqual({ values: { ...mine, startsOn: "2026-02" }, taken: ["startsOn"], disputed: [] });
  });

  it("leaves to the person what both changed, and disputes nothing that both changed alike", () => {
    const merged = merge("milestone", base, mine, { ...base, number: "5.3", endsOn: "2028" });
    expect(merged).toMatchObject({ values: { endsOn: "2027" }, taken: [], disputed: ["endsOn"] });
  });
});
