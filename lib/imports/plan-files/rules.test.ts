import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readMessages } from "#lib/platform/i18n/messages.ts";
import { planFileProblems, type KnownCodes } from "./rules.ts";

const known: KnownCodes = {
  organisationKinds: ["secretariat", "municipal_body"],
  thematicAreas: ["transparency", "accountability", "innovation_technology", "engagement"],
  fundingSources: ["state_budget"], municipalities: ["dmanisi", "zugdidi"],
  grades: { georgia: ["not_implemented", "fully_implemented"] },
};
const today = "2026-03-02";
const demo = (name: string) => JSON.parse(readFileSync(`prisma/demo/${name}.json`, "utf8"));
const georgia = demo("georgia-2018-2019");

type Place = (string | number)[];

/** The demo file with some values replaced; `undefined` removes one. */
function fileWith(...changes: [place: Place, value: unknown][]): unknown {
  const file = structuredClone(georgia);
  for (const [place, value] of changes) {
    const holder = place.slice(0, -1).reduce((inner, key) => inner[key], file);
    const last = place.at(-1) ?? "";
    if (value === undefined) delete holder[last];
    else holder[last] = value;
  }
  return file;
}

const commitment = ["commitments", 0];
const period = ["periods", 0];
const update = [...period, "updates", 1];
const milestone = (index: number) => [...commitment, "milestones", index];
const evidence = [{ url: "https://example.ge/act" }];
const promised: [Place, unknown] = [[...milestone(0), "verificationSources"], [{ text: { en: "Act" } }]];
const completed: [Place, unknown] = [[...update, "progress"], "completed"];

const cases: [what: string, path: string, message: string, ...changes: [Place, unknown][]][] = [
  ["another format", "format", "planFileFormat", [["format"], "open-commitments/plan/2"]],
  ["a field we do not know", "plan.colour", "unknownField", [["plan", "colour"], "red"]],
  ["a language we do not know", "plan.title.xx", "unknownField", [["plan", "title", "xx"], "?"]],
  ["a field that is missing", "commitments[0].lead", "missing", [[...commitment, "lead"], undefined]],
  ["text instead of languages", "plan.title", "localized", [["plan", "title"], "Plan"]],
  ["a text without any language", "parts[0].title", "required", [["parts", 0, "title"], {}]],
  ["an object instead of a list", "parts", "wrongType", [["parts"], {}], [[...commitment, "part"], undefined]],
  ["a month that does not exist", "commitments[0].milestones[2].endsOn", "partialDate", [[...milestone(2), "endsOn"], "2019-13"]],
  ["a goal that does not exist", "commitments[0].sdgs[0]", "sdg", [[...commitment, "sdgs"], [18]]],
  ["a sum in thirds of a tetri", "commitments[0].budget[0].amount", "moneyExpected", [[...commitment, "budget"], [{ amount: 1.234, currency: "GEL" }]]],
  ["a sum without its currency", "commitments[0].budget[0].currency", "amountAndCurrency", [[...commitment, "budget"], [{ amount: 1 }]]],
  ["a link that is a script", "periods[0].updates[1].evidence[0].url", "url", [[...update, "evidence"], [{ url: "javascript:alert(1)" }]]],
  ["an end before its start", "plan.endsOn", "endBeforeStart", [["plan", "endsOn"], "2017"]],
  ["a milestone's end before its start", "commitments[0].milestones[2].endsOn", "endBeforeStart", [[...milestone(2), "endsOn"], "2019-05"]],
  ["reports due before the period begins", "periods[0].dueOn", "endBeforeStart", [[...period, "dueOn"], "2018-12-31"]],
  ["an unknown Secretariat", "plan.secretariat", "unknownOrganisation", [["plan", "secretariat"], "nobody"]],
  ["an unknown partner", "commitments[0].milestones[0].partners[0]", "unknownOrganisation", [[...milestone(0), "partners"], ["nobody"]]],
  ["an organisation named twice", "commitments[0].partners[0]", "organisationTwice", [[...commitment, "partners"], ["zugdidi-city-hall"]]],
  ["a kind the record does not list", "organisations[0].kind", "unknownCode", [["organisations", 0, "kind"], "club"]],
  ["a municipality the record does not list", "plan.municipality", "unknownCode", [["plan", "municipality"], "atlantis"]],
  ["a body of a municipality that is none", "organisations[0].municipality", "unknownCode", [["organisations", 0, "municipality"], "atlantis"]],
  ["a scale the record does not list", "plan.scale", "unknownCode", [["plan", "scale"], "stars"]],
  ["a grade of another scale", "periods[0].assessments[0].grade", "unknownCode", [[...period, "assessments", 0, "grade"], "splendid"]],
  ["an unknown funding source", "commitments[0].budget[0].fundingSource", "unknownCode", [[...commitment, "budget"], [{ fundingSource: "lottery" }]]],
  ["an unknown part", "commitments[0].part", "unknownPart", [[...commitment, "part"], "cities"]],
  ["a part within itself", "parts[0].parent", "unknownPart", [["parts", 0, "parent"], "municipalities"]],
  ["two commitments of one number in a part", "commitments[1].number", "duplicateNumber", [["commitments", 1], { ...georgia.commitments[0], slug: "other" }]],
  ["two commitments at one address", "commitments[1].slug", "duplicateSlug", [["commitments", 1], { ...georgia.commitments[0], number: "6" }]],
  ["a milestone's number twice, also when nested", "commitments[0].milestones[0].milestones[0].number", "duplicateNumber", [[...milestone(0), "milestones"], [{ number: "5.1", title: { en: "Inner" } }]]],
  ["an unknown commitment", "periods[0].updates[1].commitment", "unknownCommitment", [[...update, "commitment"], "other"]],
  ["an unknown milestone", "periods[0].updates[1].milestone", "unknownMilestone", [[...update, "milestone"], "5.9"]],
  ["one milestone reported twice", "periods[0].updates[2].commitment", "subjectTwice", [[...period, "updates", 2, "milestone"], "5.1"]],
  ["two reports of one kind", "periods[0].reports[1].kind", "reportTwice", [[...period, "reports", 1], georgia.periods[0].reports[0]]],
  ["a day that has not come", "periods[0].updates[1].on", "dateInFuture", [[...update, "on"], "2026-03-03"]],
  ["an upcoming period that was reported", "periods[0].status", "periodUpcoming", [[...period, "status"], "upcoming"]],
  ["completed without evidence", "periods[0].updates[1].evidence", "evidenceRequired", completed],
  ["evidence that does not say which source it is", "periods[0].updates[1].evidence[0].source", "verificationSourceRequired", completed, promised, [[...update, "evidence"], evidence]],
  ["evidence of a source that was not promised", "periods[0].updates[1].evidence[0].source", "unknownSource", completed, [[...update, "evidence"], [{ ...evidence[0], source: 0 }]]],
  ["a start after the end of all", "periods[1].updates[0].progress", "transitionNotAllowed", completed, [[...update, "evidence"], evidence], [["periods", 1], { ...georgia.periods[0], slug: "2020", startsOn: "2020-01-01", endsOn: "2020-12-31", updates: [{ ...georgia.periods[0].updates[1], progress: "in_progress" }], assessments: [], reports: [] }]],
];

describe("a plan file", () => {
  it.each(["georgia-2018-2019", "dmanisi-2024-2025"])("is right: %s", (name) => {
    expect(planFileProblems(demo(name), known, today)).toEqual([]);
  });

  it("is right: the smallest one, as the documentation shows it", () => {
    const [, example = ""] = /```json\n(.+?)```/s.exec(readFileSync("docs/plan-file.md", "utf8")) ?? [];
    expect(planFileProblems(JSON.parse(example), known, today)).toEqual([]);
  });

  it.each(cases)("is told of %s", (_what, path, message, ...changes) => {
    expect(planFileProblems(fileWith(...changes), known, today).map((one) => [one.path, one.message])).toEqual([[path, message]]);
  });

  it("is told everything at once, of form and between entries alike, each place once", () => {
    const problems = planFileProblems(fileWith([["plan", "level"], undefined], [["plan", "endsOn"], "2017"], [[...commitment, "sdgs"], [0]], [[...milestone(0), "lead"], "nobody"]), known, today);
    expect(problems.map(({ path }) => path).toSorted()).toEqual(["commitments[0].milestones[0].lead", "commitments[0].sdgs[0]", "plan.endsOn", "plan.level"]);
  });

  it.each([[null], [[]], ["text"], [{ commitments: [null, 3], periods: [{ updates: "x" }] }]])("is told so when it is %j", (raw) => {
    expect(planFileProblems(raw, known, today)).not.toEqual([]);
  });

  it("lets numbers start again in another part", () => {
    const parts = [...georgia.parts, { key: "ministries", kind: "part", title: { en: "Ministries" } }];
    expect(planFileProblems(fileWith([["parts"], parts], [["commitments", 1], { ...georgia.commitments[0], slug: "other", part: "ministries" }]), known, today)).toEqual([]);
  });

  it.each(["ka", "en"])("gets for every problem what is wrong and what is expected, in %s", async (locale) => {
    const words = (await readMessages(locale))["plan-files"];
    const messages = new Set(cases.map(([, , message]) => message));
    expect([...messages].filter((message) => !(message in (words?.problems as object)) || !(message in (words?.expected as object)))).toEqual([]);
    expect(Object.keys(words?.problems as object)).toEqual(Object.keys(words?.expected as object));
  });
});
